import { calendarDay, chineseDigits, type Day, lastOfMonth } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { inDigits } from '../month-name.ts'
import { lunarDayIn } from './lunar.ts'

/**
 * A birthday as it was given, never converted: `1988-05-06`, `05-06`, `lunar:1988-04-18`, `lunar:04-18`,
 * `lunar:leap-06-01`, `lunar:1987-leap-06-01`.
 */
export type Birthday = string

const traditional: Record<string, string> = {
  農: '农',
  曆: '历',
  歷: '历',
  陰: '阴',
  陽: '阳',
  舊: '旧',
  閏: '闰',
  臘: '腊',
  號: '号',
  國: '国',
}
const digitsOf: Record<string, number> = { 〇: 0, 零: 0, ...chineseDigits }
const namedMonths: Record<string, number> = { 正: 1, 元: 1, 冬: 11, 腊: 12 }

const calendars = /^(农历|阴历|旧历|古历|lunar[\s:]*|公历|阳历|新历|solar[\s:]*)/
/** 1988年闰四月十八, 四月初一, 4月18日, 腊月廿三: what follows the calendar's name, if it has one. */
const spoken =
  /^(?:(\d{4}|[〇零一二三四五六七八九]{4})年)?(闰)?(\d{1,2}|[正元冬腊一二三四五六七八九十]{1,3})月(初?)(\d{1,2}|[一二三四五六七八九十廿卅]{1,3})(日|号|生|$)$/
/** 1988-4-18, 04-18, 1987-leap-06-01, 19880418. */
const written = /^(?:(\d{4})[-/.])?(?:(leap|闰)[-/.]?)?(\d{1,2})[-/.](\d{1,2})$/
const solid = /^(\d{4})(\d{2})(\d{2})$/

/**
 * Reads a birthday in any of the spellings of SPEC 2 into its canonical form. Throws birthday.unreadable; with `today`,
 * also birthday.future for a day that has not come.
 */
export function parseBirthday(text: string, today?: Day): Birthday {
  const birthday = plainBirthday(text) ?? spelledBirthday(text)
  if (today !== undefined && hasNotCome(birthday, today)) throw new LedgerError('birthday.future', { text, today })
  return birthday
}

/** 1988-04-18, as most files write it: a tenth of the time (measured). */
function plainBirthday(text: string): Birthday | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  return found && calendarDay(Number(found[1]), Number(found[2]), Number(found[3]))
}

function spelledBirthday(text: string): Birthday {
  // What is longer is no birthday, and is not looked through for one.
  if (text.length > 200) throw new LedgerError('birthday.unreadable', { text })
  const plain = inDigits(simplified(text))
    .replace(/[ t]\d{1,2}:\d{2}(:\d{2})?$/, '')
    .replace(/\s+/g, '')
  const calendar = calendars.exec(plain)?.[1] ?? ''
  const rest = plain.slice(calendar.length)
  const parts = writtenParts(rest) ?? spokenParts(rest)
  if (!parts) throw new LedgerError('birthday.unreadable', { text })
  // 闰, 初一, 正月, 腊月 and 廿 are said of the lunar calendar alone; 四月十八 without 日 could be either, and a wrong birthday is
  // worse than none.
  const lunar = /^(农|阴|旧|古|lunar)/.test(calendar) || (calendar === '' && parts.lunarOnly)
  if (calendar === '' && parts.vague && !lunar)
    throw new LedgerError('birthday.unreadable', { text, forms: [`农历${rest}`, `${parts.month}月${parts.day}日`] })
  const birthday = lunar ? lunarText(parts) : solarText(parts)
  if (birthday === null) throw new LedgerError('birthday.unreadable', { text })
  return birthday
}

interface BirthdayParts {
  readonly year: number | null
  readonly leap: boolean
  readonly month: number
  readonly day: number
  readonly lunarOnly: boolean
  readonly vague: boolean
}

function simplified(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[農曆歷陰陽舊閏臘號]/g, (character) => traditional[character] ?? character)
}

function writtenParts(rest: string): BirthdayParts | null {
  const found = written.exec(rest)
  if (found)
    return {
      year: found[1] ? Number(found[1]) : null,
      leap: found[2] !== undefined,
      month: Number(found[3]),
      day: Number(found[4]),
      lunarOnly: found[2] !== undefined,
      vague: false,
    }
  const [, year, month, day] = solid.exec(rest) ?? []
  return year
    ? { year: Number(year), leap: false, month: Number(month), day: Number(day), lunarOnly: false, vague: false }
    : null
}

function spokenParts(rest: string): BirthdayParts | null {
  const found = spoken.exec(rest)
  if (!found) return null
  const [, year = '', leap, month = '', first, day = '', end] = found
  return {
    year: year === '' ? null : Number(year.replace(/\D/g, (character) => String(digitsOf[character] ?? 'x'))),
    leap: leap !== undefined,
    month: namedMonths[month] ?? numeral(month),
    day: numeral(day),
    lunarOnly: leap !== undefined || first !== '' || /[正冬腊]/.test(month) || /[廿卅]/.test(day),
    vague: end === '' && !/\d/.test(day),
  }
}

/** 十八, 廿三, 二十, 三十, 18; NaN for what is no number. */
function numeral(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const plain = text.replace('廿', '二十').replace('卅', '三十')
  const [tens, ones] = plain.includes('十') ? plain.split('十') : ['0', plain]
  const value = (part: string | undefined, missing: number) =>
    part === '0' ? 0 : part === undefined || part === '' ? missing : (digitsOf[part] ?? Number.NaN)
  return value(tens, 1) * 10 + value(ones, 0)
}

const two = (number: number) => String(number).padStart(2, '0')

function solarText({ year, leap, month, day }: BirthdayParts): Birthday | null {
  const real = leap ? null : calendarDay(year ?? 2024, month, day)
  return real && (year === null ? real.slice(5) : real)
}

function lunarText({ year, leap, month, day }: BirthdayParts): Birthday | null {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 30) || (year !== null && !(year >= 1800 && year <= 9999)))
    return null
  return `lunar:${year === null ? '' : `${year}-`}${leap ? 'leap-' : ''}${two(month)}-${two(day)}`
}

function hasNotCome(birthday: Birthday, today: Day): boolean {
  const year = birthYear(birthday)
  return year !== null && (birthday.startsWith('lunar:') ? year > Number(today.slice(0, 4)) : birthday > today)
}

/** The year of birth, lunar for a lunar birthday; null when it was not given. */
export function birthYear(birthday: Birthday): number | null {
  const found = /^(?:lunar:)?(\d{4})-/.exec(birthday)
  return found ? Number(found[1]) : null
}

const lunarDays = new Map<string, Day>()

/**
 * The day the birthday is kept in a year (the lunar year, for a lunar one). 29 February is kept on the 28th in common
 * years, a leap-month birthday in the plain month in years without that leap month, a 30th on the 29th of a short
 * month.
 */
function keptIn(birthday: Birthday, year: number): Day {
  const monthDay = birthday.slice(-5)
  if (!birthday.startsWith('lunar:'))
    return `${year}-${monthDay === '02-29' && lastOfMonth(year, 2) === 28 ? '02-28' : monthDay}`
  const leap = birthday.includes('leap-')
  const key = `${year}${leap ? 'L' : '-'}${monthDay}`
  const known = lunarDays.get(key)
  if (known) return known
  const day = lunarDayIn(year, Number(monthDay.slice(0, 2)), Number(monthDay.slice(3)), leap)
  lunarDays.set(key, day)
  return day
}

/** The next day on or after `day` on which the birthday is kept. */
export function nextBirthday(birthday: Birthday, day: Day): Day {
  const year = Number(day.slice(0, 4))
  // A lunar year ends in the solar year after it.
  for (let candidate = birthday.startsWith('lunar:') ? year - 1 : year; ; candidate++) {
    const kept = keptIn(birthday, candidate)
    if (kept >= day) return kept
  }
}

/** Every day from `from` up to and including `to` on which the birthday is kept. */
export function birthdayIn(birthday: Birthday, from: Day, to: Day): Day[] {
  const days: Day[] = []
  for (let year = Number(from.slice(0, 4)) - 1; ; year++) {
    const kept = keptIn(birthday, year)
    if (kept > to) return days
    if (kept >= from) days.push(kept)
  }
}

/**
 * The age reached on a day on which the birthday is kept (a lunar one counts lunar years); null when the year of birth
 * is unknown.
 */
export function ageOn(birthday: Birthday, on: Day): number | null {
  const born = birthYear(birthday)
  if (born === null) return null
  const year = Number(on.slice(0, 4))
  return (birthday.startsWith('lunar:') && keptIn(birthday, year) > on ? year - 1 : year) - born
}
