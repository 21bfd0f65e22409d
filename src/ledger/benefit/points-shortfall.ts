import type { Book } from '../book/book.ts'
import { minorUnit } from '../money.ts'
import { earningPurchases } from './points-earned.ts'
import { standingRewards } from './points-rewarded.ts'

/** What could not be taken back of whom; who owes no points is absent. */
export async function shortfallsOf(
  { db, currency }: Pick<Book, 'db' | 'currency'>,
  ids?: readonly number[],
): Promise<Map<number, number>> {
  // Too much can be only what is there: what earns and has no points yet need not be looked for in every purchase.
  const purchases = await earningPurchases(db, minorUnit(currency), ids, { withRows: true })
  const short = new Map<number, number>()
  for (const { customerId, earned, returned } of purchases) {
    const missing = Math.max(0, -earned) + Math.max(0, -returned)
    if (missing > 0) short.set(customerId, (short.get(customerId) ?? 0) + missing)
  }
  for (const { customerId, missing } of await standingRewards(db, ids))
    if (missing < 0) short.set(customerId, (short.get(customerId) ?? 0) - missing)
  return short
}
