import { LedgerError } from './errors.ts'
import { inDigits } from './month-name.ts'

/** A calendar day in the shop's time zone, `YYYY-MM-DD`: it compares, sorts and stores as text. */
export type Day = string

/**
 * Days since 1970-01-01, so that a difference is a subtraction. By arithmetic on the digits (Howard Hinnant,
 * "chrono-compatible low-level date algorithms"): lists read millions of days, and Date takes ten times as long.
 */
export function serial(day: Day): number {
  return serialAt(day, 0)
}

/** The same of a day that stands at a place of a longer text. */
export function serialAt(text: string, at: number): number {
  const month = twoDigits(text, at + 5)
  const year = twoDigits(text, at) * 100 + twoDigits(text, at + 2)
  const key = (year - firstKept) * 12 + month - 1
  if (key < 0 || key >= monthBegins.length) return monthSerial(year, month) + twoDigits(text, at + 8)
  let begins = monthBegins[key] as number
  if (begins === 0) {
    begins = monthSerial(year, month)
    monthBegins[key] = begins
  }
  return begins + twoDigits(text, at + 8)
}

/** Most days are of this century's months: the serial of the day before each is worked out once; 0: not yet. */
const firstKept = 2000
const monthBegins = new Int32Array(12 * 100)

/** Of the day before the first of a month. */
function monthSerial(year: number, month: number): number {
  const begun = year - (month <= 2 ? 1 : 0)
  const era = Math.floor(begun / 400)
  const ofEra = begun - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5)
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_469
}

function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528
}

/** The day of a serial number. */
export function daySerial(number: number): Day {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`
}

/** A day takes so many characters. */
export const dayLength = 10

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return serial(to) - serial(from)
}

/** So many days later; earlier, where they are less than 0. */
export function addDays(day: Day, days: number): Day {
  return daySerial(serial(day) + days)
}

/** Monday 1 … Sunday 7, as ISO 8601 counts. */
export function weekday(day: Day): number {
  return ((serial(day) + 3) % 7) + 1
}

/** The day, or null when the calendar has none such (2026-02-30). */
export function calendarDay(year: number, month: number, day: number): Day | null {
  if (!(year >= 1800 && year <= 9999 && month >= 1 && month <= 12)) return null
  if (!(day >= 1 && day <= lastOfMonth(year, month))) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** How many days a month has: months from 1. */
export function lastOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

// Looked up by what was typed: a word like `constructor` must find nothing.
function bare<Value>(words: Record<string, Value>): Record<string, Value> {
  return Object.assign(Object.create(null), words)
}

/** An instant in local time of the zone: `2026-11-21 09:41`. */
export function momentInZone(instant: Date, zone: string): string {
  // Sweden writes days and hours as SQL does.
  const written = (timeZone: string) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(instant)
  try {
    return written(zone)
  } catch {
    // A ledger whose zone nobody knows goes by UTC, and can still be looked at and mended.
    return written('UTC')
  }
}

const weekdays: Record<string, number> = bare({
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
  mon: 1,
  tue: 2,
  wed: 3,
  thu: 4,
  fri: 5,
  sat: 6,
  sun: 7,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
})
const named: Record<string, number> = bare({
  today: 0,
  yesterday: -1,
  tomorrow: 1,
  今天: 0,
  今日: 0,
  昨天: -1,
  昨日: -1,
  前天: -2,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
  大前天: -3,
})
/** Weeks and months from the one that runs, by their first days. */
const nextWeek = new Set(['下周', '下星期', '下个星期', '下礼拜', 'next week'])
const lastWeek = new Set(['上周', '上星期', '上个星期', '上礼拜', 'last week'])
const nextMonth = new Set(['下个月', '下月', 'next month'])
const lastMonth = new Set(['上个月', '上月', 'last month'])

/** The Chinese digits, but for zero. */
export const chineseDigits: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const numerals: Record<string, number> = { ...chineseDigits, 十: 10, 半: 0.5 }
const unitDays: Record<string, number> = {
  d: 1,
  day: 1,
  days: 1,
  天: 1,
  日: 1,
  w: 7,
  week: 7,
  weeks: 7,
  周: 7,
  个星期: 7,
  星期: 7,
  个礼拜: 7,
}

/**
 * Reads a day as a person types it, in either language; `look` says which way a bare `3d`, `11-21` or weekday points:
 * `back` for --on --from --to, `ahead` for --next --due --until and snooze. Throws day.unreadable, day.year-last,
 * day.impossible.
 */
export function parseDay(text: string, today: Day, look: 'back' | 'ahead'): Day {
  const plain = plainDay(text)
  return (
    writtenDay(plain, text) ??
    spokenDay(plain, today, look) ??
    monthDay(plain, text, today, look) ??
    dateDay(plain, text, today, look) ??
    refuse(text, look)
  )
}

/** `Dec 5` is 12-5, and `in 3 days` +3 days. */
function plainDay(text: string): string {
  return inDigits(text.normalize('NFKC').trim().toLowerCase()).replace(/^in (?=\d)/, '+')
}

const monthDayForms = [/^(\d{1,2})[-/](\d{1,2})$/, /^(\d{1,2})月(\d{1,2})[日号]?$/]

/** Whether a day is typed by month and date alone: its year is what the day it is looked for from says. */
export function isMonthDay(text: string): boolean {
  const plain = plainDay(text)
  return monthDayForms.some((form) => form.test(plain))
}

function refuse(text: string, look: 'back' | 'ahead'): never {
  const yearLast = /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/.test(text.trim())
  if (yearLast) throw new LedgerError('day.year-last', { text })
  const month = daysOfMonth(plainDay(text))
  throw new LedgerError('day.unreadable', { text, look, ...(month ? { month } : {}) })
}

/** The first and the last of the days that `2026-10` and `2026年10月` may mean. */
function daysOfMonth(plain: string): [first: Day, last: Day] | null {
  const found = /^(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月)$/.exec(plain)
  const [year, month] = [Number(found?.[1]), Number(found?.[2] ?? found?.[3])]
  const first = calendarDay(year, month, 1)
  return first ? [first, monthEnd(first)] : null
}

function writtenDay(plain: string, text: string): Day | null {
  const found =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(plain)?.toSpliced(2, 1) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/.exec(plain)
  if (!found) return null
  const day = calendarDay(Number(found[1]), Number(found[2]), Number(found[3]))
  if (!day) throw new LedgerError('day.impossible', { text })
  return day
}

function monthDay(plain: string, text: string, today: Day, look: 'back' | 'ahead'): Day | null {
  const found = monthDayForms.map((form) => form.exec(plain)).find((one) => one !== null)
  if (!found) return null
  const [month, date] = [Number(found[1]), Number(found[2])]
  if (calendarDay(2024, month, date) === null) throw new LedgerError('day.impossible', { text })
  const year = Number(today.slice(0, 4))
  const step = look === 'back' ? -1 : 1
  // 29 February looks for the nearest year that has one.
  for (const candidate of [0, 1, 2, 3, 4, 5, 6, 7, 8].map((years) => calendarDay(year + step * years, month, date))) {
    if (candidate && (look === 'back' ? candidate <= today : candidate >= today)) return candidate
  }
  return null
}

/** `20号` is the 20th, of this month or the nearest one that way which has such a day; days are counted in 天. */
function dateDay(plain: string, text: string, today: Day, look: 'back' | 'ahead'): Day | null {
  const date = Number(/^(\d{1,2})[日号]$/.exec(plain)?.[1])
  if (Number.isNaN(date)) return null
  if (date < 1 || date > 31) throw new LedgerError('day.impossible', { text })
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  const step = look === 'back' ? -1 : 1
  // Of three months in a row one has the 31st.
  for (const at of [0, 1, 2].map((months) => month + step * months)) {
    const candidate = calendarDay(Math.floor(at / 12), (at % 12) + 1, date)
    if (candidate && (look === 'back' ? candidate <= today : candidate >= today)) return candidate
  }
  return null
}

function spokenDay(plain: string, today: Day, look: 'back' | 'ahead'): Day | null {
  const offset = named[plain]
  if (offset !== undefined) return addDays(today, offset)
  if (plain === '月底' || plain === 'end of month' || plain === 'eom') return monthEnd(today)
  if (nextWeek.has(plain)) return addDays(today, 8 - weekday(today))
  if (lastWeek.has(plain)) return addDays(today, -6 - weekday(today))
  if (nextMonth.has(plain)) return addDays(monthEnd(today), 1)
  if (lastMonth.has(plain)) return `${addDays(`${today.slice(0, 8)}01`, -1).slice(0, 8)}01`
  return countedDay(plain, today, look) ?? countedMonths(plain, today, look) ?? weekdayDay(plain, today, look)
}

function monthEnd(today: Day): Day {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  return `${today.slice(0, 8)}${String(lastOfMonth(year, month)).padStart(2, '0')}`
}

function countedDay(plain: string, today: Day, look: 'back' | 'ahead'): Day | null {
  const found =
    /^([+-]?)(\d{1,4}|[一二两三四五六七八九十])\s*(days?|weeks?|d|w|天|日|周|个?星期|个礼拜)\s*(ago|前|以前|后|以后|later)?$/.exec(
      plain,
    )
  // A bare 20日 is a date.
  if (!found || (found[3] === '日' && !found[1] && !found[4])) return null
  const [, sign, count = '', unit = '', tail] = found
  const days = (numerals[count] ?? Number(count)) * (unitDays[unit] ?? 1)
  const back = tail ? /ago|前/.test(tail) : sign ? sign === '-' : look === 'back'
  return addDays(today, back ? -days : days)
}

/** The same day so many months on or back; the 31st of a month of 30 is its 30th. */
function countedMonths(plain: string, today: Day, look: 'back' | 'ahead'): Day | null {
  const found = /^([+-]?)(\d{1,3}|[一二两三四五六七八九十])\s*(months?|个?月)\s*(ago|前|以前|后|以后|later)?$/.exec(
    plain,
  )
  if (!found || (found[3] === '月' && !found[4])) return null
  const [, sign, count = '', , tail] = found
  const months = numerals[count] ?? Number(count)
  const back = tail ? /ago|前/.test(tail) : sign ? sign === '-' : look === 'back'
  const all = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + (back ? -months : months)
  const [year, month] = [Math.floor(all / 12), (all % 12) + 1]
  return calendarDay(year, month, Math.min(Number(today.slice(8)), lastOfMonth(year, month)))
}

function weekdayDay(plain: string, today: Day, look: 'back' | 'ahead'): Day | null {
  const chinese = /^(上|下|这|本)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])$/.exec(plain)
  const english = /^(last|next|this)?\s*([a-z]+)$/.exec(plain)
  const wanted = weekdays[chinese?.[2] ?? english?.[2] ?? '']
  if (wanted === undefined) return null
  const which = chinese?.[1] ?? english?.[1]
  const now = weekday(today)
  // 上周三 and 下周三 are the Wednesday of the week before and after this one, weeks beginning on Monday.
  if (which === '上' || which === '下') return addDays(today, wanted - now + (which === '上' ? -7 : 7))
  if (which === '这' || which === '本' || which === 'this') return addDays(today, wanted - now)
  const back = which === 'last' || (which !== 'next' && look === 'back')
  const strict = which === 'last' || which === 'next'
  if (back) return addDays(today, -(strict ? ((now - wanted + 6) % 7) + 1 : (now - wanted + 7) % 7))
  return addDays(today, strict || wanted !== now ? ((wanted - now + 6) % 7) + 1 : 0)
}

/** A day as a number (`serial` of day.ts): rules run over every customer of the shop, and numbers subtract. */
export type DayNumber = number
