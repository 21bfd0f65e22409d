import type { DayNumber } from '../day.ts'
import { isRefundedBy, mayBeRefunded, type PurchaseHistory } from './purchase-history.ts'
import { lastOf, lossAfter, type OpenedVisits } from './stage.ts'
import { type VisitsSoFar, visitsOf } from './visits.ts'

/** Nobody is lost after fewer days, whatever their gap. */
const soonestLoss = lossAfter(0)

/**
 * The days of a stretch on which a customer bought who was lost on the day before (SPEC 4, welcome-back), by what had
 * been bought and refunded up to that day before; in order. `shopGap` is asked for only where they had no gap of their
 * own.
 */
export function comebacksOf(
  history: PurchaseHistory,
  place: readonly [from: number, to: number],
  { visits: openedVisits, lastOn: openedOn }: OpenedVisits,
  shopGap: (day: DayNumber) => number,
  { from, to }: { readonly from: DayNumber; readonly to: DayNumber },
): DayNumber[] {
  const found: DayNumber[] = []
  const isWhole = !mayBeRefunded(history, place[0], place[1])
  let visits: VisitsSoFar | undefined
  for (let at = place[0]; at < place[1]; at++) {
    const day = history.days[at] as DayNumber
    if (day < from || day > to || (at > place[0] && day === history.days[at - 1])) continue
    // Of who brought nothing back the purchase before counts: most come again long before they are lost.
    if (isWhole && at > place[0] && day - 1 - (history.days[at - 1] as DayNumber) <= soonestLoss) continue
    visits ??= visitsOf(history, place)
    visits.advanceTo(day - 1)
    const lastOn = lastOf(visits.lastOn, openedOn !== null && openedOn < day ? openedVisits : 0, openedOn)
    if (lastOn === null || day - 1 - lastOn <= soonestLoss) continue
    if (day - 1 - lastOn > lossAfter(visits.gap ?? shopGap(day - 1))) found.push(day)
  }
  return found
}

/**
 * The newest of the days up to one on which a purchase still counted then: what was bought on the others had been
 * refunded.
 */
export function newestComeback(
  days: readonly DayNumber[],
  history: PurchaseHistory,
  [from, to]: readonly [number, number],
  through: DayNumber,
): DayNumber | null {
  for (let at = days.length - 1; at >= 0; at--) {
    const day = days[at] as DayNumber
    if (day > through) continue
    if (!mayBeRefunded(history, from, to)) return day
    for (let place = from; place < to; place++)
      if (history.days[place] === day && !isRefundedBy(through, history, place)) return day
  }
  return null
}
