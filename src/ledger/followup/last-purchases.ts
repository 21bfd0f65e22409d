import type { Db } from '../../store/db.ts'
import type { Day } from '../day.ts'
import type { Minor } from '../money.ts'
import { givenBackOf } from '../standing/standing-refunds.ts'

/** The newest purchase of each that counts on a day of their own, as of a day; null days have none. */
export async function lastPurchases(
  db: Db,
  today: Day,
  lastOf: ReadonlyMap<number, Day | null>,
): Promise<Map<number, { readonly on: Day; readonly amount: Minor; readonly item: string | null }>> {
  const rows = await db
    .selectFrom('entry')
    .select(['customer_id', 'on', 'amount', 'item'])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('customer_id', 'in', [...lastOf.keys()])
    .where(
      'on',
      'in',
      [...new Set(lastOf.values())].filter((day) => day !== null),
    )
    .where(({ eb, or }) => or([eb('amount', '=', 0), eb('amount', '>', givenBackOf(today))]))
    .orderBy('id')
    .execute()
  return new Map(
    rows
      .filter(({ customer_id, on }) => on === lastOf.get(customer_id as number))
      .map((row) => [row.customer_id as number, row]),
  )
}
