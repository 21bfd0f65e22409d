import { serial } from '../day.ts'
import type { Minor } from '../money.ts'
import { addBought } from '../standing/bought-sums.ts'
import type { Purchases } from '../standing/purchases.ts'
import type { Span } from '../standing/standing.ts'
import { nothingOff, type TakenOff } from '../standing/taken-off.ts'

/** What a customer's purchases of a window come to, less what was refunded of them or returned in it. Minor units. */
export type BroughtBy = (customerId: number) => { readonly spent: Minor; readonly profit: Minor }

/** The `windowSpent` and `windowProfit` of standings, without the rest; `taken` is `readTakenOff` of the span. */
export function broughtBy(
  purchases: Purchases,
  taken: ReadonlyMap<number, TakenOff>,
  { day, from, margin }: Span,
): BroughtBy {
  const window = { from: serial(from), to: serial(day) }
  return (id) => {
    const sums = { purchases: 0, takings: 0, profit: 0 }
    addBought(sums, purchases, id, window, margin)
    const off = taken.get(id) ?? nothingOff
    return { spent: sums.takings - off.windowSpent, profit: sums.profit - off.windowProfit }
  }
}
