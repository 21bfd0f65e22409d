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
}

/** Days of visits, added in order. */
export class DaySums {
  days = 0
  firstOn: number | null = null
  lastOn: number | null = null
  /** In ascending order. */
  private readonly gaps: number[] = []

  clear(): void {
    this.days = 0
    this.firstOn = null
    this.lastOn = null
    this.gaps.length = 0
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
    let at = gaps.push(gap) - 1
    for (; at > 0 && (gaps[at - 1] as number) > gap; at--) gaps[at] = gaps[at - 1] as number
    gaps[at] = gap
  }

  get gap(): number | null {
    const { gaps } = this
    if (gaps.length < 2) return null
    // Asked millions of times by a replay: the median of quantile.ts without its questions.
    const middle = gaps.length >> 1
    const upper = gaps[middle] as number
    return gaps.length % 2 === 1 ? upper : ((gaps[middle - 1] as number) + upper) / 2
  }
}

/** The visits of one customer, from the first day on. */
export function visitsOf(history: Purchases, place: readonly [number, number]): VisitsSoFar {
  return new HistoryVisits(history, place)
}

type Purchases = Pick<PurchaseHistory, 'days' | 'refundedOn' | 'refunded'>

class HistoryVisits extends DaySums implements VisitsSoFar {
  private readonly history: Purchases
  private readonly from: number
  private readonly to: number
  /** The days on which one of the purchases was refunded in full. */
  private readonly refunds: readonly DayNumber[]
  private place: number
  private through = Number.NEGATIVE_INFINITY

  constructor(history: Purchases, [from, to]: readonly [number, number]) {
    super()
    this.history = history
    this.from = from
    this.to = to
    this.place = from
    this.refunds = refundDays(history, from, to)
  }

  advanceTo(day: DayNumber): void {
    const { days } = this.history
    const isGone = this.refunds.length > 0 && this.refunds.some((on) => on > this.through && on <= day)
    if (isGone) {
      this.clear()
      this.place = this.from
    }
    for (; this.place < this.to && (days[this.place] as number) <= day; this.place++)
      if (this.refunds.length === 0 || !isRefundedBy(day, this.history, this.place))
        this.add(days[this.place] as number)
    this.through = day
  }
}

const none: readonly never[] = []

function refundDays(history: Purchases, from: number, to: number): readonly DayNumber[] {
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
