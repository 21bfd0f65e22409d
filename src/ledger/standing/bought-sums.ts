import type { DayNumber } from '../day.ts'
import type { Minor } from '../money.ts'
import { wholeProfitOf } from './profit.ts'
import type { Purchases } from './purchases.ts'

/** What purchases come to before anything is given back of them. Minor units. */
export interface BoughtSums {
  purchases: number
  takings: Minor
  profit: Minor
}

/** Adds what a customer bought from one day to another. */
export function addBought(
  sums: BoughtSums,
  { places, days, amounts, costs }: Purchases,
  customerId: number,
  { from, to }: { readonly from: DayNumber; readonly to: DayNumber },
  margin: number,
): void {
  const [begin, end] = places.get(customerId) ?? [0, 0]
  for (let place = end - 1; place >= begin && (days[place] as DayNumber) >= from; place--) {
    if ((days[place] as DayNumber) > to) continue
    const amount = amounts[place] as Minor
    sums.purchases++
    sums.takings += amount
    sums.profit += wholeProfitOf(amount, costs?.[place] ?? Number.NaN, margin)
  }
}
