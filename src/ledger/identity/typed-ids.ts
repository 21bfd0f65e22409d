import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'

/**
 * What to type for each of these customers: the bare id, or `id:12` where the bare digits are somebody's code, phone tail or name.
 * Every screen's and hint's ids go through here.
 */
export async function typedIds(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const asText = sql<string>`(select cast(value as text) from json_each(${JSON.stringify(ids)}))`
  const clashes = new Set<string>()
  const codes = await db.selectFrom('customer').select(['id', 'code_key as key']).where('code_key', 'in', asText).execute()
  const names = await db.selectFrom('customer').select(['id', 'name_key as key']).where('name_key', 'in', asText).execute()
  const aliases = await db.selectFrom('alias').select(['customer_id as id', 'code_key as key']).where('code_key', 'in', asText).execute()
  for (const { id, key } of [...codes, ...names, ...aliases]) if (key !== null && key !== String(id)) clashes.add(key)
  const lengths = new Set(ids.filter((id) => id >= 1000).map((id) => String(id).length))
  for (const length of lengths) {
    const tail = sql<string>`substr(phone, ${sql.lit(-length)})`
    const tails = await db
      .selectFrom('customer')
      .select(['id', tail.as('key')])
      .where(tail, 'in', asText)
      .execute()
    for (const { id, key } of tails) if (key !== String(id)) clashes.add(key)
  }
  return new Map(ids.map((id) => [id, clashes.has(String(id)) ? `id:${id}` : String(id)]))
}
