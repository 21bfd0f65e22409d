import type { Policy } from '../../book/policy/policy.ts'
import type { DayNumber } from '../../day.ts'
import { firstAtLeast, quantile } from '../../quantile.ts'
import { gapsByDay } from '../../standing/gaps-by-day.ts'
import type { PurchaseHistory } from '../../standing/purchase-history.ts'
import { lossAfter } from '../../standing/stage.ts'
import { FenwickTree } from './fenwick-tree.ts'

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
      ? gaps.map(() => fixed)
      : largeFrom(purchases, from, to, policy['tier.windowDays'])
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

/** Numbers for each of some days. */
function perDay(days: number): number[][] {
  return Array.from({ length: days }, () => [])
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
  const { days, amounts, refundedOn } = purchases
  const inReach = (day: DayNumber) => day > from - window && day < to
  const floor = least ?? usuallyExceeded(purchases, inReach)
  const cheaper = new Int32Array(to - from + 1)
  const countCheaper = (morning: DayNumber, times: 1 | -1) => {
    if (morning <= to) cheaper[morning - from] = (cheaper[morning - from] as number) + times
  }
  const dear: number[] = []
  for (let place = 0; place < days.length; place++) {
    const day = days[place] as number
    if (!inReach(day)) continue
    if ((amounts[place] as number) >= floor) {
      dear.push(place)
      continue
    }
    // In the window of the morning after it for so many days.
    countCheaper(Math.max(day + 1, from), 1)
    countCheaper(day + window, -1)
  }
  const distinct = distinctOf(Float64Array.from(dear, (place) => amounts[place] as number))
  // The ranks to add, as `n`, and to take away, as `-1 - n`.
  const moves = perDay(to - from + 1)
  const countDear = (rank: number, morning: DayNumber, times: 1 | -1) =>
    moves[morning - from]?.push(times === 1 ? rank : -1 - rank)
  for (const place of dear) {
    const [day, rank] = [days[place] as number, firstAtLeast(distinct, amounts[place] as number)]
    countDear(rank, Math.max(day + 1, from), 1)
    countDear(rank, day + window, -1)
  }
  for (const [place, refunded] of refundedOn) {
    const [day, amount] = [days[place] as number, amounts[place] as number]
    const gone = Math.max(day + 1, from, refunded + 1)
    if (!inReach(day) || gone >= day + window) continue
    const count = amount < floor ? countCheaper : countDear.bind(null, firstAtLeast(distinct, amount))
    count(gone, -1)
    count(day + window, 1)
  }
  const ordered = new FenwickTree(distinct.length)
  let below = 0
  const nth = (place: number) => (place < below ? Number.NaN : (distinct[ordered.nth(place - below)] as number))
  const answers = moves.map((list, at) => {
    for (const move of list) ordered.add(move < 0 ? -1 - move : move, move < 0 ? -1 : 1)
    below += cheaper[at] as number
    return ordered.size + below === 0 ? null : quantile(9, 10, ordered.size + below, nth)
  })
  return answers.some(Number.isNaN) ? largeFrom(purchases, from, to, window, 0) : answers
}

/** Each of some amounts once, in ascending order. */
function distinctOf(amounts: Float64Array): Float64Array {
  const sorted = amounts.sort()
  let kinds = 0
  for (let at = 0; at < sorted.length; at++)
    if (at === 0 || sorted[at] !== sorted[kinds - 1]) sorted[kinds++] = sorted[at] as number
  return sorted.subarray(0, kinds)
}

/** What four in five of them are cheaper than, or so: told by a few of them. */
function usuallyExceeded({ days, amounts }: PurchaseHistory, inReach: (day: DayNumber) => boolean): number {
  const some: number[] = []
  for (let place = 0; place < days.length; place += Math.ceil(days.length / 5000))
    if (inReach(days[place] as number)) some.push(amounts[place] as number)
  return Float64Array.from(some).sort()[Math.floor(0.8 * some.length)] ?? 0
}
