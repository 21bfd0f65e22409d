import type { Policy } from '../../book/policy/policy.ts'
import type { DayNumber } from '../../day.ts'
import { firstAtLeast, quantile } from '../../quantile.ts'
import { GapCounts } from '../../standing/gap-counts.ts'
import type { PurchaseHistory } from '../../standing/purchase-history.ts'
import { lossAfter } from '../../standing/stage.ts'
import { visitsOf } from '../../standing/visits.ts'
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
  const gaps = gapsOf(purchases, from, to)
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

/** For each day the numbers to add, as `n`, and to take away, as `-1 - n`. */
type DailyMoves = number[][]

function makeMoves(days: number): DailyMoves {
  return Array.from({ length: days }, () => [])
}

function answersOn(moves: DailyMoves, ordered: FenwickTree, answer: () => number | null): (number | null)[] {
  return moves.map((list) => {
    for (const move of list) ordered.add(move < 0 ? -1 - move : move, move < 0 ? -1 : 1)
    return answer()
  })
}

/** The median of the customers' own gaps each morning: else 30. */
function gapsOf(purchases: PurchaseHistory, from: DayNumber, to: DayNumber): number[] {
  // In halves of days, so that 0 is none.
  const came = makeMoves(to - from + 1)
  const gone = makeMoves(to - from + 1)
  for (const place of purchases.places.values()) {
    const visits = visitsOf(purchases, place)
    let before: number | null = null
    for (let morning = from; morning <= to; morning = visits.nextOn + 1) {
      visits.advanceTo(morning - 1)
      const { gap } = visits
      if (gap === before) continue
      if (before !== null) gone[morning - from]?.push(before)
      if (gap !== null) came[morning - from]?.push(gap)
      before = gap
    }
  }
  const counts = new GapCounts()
  return came.map((gaps, at) => {
    for (const gap of gaps) counts.add(gap, 1)
    for (const gap of gone[at] ?? []) counts.add(gap, -1)
    return counts.median()
  })
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
  const dear: number[] = []
  for (let place = 0; place < days.length; place++)
    if ((amounts[place] as number) >= floor && inReach(days[place] as number)) dear.push(amounts[place] as number)
  const sorted = Float64Array.from(dear).sort()
  let kinds = 0
  for (const amount of sorted) if (kinds === 0 || amount !== sorted[kinds - 1]) sorted[kinds++] = amount
  const distinct = sorted.subarray(0, kinds)
  const moves = makeMoves(to - from + 1)
  const cheaper = new Int32Array(to - from + 1)
  for (let place = 0; place < days.length; place++) {
    const day = days[place] as number
    if (!inReach(day)) continue
    const came = Math.max(day + 1, from)
    // In the window of the morning after it for so many days, unless it was refunded.
    const goes = Math.min(day + window, (refundedOn.get(place) ?? Number.POSITIVE_INFINITY) + 1)
    if (goes <= came) continue
    const amount = amounts[place] as number
    if (amount < floor) {
      cheaper[came - from] = (cheaper[came - from] as number) + 1
      if (goes <= to) cheaper[goes - from] = (cheaper[goes - from] as number) - 1
      continue
    }
    const rank = firstAtLeast(distinct, amount)
    moves[came - from]?.push(rank)
    if (goes <= to) moves[goes - from]?.push(-1 - rank)
  }
  const ordered = new FenwickTree(distinct.length)
  let [below, morning] = [0, 0]
  const answers = answersOn(moves, ordered, () => {
    below += cheaper[morning++] as number
    const nth = (place: number) => (place < below ? Number.NaN : (distinct[ordered.nth(place - below)] as number))
    return ordered.size + below === 0 ? null : quantile(9, 10, ordered.size + below, nth)
  })
  return answers.some(Number.isNaN) ? largeFrom(purchases, from, to, window, 0) : answers
}

/** What four in five of them are cheaper than, or so: told by a few of them. */
function usuallyExceeded({ days, amounts }: PurchaseHistory, inReach: (day: DayNumber) => boolean): number {
  const some: number[] = []
  for (let place = 0; place < days.length; place += Math.ceil(days.length / 5000))
    if (inReach(days[place] as number)) some.push(amounts[place] as number)
  return Float64Array.from(some).sort()[Math.floor(0.8 * some.length)] ?? 0
}
