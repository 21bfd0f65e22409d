import type { Policy } from '../../book/policy/policy.ts'
import type { DayNumber } from '../../day.ts'
import { firstAtLeast, quantile } from '../../quantile.ts'
import { gapsByDay } from '../../standing/gaps-by-day.ts'
import type { PurchaseHistory } from '../../standing/purchase-history.ts'
import { lossAfter } from '../../standing/stage.ts'
import { leastLarge } from '../large-purchases.ts'
import { RankedCounts } from './ranked-counts.ts'

/** The shop's own measures on the morning of each day, worked out from the days before it. */
export interface ShopTimeline {
  gap(day: DayNumber): number
  /** The gap at the end of a day. */
  gapAfter(this: void, day: DayNumber): number
  /** The mornings on which the shop's gap differs from the morning before. */
  readonly gapChanges: readonly DayNumber[]
  /** Those of them on which the days after which a customer is lost differ too. */
  readonly lossChanges: readonly DayNumber[]
  /** What a large purchase is; null when there is none. */
  large(day: DayNumber): number | null
  /** The least and the most that ever was. */
  readonly least: number
  readonly most: number
}

/**
 * Works out the shop's gap and what a large purchase is for each morning from one to another, as `due` does for one.
 */
export function makeShopTimeline(
  purchases: PurchaseHistory,
  from: DayNumber,
  to: DayNumber,
  policy: Policy,
): ShopTimeline {
  const gaps = gapsByDay(purchases, from - 1, to - 1)
  const fixed = policy['due.thanks.minAmount']
  const asked = policy['due.thanks.on'] || policy['due.after-sale.on']
  const thresholds = !asked
    ? []
    : fixed !== null
      ? gaps.map(() => leastLarge(fixed))
      : largeFrom(purchases, from, to, policy['tier.windowDays']).map(leastLarge)
  const turnsOf = (values: readonly number[]) =>
    values.flatMap((value, at) => (at > 0 && value !== values[at - 1] ? [from + at] : []))
  const known = thresholds.filter((amount) => amount !== null)
  return {
    gap: (day) => gaps[day - from] as number,
    gapAfter: (day) => gaps[day + 1 - from] as number,
    gapChanges: turnsOf(gaps),
    lossChanges: turnsOf(gaps.map((gap) => Math.floor(lossAfter(gap)))),
    large: (day) => thresholds[day - from] ?? null,
    least: known.reduce((least, amount) => Math.min(least, amount), Number.POSITIVE_INFINITY),
    most: known.reduce((most, amount) => Math.max(most, amount), Number.NEGATIVE_INFINITY),
  }
}

/**
 * The 90th percentile of the counted purchases of the window each morning; null when there is none. Cheaper ones than
 * `least`, which it is not among on any morning, are counted and not put in order; without it one is guessed.
 */
function largeFrom(
  purchases: PurchaseHistory,
  from: DayNumber,
  to: DayNumber,
  window: number,
  least?: number,
): (number | null)[] {
  const first = from - window + 1
  const floor = least ?? usuallyExceeded(purchases, first, to)
  const { cheaper, amounts, ranksOn } = byDay(purchases, first, to, floor)
  const dear = new RankedCounts(amounts.length)
  let below = 0
  /** Those of a day come into the window, or leave it. */
  const countDay = (day: DayNumber, times: 1 | -1) => {
    below += times * (cheaper[day - first] as number)
    for (const rank of ranksOn(day)) dear.add(rank, times)
  }
  const refunds = refundsBy(purchases, { first, from, to, window })
  const nth = (place: number) => (place < below ? Number.NaN : (amounts[dear.nth(place - below)] as number))
  for (let day = first; day < from; day++) countDay(day, 1)
  const answers: (number | null)[] = []
  for (let morning = from; morning <= to; morning++) {
    if (morning > from) {
      countDay(morning - 1, 1)
      countDay(morning - window, -1)
    }
    for (const { amount, times } of refunds.get(morning) ?? [])
      if (amount < floor) below += times
      else dear.add(firstAtLeast(amounts, amount), times)
    answers.push(dear.size + below === 0 ? null : quantile(9, 10, dear.size + below, nth))
  }
  return floor > 0 && answers.some(Number.isNaN) ? largeFrom(purchases, from, to, window, 0) : answers
}

/** Purchases from a day up to before another: how many cheaper ones each day has, and the ranks of the others. */
function byDay({ days, amounts }: PurchaseHistory, first: DayNumber, to: DayNumber, floor: number) {
  const cheaper = new Int32Array(to - first)
  const ends = new Int32Array(to - first + 1)
  for (let place = 0; place < days.length; place++) {
    const at = (days[place] as DayNumber) - first
    if (at < 0 || at >= cheaper.length) continue
    const counts = (amounts[place] as number) < floor ? cheaper : ends
    counts[at] = (counts[at] as number) + 1
  }
  let total = 0
  for (let at = 0; at < ends.length; at++) {
    const count = ends[at] as number
    ends[at] = total
    total += count
  }
  const dear = new Float64Array(total)
  for (let place = 0; place < days.length; place++) {
    const at = (days[place] as DayNumber) - first
    const amount = amounts[place] as number
    if (at < 0 || at >= cheaper.length || amount < floor) continue
    const next = ends[at] as number
    dear[next] = amount
    ends[at] = next + 1
  }
  const distinct = distinctOf(dear.slice())
  const ranks = new Int32Array(total)
  for (let at = 0; at < total; at++) ranks[at] = firstAtLeast(distinct, dear[at] as number)
  return {
    cheaper,
    /** Of the others, each once, in order. */
    amounts: distinct,
    ranksOn: (day: DayNumber) => ranks.subarray(day === first ? 0 : ends[day - first - 1], ends[day - first]),
  }
}

interface Mornings {
  readonly first: DayNumber
  readonly from: DayNumber
  readonly to: DayNumber
  readonly window: number
}

/** On which morning a purchase counts no more as it was refunded, and on which it would have left the window anyway. */
function refundsBy({ days, amounts, refundedOn }: PurchaseHistory, { first, from, to, window }: Mornings) {
  const refunds = new Map<DayNumber, { readonly amount: number; readonly times: 1 | -1 }[]>()
  const note = (morning: DayNumber, amount: number, times: 1 | -1) => {
    const own = refunds.get(morning)
    if (own) own.push({ amount, times })
    else refunds.set(morning, [{ amount, times }])
  }
  for (const [place, refunded] of refundedOn) {
    const [day, amount] = [days[place] as number, amounts[place] as number]
    const gone = Math.max(day + 1, from, refunded + 1)
    if (day < first || day >= to || gone >= day + window) continue
    note(gone, amount, -1)
    note(day + window, amount, 1)
  }
  return refunds
}

/** Each of some amounts once, in ascending order. */
function distinctOf(amounts: Float64Array): Float64Array {
  const sorted = amounts.sort()
  let kinds = 0
  for (let at = 0; at < sorted.length; at++)
    if (at === 0 || sorted[at] !== sorted[kinds - 1]) sorted[kinds++] = sorted[at] as number
  return sorted.subarray(0, kinds)
}

/** What four in five of those from a day up to before another are cheaper than, or so: told by a few of them. */
function usuallyExceeded({ days, amounts }: PurchaseHistory, first: DayNumber, to: DayNumber): number {
  const some: number[] = []
  for (let place = 0; place < days.length; place += Math.ceil(days.length / 5000)) {
    const day = days[place] as DayNumber
    if (day >= first && day < to) some.push(amounts[place] as number)
  }
  return Float64Array.from(some).sort()[Math.floor(0.8 * some.length)] ?? 0
}
