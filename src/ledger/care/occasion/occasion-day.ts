import { addDays, calendarDay, type Day, lastOfMonth, parseDay } from '../../day.ts'
import { LedgerError } from '../../errors.ts'
import { birthdayIn, birthYear, parseBirthday } from '../../identity/birthday.ts'
import type { Every } from '../../vocabulary.ts'

/** A day as it was noted, and how often it comes; once, where `every` is null. */
export interface OccasionDay {
  /** `2027-03-01`; of every year also `lunar:08-15`, `lunar:2019-08-15`. */
  readonly day: string
  readonly every: Every | null
}

/** Every day from one up to and including another on which an occasion falls; none before its own first day. */
export function occasionIn({ day, every }: OccasionDay, from: Day, to: Day): Day[] {
  const lunar = day.startsWith('lunar:')
  if (every === null) return day >= from && day <= to ? [day] : []
  if (every === 'quarter') return quartersIn(day, from, to)
  const first = birthYear(day)
  return birthdayIn(day, from, to).filter((on) =>
    lunar ? first === null || on >= `${first}-01-01` : first === null || on >= day,
  )
}

/** Each third month from a day on; a day that a month has not is its last one. */
function quartersIn(day: Day, from: Day, to: Day): Day[] {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const days: Day[] = []
  const monthsTo = (Number(from.slice(0, 4)) - year) * 12 + Number(from.slice(5, 7)) - month
  for (let step = Math.max(0, Math.floor(monthsTo / 3) - 1); ; step++) {
    const months = year * 12 + month - 1 + 3 * step
    const [inYear, inMonth] = [Math.floor(months / 12), (months % 12) + 1]
    const on = calendarDay(inYear, inMonth, Math.min(date, lastOfMonth(inYear, inMonth)))
    if (on === null || on > to) return days
    if (on >= from) days.push(on)
  }
}

/** The next day on or after a day on which it falls; null when it is over. */
export function nextOccasion(occasion: OccasionDay, day: Day): Day | null {
  // Lunar years are up to 385 days apart.
  return occasionIn(occasion, day, addDays(day, 800))[0] ?? (occasion.day >= day ? occasion.day : null)
}

const lunarWords = /^(农历|農曆|阴历|旧历|古历|lunar)|[闰閏初廿卅腊臘正冬]/i

/**
 * An occasion's day as typed: a day, or a lunar one (`lunar:08-15`, 农历八月十五), which is of every year. Throws
 * day.unreadable and the like, birthday.unreadable, day.past for a day that has passed and does not come again,
 * usage.conflict for a lunar day of every quarter.
 */
export function readOccasionDay(typed: string, every: Every | undefined, today: Day): OccasionDay {
  if (lunarWords.test(typed.normalize('NFKC').trim())) {
    if (every === 'quarter') throw new LedgerError('usage.conflict', { first: '--every quarter', second: typed })
    return { day: parseBirthday(typed), every: 'year' }
  }
  const day = parseDay(typed, today, 'ahead')
  if (every === undefined && day < today) throw new LedgerError('day.past', { day, today })
  return { day, every: every ?? null }
}
