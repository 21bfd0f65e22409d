import type { DayNumber } from '../day.ts'
import { isRefundedBy, mayBeRefunded, type PurchaseHistory } from './purchase-history.ts'

/** What a customer's purchases come to as the days go by. */
export interface VisitsSoFar {
  /** Goes on to the end of a day, never back. */
  advanceTo(day: number): void
  /** Distinct days with a purchase that counts, the first and the last of them. */
  readonly days: number
  readonly firstOn: number | null
  readonly lastOn: number | null
  /** Median days between them; null under three. */
  readonly gap: number | null
  /** The next day on which one is bought or refunded; infinite where there is none. */
  readonly nextOn: DayNumber
}

/** Days of visits, added in order. */
export class DaySums {
  days = 0
  firstOn: number | null = null
  lastOn: number | null = null
  /** In ascending order, one less than days; what stands behind them is of somebody before. */
  private readonly gaps: number[] = []

  clear(): void {
    this.days = 0
    this.firstOn = null
    this.lastOn = null
  }

  add(day: number): void {
    if (day === this.lastOn) return
    if (this.lastOn !== null) this.insert(day - this.lastOn)
    this.firstOn ??= day
    this.lastOn = day
    this.days++
  }

  private insert(gap: number): void {
    const { gaps } = this
    let at = this.days - 1
    for (; at > 0 && (gaps[at - 1] as number) > gap; at--) gaps[at] = gaps[at - 1] as number
    gaps[at] = gap
  }

  get gap(): number | null {
    const { gaps } = this
    if (this.days < 3) return null
    // Asked millions of times by a replay: the median of quantile.ts without its questions.
    const middle = (this.days - 1) >> 1
    const upper = gaps[middle] as number
    return this.days % 2 === 0 ? upper : ((gaps[middle - 1] as number) + upper) / 2
  }
}

/** The visits of one customer, from the first day on. */
export function visitsOf(history: Purchases, place: readonly [number, number]): VisitsSoFar {
  const refunds = refundDays(history, place)
  return refunds.length > 0
    ? new RefundedVisits(history, place, refunds)
    : new WholeVisits(history.days, gapsAfterEach(history), place)
}

type Purchases = Pick<PurchaseHistory, 'places' | 'days' | 'refundedOn' | 'refunded'>

/** Of somebody who brought nothing back, as most: what each purchase made of the gap is read where it stands. */
class WholeVisits implements VisitsSoFar {
  days = 0
  firstOn: number | null = null
  lastOn: number | null = null
  gap: number | null = null
  private readonly dayAt: Int32Array
  private readonly gapAfter: Float32Array
  private readonly to: number
  private place: number

  constructor(dayAt: Int32Array, gapAfter: Float32Array, [from, to]: readonly [number, number]) {
    this.dayAt = dayAt
    this.gapAfter = gapAfter
    this.place = from
    this.to = to
  }

  get nextOn(): DayNumber {
    return this.place < this.to ? (this.dayAt[this.place] as number) : Number.POSITIVE_INFINITY
  }

  advanceTo(day: DayNumber): void {
    const { dayAt, to } = this
    let { place, days, lastOn } = this
    for (; place < to; place++) {
      const on = dayAt[place] as number
      if (on > day) break
      if (on === lastOn) continue
      lastOn = on
      days++
    }
    if (place === this.place) return
    this.firstOn ??= dayAt[this.place] as number
    this.place = place
    this.days = days
    this.lastOn = lastOn
    this.gap = days < 3 ? null : (this.gapAfter[place - 1] as number)
  }
}

/** Worked out once for all who ask about the same purchases: a shop's timeline, each customer's, a report. */
const gapsKept = new WeakMap<PurchaseHistory['places'], Float32Array>()

/** The median days between a customer's days up to each purchase, at its place, as if nothing had been brought back. */
function gapsAfterEach({ places, days }: Purchases): Float32Array {
  let gaps = gapsKept.get(places)
  if (gaps) return gaps
  gaps = new Float32Array(days.length)
  gapsKept.set(places, gaps)
  const sums = new DaySums()
  for (const [from, to] of places.values()) {
    sums.clear()
    for (let place = from; place < to; place++) {
      sums.add(days[place] as number)
      gaps[place] = sums.gap ?? 0
    }
  }
  return gaps
}

class RefundedVisits extends DaySums implements VisitsSoFar {
  private readonly history: Purchases
  private readonly from: number
  private readonly to: number
  /** The days on which one of the purchases was refunded in full. */
  private readonly refunds: readonly DayNumber[]
  private place: number
  private through = Number.NEGATIVE_INFINITY

  constructor(history: Purchases, [from, to]: readonly [number, number], refunds: readonly DayNumber[]) {
    super()
    this.history = history
    this.from = from
    this.to = to
    this.place = from
    this.refunds = refunds
  }

  get nextOn(): DayNumber {
    let next = this.place < this.to ? (this.history.days[this.place] as number) : Number.POSITIVE_INFINITY
    for (const on of this.refunds) if (on > this.through && on < next) next = on
    return next
  }

  advanceTo(day: DayNumber): void {
    const { days } = this.history
    if (this.refunds.some((on) => on > this.through && on <= day)) {
      this.clear()
      this.place = this.from
    }
    for (; this.place < this.to && (days[this.place] as number) <= day; this.place++)
      if (!isRefundedBy(day, this.history, this.place)) this.add(days[this.place] as number)
    this.through = day
  }
}

const none: readonly never[] = []

function refundDays(history: Purchases, [from, to]: readonly [number, number]): readonly DayNumber[] {
  if (!mayBeRefunded(history, from, to)) return none
  let refunds: DayNumber[] | undefined
  for (let place = from; place < to; place++) {
    const day = history.refundedOn.get(place)
    if (day === undefined) continue
    refunds ??= []
    refunds.push(day)
  }
  return refunds ?? none
}
