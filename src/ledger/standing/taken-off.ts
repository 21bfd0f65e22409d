import type { Db } from '../../store/db.ts'
import type { Only } from '../../store/lists.ts'
import type { Day } from '../day.ts'
import type { Minor } from '../money.ts'
import { isOf } from './everyone.ts'
import { profitOf } from './profit.ts'
import { isCounted } from './row-by-row.ts'
import type { Span } from './standing.ts'
import { isRefundUpTo } from './standing-refunds.ts'

/** What refunds and returns take off the sums of a customer's purchases: of all time, and of the span's window. */
export interface TakenOff {
  spent: Minor
  profit: Minor
  windowSpent: Minor
  windowProfit: Minor
  /** The days of the purchases nothing is left of, one for each. */
  readonly gone: Day[]
}

/**
 * What is taken off up to the span's day, by customer: of a purchase on the day of the purchase, of a return on its own
 * day. Few purchases are refunded, so that it is quicker to take this off sums than to read everything those bought who
 * brought something back.
 */
export async function readTakenOff(db: Db, span: Span, only?: Only): Promise<Map<number, TakenOff>> {
  const { from, margin } = span
  const [refunded, returns] = await Promise.all([readRefunded(db, span, only), readReturns(db, span, only)])
  const all = new Map<number, TakenOff>()
  const take = (customerId: number, on: Day, spent: Minor, profit: Minor): TakenOff => {
    let own = all.get(customerId)
    if (!own) {
      own = { spent: 0, profit: 0, windowSpent: 0, windowProfit: 0, gone: [] }
      all.set(customerId, own)
    }
    own.spent += spent
    own.profit += profit
    if (on >= from) {
      own.windowSpent += spent
      own.windowProfit += profit
    }
    return own
  }
  for (const { customerId, refunded: given, ...bought } of refunded) {
    const { on, amount, cost } = bought
    const spent = Math.min(given, amount)
    const left = profitOf(amount - spent, amount, cost, margin)
    const own = take(customerId, on, spent, profitOf(amount, amount, cost, margin) - left)
    if (!isCounted({ ...bought, refunded: spent })) own.gone.push(on)
  }
  for (const { customerId, on, amount } of returns) take(customerId, on, amount, profitOf(amount, amount, null, margin))
  return all
}

/** The purchases of which something was refunded up to the day, void ones left out. */
async function readRefunded(db: Db, { day }: Pick<Span, 'day'>, only?: Only) {
  const query = db
    .selectFrom('entry as refund')
    .innerJoin('entry as purchase', 'purchase.id', 'refund.refund_of')
    .select(({ fn }) => [
      'purchase.customer_id as customerId',
      'purchase.on',
      'purchase.amount',
      'purchase.cost',
      fn.sum<number>('refund.amount').as('refunded'),
    ])
    .where(isRefundUpTo(day))
    .where('refund.customer_id', 'is not', null)
    .where('purchase.void', '=', 0)
    .where('purchase.on', '<=', day)
    .where(isOf('refund.customer_id', only))
    .groupBy('purchase.id')
  return (await query.execute()).map((row) => ({ ...row, customerId: row.customerId as number }))
}

/** What was returned up to the day without naming its purchase. */
async function readReturns(db: Db, { day }: Pick<Span, 'day'>, only?: Only) {
  const query = db
    .selectFrom('entry as refund')
    .select(['customer_id as customerId', 'on', 'amount'])
    .where(isRefundUpTo(day))
    .where('refund_of', 'is', null)
    .where('customer_id', 'is not', null)
    .where(isOf('customer_id', only))
  return (await query.execute()).map((row) => ({ ...row, customerId: row.customerId as number }))
}
