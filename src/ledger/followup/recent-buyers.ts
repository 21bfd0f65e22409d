import { type DayNumber, serial } from '../day.ts'
import { comebacksOf, newestComeback } from '../standing/comebacks.ts'
import { gapsByDay } from '../standing/gaps-by-day.ts'
import type { PurchaseHistory } from '../standing/purchase-history.ts'
import type { Purchases } from '../standing/purchases.ts'
import type { FullRefund } from '../standing/refunded-in-full.ts'
import type { OpenedVisits } from '../standing/stage.ts'
import type { BoughtSoFar } from './buyers.ts'

/**
 * The purchase days of those who bought in the last days: who of them had been lost, and
 * what the shop's gap was on a day of theirs, is told from these few without reading the shop again.
 */
export class RecentBuyers {
  /** Whose days lie where. */
  private readonly places = new Map<number, readonly [from: number, to: number]>()
  private readonly days: Int32Array
  private readonly refunds = new Map<number, FullRefund[]>()
  private readonly since: DayNumber
  private readonly through: DayNumber
  private history: PurchaseHistory | null = null
  private gaps: readonly number[] | null = null

  /** Since the day up to and including the other; `refunded` are the purchases refunded in full by then. */
  constructor(
    since: DayNumber,
    through: DayNumber,
    { places, days }: Pick<Purchases, 'places' | 'days'>,
    refunded: readonly FullRefund[],
  ) {
    this.since = since
    this.through = through
    this.days = days
    const refundedLately = new Set<number>()
    for (const refund of refunded) {
      const { customerId, refundedOn } = refund
      if (customerId === null) continue
      const own = this.refunds.get(customerId)
      if (own) own.push(refund)
      else this.refunds.set(customerId, [refund])
      if (serial(refundedOn) >= since) refundedLately.add(customerId)
    }
    for (const [id, place] of places)
      if ((days[place[1] - 1] as number) >= since || refundedLately.has(id)) this.places.set(id, place)
  }

  /** Whether that depends on the shop's gap at all. */
  mayHaveReturned(customerId: number, opened: OpenedVisits): boolean {
    const place = this.places.get(customerId)
    return place !== undefined && this.mayReturn(place, opened)
  }

  /** The newest day on which the customer bought again after having been lost; null where there is none. */
  returnedOn(customerId: number, opened: OpenedVisits, shopGap: (day: DayNumber) => number): DayNumber | null {
    if (!this.mayHaveReturned(customerId, opened)) return null
    const history = this.historyOf()
    const place = history.places.get(customerId) as readonly [number, number]
    const found = comebacksOf(history, place, opened, shopGap, { from: this.since, to: this.through })
    return newestComeback(found, history, place, this.through)
  }

  /** The shop's gap at the end of one of the days, from the buyers the days were kept of. */
  gapOn(day: DayNumber, buyers: ReadonlyMap<number, BoughtSoFar>): number {
    this.gaps ??= this.gapsOf(buyers)
    return this.gaps[day - (this.since - 1)] ?? 30
  }

  private gapsOf(buyers: ReadonlyMap<number, BoughtSoFar>): number[] {
    const others: (number | null)[] = []
    for (const [customerId, { gap }] of buyers) if (!this.places.has(customerId)) others.push(gap)
    return gapsByDay(this.historyOf(), this.since - 1, this.through, others)
  }

  private historyOf(): PurchaseHistory {
    if (this.history) return this.history
    const { days, places } = this
    const refundedOn = new Map<number, number>()
    for (const [customerId, refunds] of this.refunds) {
      const [from, to] = places.get(customerId) ?? [0, 0]
      // Which of several of a day was refunded makes no difference to the days.
      for (const refund of refunds) {
        const on = serial(refund.on)
        for (let at = from; at < to; at++) {
          if (days[at] !== on || refundedOn.has(at)) continue
          refundedOn.set(at, serial(refund.refundedOn))
          break
        }
      }
    }
    this.history = {
      places,
      days,
      amounts: new Float64Array(0),
      costs: null,
      items: null,
      refundedOn,
      linked: new Set(),
    }
    return this.history
  }

  /** Whether more than three months without a purchase came before one of the recent days: nobody is lost sooner. */
  private mayReturn([from, to]: readonly [number, number], { visits, lastOn }: OpenedVisits): boolean {
    for (let at = to - 1; at >= from; at--) {
      const day = this.days[at] as DayNumber
      if (day < this.since) return false
      const before = at > from ? (this.days[at - 1] as DayNumber) : visits > 0 && lastOn !== null ? lastOn : day
      if (day - before > 90) return true
    }
    return false
  }
}
