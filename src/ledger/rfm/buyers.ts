import type { Db } from '../../store/open.ts'
import { type Day, serial } from '../day.ts'
import type { Minor } from '../money.ts'
import { readRefunding } from '../standing/queries.ts'
import { tally } from '../standing/tally.ts'

/** One who bought: days from the last counted purchase to the day, counted purchases, and what they came to net of refunds and returns. */
export interface Buyer {
  readonly customerId: number
  readonly days: number
  readonly visits: number
  readonly amount: Minor
}

/**
 * Everyone with a counted purchase from a day (null: ever) up to another. Scores need no gaps, so it is a lighter reading than the
 * standings: one GROUP BY, and those with refunds or returns tallied row by row.
 */
export async function readBuyers(db: Db, { from, to }: { readonly from: Day | null; readonly to: Day }): Promise<Buyer[]> {
  let query = db
    .selectFrom('entry')
    .select(({ fn }) => ['customer_id', fn.countAll<number>().as('visits'), fn.sum<number>('amount').as('amount'), fn.max('on').as('last')])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', to)
    .where('customer_id', 'is not', null)
    .groupBy('customer_id')
  if (from !== null) query = query.where('on', '>=', from)
  const day = serial(to)
  const begins = from ?? '0001-01-01'
  const refunding = new Map((await readRefunding(db, { day: to })).map((person) => [person.customerId, person]))
  const buyers: Buyer[] = []
  for (const { customer_id, visits, amount, last } of await query.execute()) {
    const customerId = customer_id as number
    const person = refunding.get(customerId)
    if (!person) {
      buyers.push({ customerId, days: day - serial(last as Day), visits, amount })
      continue
    }
    const { turnover, windowSpent, lastOn } = tally(customerId, person.purchases, person.returns, { day: to, from: begins, margin: 1 })
    if (turnover > 0 && lastOn !== null) buyers.push({ customerId, days: day - serial(lastOn), visits: turnover, amount: windowSpent })
  }
  return buyers
}
