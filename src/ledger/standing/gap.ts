import { type Day, daysBetween } from '../day.ts'
import { median } from '../quantile.ts'

/** The median of days between neighbours of distinct days in ascending order; null under three days (SPEC 6). */
export function medianGap(days: readonly Day[]): number | null {
  if (days.length < 3) return null
  const gaps = days.slice(1).map((day, at) => daysBetween(days[at] ?? day, day))
  return median(gaps.sort((one, other) => one - other))
}
