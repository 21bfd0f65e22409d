import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'

/** A customer as another table's row names one. */
export interface CustomerReference {
  readonly id: number
  readonly name: string
  readonly code: string | null
  readonly phone: string | null
  /** By which an import finds exactly them: `code:…`, `phone:…` where nobody shares it, else `name:…`. */
  readonly exact: string
}

/** What to call these customers, by id; who was forgotten is nobody in particular. */
export async function referenceCustomers(
  db: Db,
  ids: Iterable<number | null>,
): Promise<Map<number, CustomerReference>> {
  const rows = await db
    .selectFrom('customer')
    .select(['id', 'name', 'code', 'phone'])
    .select(sql<number>`(select count(*) from customer other where other.phone = customer.phone)`.as('sharing'))
    .where('forgotten_on', 'is', null)
    .where(
      'id',
      'in',
      [...new Set(ids)].filter((id) => id !== null),
    )
    .execute()
  return new Map(
    rows.map(({ sharing, ...row }) => {
      const exact =
        row.code !== null
          ? `code:${row.code}`
          : row.phone !== null && sharing === 1
            ? `phone:${row.phone}`
            : `name:${row.name}`
      return [row.id, { ...row, exact }]
    }),
  )
}
