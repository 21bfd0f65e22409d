import type { Db } from '../../store/db.ts'
import { serial } from '../day.ts'
import type { Minor } from '../money.ts'
import { addBought, type PricedPurchases } from '../standing/bought-sums.ts'
import type { Span } from '../standing/standing.ts'
import { nothingOff, readTakenOff } from '../standing/taken-off.ts'

/** What a customer's purchases of a window come to, less what was refunded of them or returned in it. Minor units. */
export type BroughtBy = (customerId: number) => { readonly spent: Minor; readonly profit: Minor }

/** The `windowSpent` and `windowProfit` of everybody's standing, without the rest of it. */
export async function readBroughtBy(db: Db, span: Span, purchases: PricedPurchases): Promise<BroughtBy> {
  const taken = await readTakenOff(db, span)
  const window = { from: serial(span.from), to: serial(span.day) }
  return (id) => {
    const sums = { purchases: 0, takings: 0, profit: 0 }
    addBought(sums, purchases, id, window, span.margin)
    const off = taken.get(id) ?? nothingOff
    return { spent: sums.takings - off.windowSpent, profit: sums.profit - off.windowProfit }
  }
}
