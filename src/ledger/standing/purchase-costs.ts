import type { Db } from '../../store/db.ts'
import { type Day, type DayNumber, serial } from '../day.ts'
import type { PricedPurchases } from './bought-sums.ts'
import type { PurchaseHistory } from './purchase-history.ts'

/** Puts beside the purchases up to a day what they cost. */
export async function withCosts(
  db: Db,
  purchases: PurchaseHistory,
  to: Day,
): Promise<PurchaseHistory & PricedPurchases> {
  const rows = await db
    .selectFrom('entry')
    .select(['customer_id', 'on', 'amount', 'cost'])
    .where('customer_id', 'is not', null)
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', to)
    .where('cost', 'is not', null)
    .execute()
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
