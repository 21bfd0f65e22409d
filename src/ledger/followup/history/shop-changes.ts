import type { DayNumber } from '../../day.ts'
import { firstAtLeast } from '../../quantile.ts'
import type { Facts } from '../../reason/facts.ts'
import { lossAfter } from '../../standing/stage.ts'
import type { OnceLarge } from './own-history.ts'
import type { ShopTimeline } from './shop-timeline.ts'

/**
 * The first morning before another on which the shop's gap makes a customer without one of their own another: from
 * three purchase days on by any change of it, before that (they never slip) when they come to be lost by it, or no
 * longer are.
 */
export function nextGapChange(
  shop: ShopTimeline,
  { lastBought, lostOn: lost, purchaseDays }: Pick<Facts, 'lastBought' | 'lostOn' | 'purchaseDays'>,
  morning: DayNumber,
  before: DayNumber,
): DayNumber {
  if (lastBought === null) return Number.POSITIVE_INFINITY
  if (purchaseDays >= 3) return shop.gapChanges[firstAtLeast(shop.gapChanges, morning + 1)] ?? Number.POSITIVE_INFINITY
  const isLost = lost !== null && morning >= lost
  // From the change on whose gap is that of the morning.
  for (let at = Math.max(0, firstAtLeast(shop.lossChanges, morning + 1) - 1); at < shop.lossChanges.length; at++) {
    const change = shop.lossChanges[at] as DayNumber
    if (change >= before) break
    const until = shop.lossChanges[at + 1] ?? Number.POSITIVE_INFINITY
    const lostOn = lastBought + Math.floor(lossAfter(shop.gap(change))) + 1
    const [first, last] = [Math.max(change, morning + 1), Math.min(until, before) - 1]
    if (first > last) continue
    if (first >= lostOn !== isLost) return first
    if (!isLost && lostOn <= last) return lostOn
  }
  return Number.POSITIVE_INFINITY
}

/** Purchases that are large on some mornings, and those of them that are not on all. */
export interface LargeOnes {
  readonly large: readonly OnceLarge[]
  readonly sometimes: readonly OnceLarge[]
  /** So many days they are thanked for. */
  readonly reach: number
}

/**
 * The first morning before another on which a purchase is large that was not, or the other way round, while they are
 * still thanked for.
 */
export function nextLargeChange(
  shop: ShopTimeline,
  { large, sometimes, reach }: LargeOnes,
  morning: DayNumber,
  before: DayNumber,
): DayNumber {
  const newest = large.findLast(({ on }) => on < morning)?.on ?? Number.NEGATIVE_INFINITY
  const end = Math.min(before, newest + reach + 1)
  for (let day = morning + 1; day < end; day++) {
    const [was, now] = [shop.large(day - 1) ?? Number.POSITIVE_INFINITY, shop.large(day) ?? Number.POSITIVE_INFINITY]
    if (was !== now && sometimes.some(({ on, minor }) => on < day && minor >= was !== minor >= now)) return day
  }
  return Number.POSITIVE_INFINITY
}
