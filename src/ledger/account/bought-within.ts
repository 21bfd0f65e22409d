import type { Db } from '../../store/db.ts'
import { addDays, type Day } from '../day.ts'
import type { Minor } from '../money.ts'

/** What one customer bought in the days looked at: purchases not refunded in full, net of what was handed back. */
export interface BoughtWithin {
  readonly purchases: number
  readonly amount: Minor
}

/**
 * What each customer bought from a day of their own on, that day and so many after it, up to `today`. Who bought
 * nothing is absent.
 */
export async function boughtWithin(
  db: Db,
  since: ReadonlyMap<number, Day>,
  days: number,
  today: Day,
): Promise<Map<number, BoughtWithin>> {
  const bought = new Map<number, BoughtWithin>()
  if (since.size === 0) return bought
  const starts = [...since.values()].sort()
  const [first, last] = [starts[0] as Day, addDays(starts.at(-1) as Day, days)]
  const rows = await db
    .selectFrom('entry')
    .select(['id', 'customer_id', 'on', 'amount'])
    .where('customer_id', 'in', [...since.keys()])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '>=', first)
    .where('on', '<=', last < today ? last : today)
    .execute()
  const refunds = await db
    .selectFrom('entry')
    .select(({ fn }) => ['refund_of as id', fn.sum<number>('amount').as('amount')])
    .where(
      'refund_of',
      'in',
      rows.map(({ id }) => id),
    )
    .where('void', '=', 0)
    .where('on', '<=', today)
    .groupBy('refund_of')
    .execute()
  const refunded = new Map(refunds.map(({ id, amount }) => [id as number, amount]))
  for (const { id, customer_id, on, amount } of rows) {
    const from = since.get(customer_id as number) as Day
    if (on < from || on > addDays(from, days)) continue
    const back = refunded.get(id) ?? 0
    if (amount > 0 && back >= amount) continue
    const own = bought.get(customer_id as number) ?? { purchases: 0, amount: 0 }
    bought.set(customer_id as number, { purchases: own.purchases + 1, amount: own.amount + amount - back })
  }
  return bought
}
