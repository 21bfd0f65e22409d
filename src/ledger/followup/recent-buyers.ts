import { type DayNumber, serial } from '../day.ts'
import { comebacksOf, newestComeback } from '../standing/comebacks.ts'
import type { OwnPlace } from '../standing/customer-places.ts'
import { gapsByDay } from '../standing/gaps-by-day.ts'
import type { PurchaseHistory } from '../standing/purchase-history.ts'
import type { FullRefund } from '../standing/refunded-in-full.ts'
import type { OpenedVisits } from '../standing/stage.ts'
import type { Buyers } from './buyers.ts'

/**
 * The purchase days of those who bought in the last days: who of them had been lost, and
 * what the shop's gap was on a day of theirs, is told from these few without reading the shop again.
 */
export class RecentBuyers {
  private readonly history: PurchaseHistory
  private readonly since: DayNumber
  private readonly through: DayNumber
  private gaps: readonly number[] | null = null

  /** Since the day up to and including the other; `refunded` are the purchases refunded in full by then. */
  constructor(since: DayNumber, through: DayNumber, history: PurchaseHistory, refunded: readonly FullRefund[]) {
    this.since = since
    this.through = through
    const refundedLately = new Set(
      refunded.flatMap(({ customerId, refundedOn }) => (serial(refundedOn) >= since ? [customerId] : [])),
    )
    const places = new Map<number, OwnPlace>()
    for (const [id, place] of history.places)
      if ((history.days[place[1] - 1] as number) >= since || refundedLately.has(id)) places.set(id, place)
    this.history = { ...history, places }
  }

  /** Whether that depends on the shop's gap at all. */
  mayHaveReturned(customerId: number, opened: OpenedVisits): boolean {
    const place = this.history.places.get(customerId)
    return place !== undefined && this.mayReturn(place, opened)
  }

  /** The newest day on which the customer bought again after having been lost; null where there is none. */
  returnedOn(customerId: number, opened: OpenedVisits, shopGap: (day: DayNumber) => number): DayNumber | null {
    if (!this.mayHaveReturned(customerId, opened)) return null
    const { history } = this
    const place = history.places.get(customerId) as OwnPlace
    const found = comebacksOf(history, place, opened, shopGap, { from: this.since, to: this.through })
    return newestComeback(found, history, place, this.through)
  }

  /** The shop's gap at the end of one of the days, from the buyers the days were kept of. */
  gapOn(day: DayNumber, buyers: Buyers): number {
    this.gaps ??= this.gapsOf(buyers)
    return this.gaps[day - (this.since - 1)] ?? 30
  }

  private gapsOf(buyers: Buyers): number[] {
    const others: (number | null)[] = []
    for (const [customerId, { gap }] of buyers) if (this.history.places.get(customerId) === undefined) others.push(gap)
    return gapsByDay(this.history, this.since - 1, this.through, others)
  }

  /** Whether more than three months without a purchase came before one of the recent days: nobody is lost sooner. */
  private mayReturn([from, to]: OwnPlace, { visits, lastOn }: OpenedVisits): boolean {
    for (let at = to - 1; at >= from; at--) {
      const day = this.history.days[at] as DayNumber
      if (day < this.since) return false
      const before = at > from ? (this.history.days[at - 1] as DayNumber) : visits > 0 && lastOn !== null ? lastOn : day
      if (day - before > 90) return true
    }
    return false
  }
}
