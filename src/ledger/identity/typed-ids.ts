import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'

/**
 * What to type for each of these customers: the bare id, or `id:12` where the bare digits are somebody's code, phone
 * tail or name.
 * Every screen's and hint's ids go through here.
 */
export async function typedIds(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const asText = ids.map(String)
  // Phones end in four digits or more of an id; a shorter phone has no such tail.
  const lengths = new Set(asText.map(({ length }) => length).filter((length) => length >= 4))
  const tails = [...lengths].map((length) => {
    const tail = sql<string>`substr(phone, length(phone) - ${sql.lit(length - 1)})`
    const alike = asText.filter((text) => text.length === length)
    return db
      .selectFrom('customer')
      .select(['id', tail.as('key')])
      .where(tail, 'in', alike)
      .execute()
  })
  const found = await Promise.all([
    db.selectFrom('customer').select(['id', 'code_key as key']).where('code_key', 'in', asText).execute(),
    db.selectFrom('customer').select(['id', 'name_key as key']).where('name_key', 'in', asText).execute(),
    db.selectFrom('alias').select(['customer_id as id', 'code_key as key']).where('code_key', 'in', asText).execute(),
    ...tails,
  ])
  const clashes = new Set(found.flat().flatMap(({ id, key }) => (key !== null && key !== String(id) ? [key] : [])))
  return new Map(ids.map((id) => [id, clashes.has(String(id)) ? `id:${id}` : String(id)]))
}
