import type { Db } from '../../store/open.ts'

/** The name of every customer, and who of them is archived. */
export async function readCustomerNames(db: Db): Promise<{ names: Map<number, string>; archived: Set<number> }> {
  const names = new Map<number, string>()
  const archived = new Set<number>()
  for (const row of await db.selectFrom('customer').select(['id', 'name', 'archived']).execute()) {
    names.set(row.id, row.name)
    if (row.archived === 1) archived.add(row.id)
  }
  return { names, archived }
}
