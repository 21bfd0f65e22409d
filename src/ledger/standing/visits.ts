import type { PurchaseHistory } from './purchase-history.ts'

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

/** The visits of one customer, from the first day on. */
export function visitsOf({ days, refundedOn }: PurchaseHistory, [from, to]: readonly [number, number]): VisitsSoFar {
  const refunds: (readonly [place: number, day: number])[] = []
  if (refundedOn.size > 0) {
    for (let place = from; place < to; place++) {
      const day = refundedOn.get(place)
      if (day !== undefined) refunds.push([place, day])
    }
  }
  const visits = new DaySums()
  let place = from
  let through = Number.NEGATIVE_INFINITY
  const countAnew = (day: number) => {
    visits.clear()
    for (let at = from; at < to && (days[at] as number) <= day; at++)
      if (!((refundedOn.get(at) ?? Number.POSITIVE_INFINITY) <= day)) visits.add(days[at] as number)
  }
  return Object.assign(visits, {
    advanceTo(day: number) {
      if (refunds.some(([, on]) => on > through && on <= day)) countAnew(day)
      else for (; place < to && (days[place] as number) <= day; place++) visits.add(days[place] as number)
      while (place < to && (days[place] as number) <= day) place++
      through = day
    },
  })
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
    let [low, high] = [0, this.gaps.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.gaps[middle] as number) <= gap) low = middle + 1
      else high = middle
    }
    this.gaps.splice(low, 0, gap)
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
