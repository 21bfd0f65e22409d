import type { Db } from '../../store/db.ts'
import { type Day, type DayNumber, serial } from '../day.ts'
import type { PricedPurchases } from './bought-sums.ts'
import { type PurchaseHistory, readPurchaseHistory } from './purchase-history.ts'

export type PricedHistory = PurchaseHistory & PricedPurchases

/** The purchases up to a day with what they cost. */
export async function readPricedHistory(db: Db, to: Day): Promise<PricedHistory> {
  const [purchases, rows] = await Promise.all([
    readPurchaseHistory(db, to),
    db
      .selectFrom('entry')
      .select(['customer_id', 'on', 'amount', 'cost'])
      .where('customer_id', 'is not', null)
      .where('kind', '=', 'purchase')
      .where('void', '=', 0)
      .where('on', '<=', to)
      .where('cost', 'is not', null)
      .execute(),
  ])
  const { places, days, amounts } = purchases
  const costs = rows.length === 0 ? null : new Float64Array(days.length).fill(Number.NaN)
  for (const { customer_id, on, amount, cost } of rows) {
    const [day, [from, end]] = [serial(on), places.get(customer_id as number) ?? [0, 0]]
    // Of two of one day and amount, either may be the one that is meant.
    for (let place = from; costs && place < end && (days[place] as DayNumber) <= day; place++)
      if (days[place] === day && amounts[place] === amount && Number.isNaN(costs[place])) {
        costs[place] = cost as number
        break
      }
  }
  return { ...purchases, costs }
}
