import type { Db } from '../../store/open.ts'

/** The name of every customer by id, and who of them is archived. */
export async function readCustomerNames(db: Db): Promise<{ names: readonly string[]; archived: ReadonlySet<number> }> {
  const names: string[] = []
  const archived = new Set<number>()
  for (const row of await db.selectFrom('customer').select(['id', 'name', 'archived']).orderBy('id').execute()) {
    names[row.id] = row.name
    if (row.archived === 1) archived.add(row.id)
  }
  return { names, archived }
}

export async function readArchived(db: Db): Promise<ReadonlySet<number>> {
  const rows = await db.selectFrom('customer').select('id').where('archived', '=', 1).execute()
  return new Set(rows.map(({ id }) => id))
}
