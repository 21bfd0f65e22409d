import type { Db } from '../../store/db.ts'
import type { Only } from '../../store/lists.ts'
import type { Book } from '../book/book.ts'
import { addDays } from '../day.ts'
import { GapCounts } from './gap-counts.ts'
import { emptyStanding, type Span, type Standing } from './standing.ts'
import { readSums } from './sums.ts'
import { readTakenOff } from './taken-off.ts'

/** The span of the policy: `tier.windowDays` days up to and including the book's day. */
export function spanOf({ today, policy }: Pick<Book, 'today' | 'policy'>): Span {
  return { day: today, from: addDays(today, 1 - policy['tier.windowDays']), margin: policy['tier.margin'] }
}

/**
 * Standings as of the book's day, by customer id. Customers without a purchase or a return are absent (`emptyStanding`
 * is theirs); one whose purchases were all refunded in full is there, with no purchases. Inside a change hand in `{
 * ...book, db }`.
 */
export async function readStandings(
  book: Pick<Book, 'db' | 'today' | 'policy'>,
  only?: Only,
): Promise<Map<number, Standing>> {
  return standingsIn(book.db, spanOf(book), only)
}

/**
 * The same for any span: rates compare two days. One pass over the purchases, and what was refunded of them or returned
 * is taken off.
 */
export async function standingsIn(db: Db, span: Span, only?: Only): Promise<Map<number, Standing>> {
  const taken = readTakenOff(db, span, only)
  const [standings, takenOff] = await Promise.all([readSums(db, span, taken, only), taken])
  for (const [customerId, off] of takenOff) {
    if (standings.has(customerId)) continue
    standings.set(customerId, {
      ...emptyStanding(customerId),
      spent: 0 - off.spent,
      profit: 0 - off.profit,
      windowSpent: 0 - off.windowSpent,
      windowProfit: 0 - off.windowProfit,
    })
  }
  return standings
}

/** The shop's gap: the median of the gaps of customers who have one of their own, else 30 days (SPEC 6). */
export function shopGapOf(standings: Iterable<Pick<Standing, 'gap'>>): number {
  const counts = new GapCounts()
  for (const { gap } of standings) counts.add(gap, 1)
  return counts.median()
}
