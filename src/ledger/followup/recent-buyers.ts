import { type Day, type DayNumber, serial } from '../day.ts'
import { comebacksOf, newestComeback, type OpenedVisits } from '../standing/comebacks.ts'
import { GapCounts } from '../standing/gap-counts.ts'
import type { PurchaseHistory } from '../standing/purchase-history.ts'
import type { FullRefund } from '../standing/refunded-in-full.ts'
import type { Standing } from '../standing/standing.ts'
import { visitsOf } from '../standing/visits.ts'

/**
 * The purchase days of those who bought in the last days, kept while standings are read: who of them had been lost, and
 * what the shop's gap was on a day of theirs, is told from these few without reading the shop again.
 */
export class RecentBuyers {
  private readonly texts = new Map<number, string>()
  private readonly refunds = new Map<number, FullRefund[]>()
  private readonly refundedLately = new Set<number>()
  private readonly since: DayNumber
  private readonly through: DayNumber
  private history: PurchaseHistory | null = null
  private gaps: readonly number[] | null = null

  /** Since the day up to and including the other; `refunded` are the purchases refunded in full by then. */
  constructor(since: DayNumber, through: DayNumber, refunded: readonly FullRefund[]) {
    this.since = since
    this.through = through
    for (const refund of refunded) {
      const { customerId, refundedOn } = refund
      if (customerId === null) continue
      const own = this.refunds.get(customerId)
      if (own) own.push(refund)
      else this.refunds.set(customerId, [refund])
      if (serial(refundedOn) >= since) this.refundedLately.add(customerId)
    }
  }

  /** The last day of a customer, and all of them in order, without a blank between. */
  read(customerId: number, lastOn: Day, days: () => string): void {
    if (serial(lastOn) >= this.since || this.refundedLately.has(customerId)) this.texts.set(customerId, days())
  }

  /** Whether that depends on the shop's gap at all. */
  mayHaveReturned(customerId: number, opened: OpenedVisits): boolean {
    const days = this.texts.get(customerId)
    return days !== undefined && mayReturn(days, opened, this.since)
  }

  /** The newest day on which the customer bought again after having been lost; null where there is none. */
  returnedOn(customerId: number, opened: OpenedVisits, shopGap: (day: DayNumber) => number): DayNumber | null {
    if (!this.mayHaveReturned(customerId, opened)) return null
    const history = this.historyOf()
    const place = history.places.get(customerId) as readonly [number, number]
    const found = comebacksOf(history, place, opened, shopGap, { from: this.since, to: this.through })
    return newestComeback(found, history, place, this.through)
  }

  /** The shop's gap at the end of one of the days, from the standings the days were kept of. */
  gapOn(day: DayNumber, standings: ReadonlyMap<number, Standing>): number {
    this.gaps ??= this.gapsOf(standings)
    return this.gaps[day - (this.since - 1)] ?? 30
  }

  private gapsOf(standings: ReadonlyMap<number, Standing>): number[] {
    const counts = new GapCounts()
    for (const { customerId, gap } of standings.values()) if (!this.texts.has(customerId)) counts.add(gap, 1)
    const history = this.historyOf()
    const moves: { readonly was: number | null; readonly now: number | null }[][] = Array.from(
      { length: this.through - this.since + 1 },
      () => [],
    )
    for (const place of history.places.values()) {
      const visits = visitsOf(history, place)
      visits.advanceTo(this.since - 1)
      let was = visits.gap
      counts.add(was, 1)
      for (const day of this.changesOf(place)) {
        visits.advanceTo(day)
        const now = visits.gap
        if (now !== was) moves[day - this.since]?.push({ was, now })
        was = now
      }
    }
    const gaps = [counts.median()]
    for (const list of moves) {
      for (const { was, now } of list) {
        counts.add(was, -1)
        counts.add(now, 1)
      }
      gaps.push(counts.median())
    }
    return gaps
  }

  /** The recent days on which a customer bought, or a purchase of theirs came to count no more, in order. */
  private changesOf([from, to]: readonly [number, number]): DayNumber[] {
    const { days, refundedOn } = this.historyOf()
    const found: DayNumber[] = []
    for (let place = to - 1; place >= from && (days[place] as number) >= this.since; place--)
      found.push(days[place] as number)
    if (refundedOn.size > 0)
      for (let place = from; place < to; place++) {
        const day = refundedOn.get(place)
        if (day !== undefined && day >= this.since) found.push(day)
      }
    return found.length < 2 ? found : [...new Set(found)].sort((one, other) => one - other)
  }

  private historyOf(): PurchaseHistory {
    if (this.history) return this.history
    let length = 0
    for (const text of this.texts.values()) length += text.length / 10
    const days = new Int32Array(length)
    const places = new Map<number, readonly [number, number]>()
    const refundedOn = new Map<number, number>()
    let place = 0
    for (const [customerId, text] of this.texts) {
      const from = place
      for (let at = 0; at < text.length; at += 10) days[place++] = serial(text.slice(at, at + 10))
      places.set(customerId, [from, place])
      // Which of several of a day was refunded makes no difference to the days.
      for (const refund of this.refunds.get(customerId) ?? []) {
        const on = serial(refund.on)
        for (let at = from; at < place; at++) {
          if (days[at] !== on || refundedOn.has(at)) continue
          refundedOn.set(at, serial(refund.refundedOn))
          break
        }
      }
    }
    this.history = { places, days, amounts: new Float64Array(0), refundedOn, linked: new Set() }
    return this.history
  }
}

/** Whether more than three months without a purchase came before one of the recent days: nobody is lost sooner. */
function mayReturn(days: string, { visits, lastOn }: OpenedVisits, since: DayNumber): boolean {
  for (let at = days.length - 10; at >= 0; at -= 10) {
    const day = serial(days.slice(at, at + 10))
    if (day < since) return false
    const before = at > 0 ? serial(days.slice(at - 10, at)) : visits > 0 && lastOn !== null ? lastOn : day
    if (day - before > 90) return true
  }
  return false
}
