import { addDays, type Day, daysBetween, lastOfMonth } from '../day.ts'
import type { Period } from '../rates/period.ts'

/** How a period was asked for: a calendar month or quarter, or by its days. */
export type PeriodKind = 'month' | 'quarter' | 'days'

/** The period before: of a whole month or quarter the whole one before it; of one not over yet the same days of the one before; else as many days just before. */
export function periodBefore({ from, to }: Period, kind: PeriodKind): Period {
  if (kind === 'days') return { from: addDays(from, daysBetween(to, from) - 1), to: addDays(from, -1) }
  const back = kind === 'month' ? 1 : 3
  const whole = isWhole({ from, to }, kind)
  return { from: monthsBack(from, back), to: whole ? addDays(from, -1) : monthsBack(to, back) }
}

/** Whether a month or quarter is over: its last day is the period's. */
export function isWhole({ from, to }: Period, kind: PeriodKind): boolean {
  return kind === 'days' || monthsBack(addDays(to, 1), kind === 'month' ? 1 : 3) === from
}

/** The same day so many months earlier; the 31st of a month of 30 is its 30th. */
function monthsBack(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  const date = Math.min(Number(day.slice(8)), lastOfMonth(year, month))
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/**
 * How much more or less in whole percent; null where a percentage would say more than is known: of nothing, of what rests on fewer than ten
 * things, or tenfold and more.
 */
export function percentChange(now: number, before: number, things: number): number | null {
  if (before <= 0 || things < 10) return null
  const percent = Math.round((100 * (now - before)) / before)
  return Math.abs(percent) < 1000 ? percent : null
}
