import type { Db } from '../../store/db.ts'
import { isAmong } from '../../store/lists.ts'

/** The names of customers by their ids; a null among the ids is nobody in particular. */
export async function namesOf(db: Db, ids: Iterable<number | null>): Promise<Map<number, string>> {
  const known = [...new Set(ids)].filter((id) => id !== null)
  if (known.length === 0) return new Map()
  const rows = await db.selectFrom('customer').select(['id', 'name']).where(isAmong('id', known)).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
