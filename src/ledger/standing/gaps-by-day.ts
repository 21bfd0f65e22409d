import type { DayNumber } from '../day.ts'
import { GapCounts } from './gap-counts.ts'
import type { PurchaseHistory } from './purchase-history.ts'
import { visitsOf } from './visits.ts'

/**
 * The shop's gap at the end of each day from one to another: the median of the customers' own (SPEC 6). `others` are
 * the gaps of customers whose purchases are not among these, as they changed on none of the days.
 */
export function gapsByDay(
  history: Pick<PurchaseHistory, 'places' | 'days' | 'refundedOn' | 'refunded'>,
  from: DayNumber,
  to: DayNumber,
  others: Iterable<number | null> = [],
): number[] {
  const counts = new GapCounts()
  for (const gap of others) counts.add(gap, 1)
  /** By day, what one gap after another was before and is after it; 0: none of their own. */
  const changes: number[][] = Array.from({ length: to - from + 1 }, () => [])
  for (const place of history.places.values()) {
    const visits = visitsOf(history, place)
    visits.advanceTo(from)
    let was = visits.gap
    counts.add(was, 1)
    for (let day = visits.nextOn; day <= to; day = visits.nextOn) {
      visits.advanceTo(day)
      const now = visits.gap
      if (now !== was) changes[day - from]?.push(was ?? 0, now ?? 0)
      was = now
    }
  }
  return changes.map((turned) => {
    for (let at = 0; at < turned.length; at += 2) {
      counts.add(turned[at] || null, -1)
      counts.add(turned[at + 1] || null, 1)
    }
    return counts.median()
  })
}
