import type { Db } from '../../store/db.ts'
import type { Day } from '../day.ts'
import type { Minor } from '../money.ts'

/** The newest purchase of each on a day of their own that counts up to a day; null days have none. */
export async function lastPurchases(
  db: Db,
  upTo: Day,
  lastOf: ReadonlyMap<number, Day | null>,
): Promise<Map<number, { readonly on: Day; readonly amount: Minor; readonly item: string | null }>> {
  const rows = await db
    .selectFrom('entry')
    .select(({ fn, selectFrom }) => [
      'customer_id',
      'on',
      'amount',
      'item',
      selectFrom('entry as refund')
        .select(({ ref }) => fn.sum<Minor | null>(ref('refund.amount')).as('refunded'))
        .whereRef('refund.refund_of', '=', 'entry.id')
        .where('refund.void', '=', 0)
        .where('refund.on', '<=', upTo)
        .as('refunded'),
    ])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('customer_id', 'in', [...lastOf.keys()])
    .where(
      'on',
      'in',
      [...new Set(lastOf.values())].filter((day) => day !== null),
    )
    .orderBy('id')
    .execute()
  return new Map(
    rows
      .filter(({ customer_id, on }) => on === lastOf.get(customer_id as number))
      .filter(({ amount, refunded }) => amount === 0 || amount !== refunded)
      .map(({ refunded, ...row }) => [row.customer_id as number, row]),
  )
}
