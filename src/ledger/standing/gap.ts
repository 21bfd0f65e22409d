import { type Day, daysBetween } from '../day.ts'

/** The median of numbers in ascending order: the middle one, or the mean of the middle two. NaN of none. */
export function median(sorted: ArrayLike<number>): number {
  const half = sorted.length >> 1
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2
}

/** The median of days between neighbours of distinct days in ascending order; null under three days (SPEC 6). */
export function medianGap(days: readonly Day[]): number | null {
  if (days.length < 3) return null
  const gaps = days.slice(1).map((day, at) => daysBetween(days[at] ?? day, day))
  return median(gaps.sort((one, other) => one - other))
}
