import { calendarDay, type Day, daySerial } from '../../day.ts'
import { monthOf, withoutWeekday } from './day-words.ts'
import { zoneNamed } from './zone.ts'

/** In which order a column writes days whose year does not stand first with four digits. */
export type DayOrder = 'dmy' | 'mdy' | 'ymd'
export const dayOrders: readonly DayOrder[] = ['dmy', 'mdy', 'ymd']

/** A cell as a day: `day` where it is the same in every order, else what it is in each that gives a day at all. */
export interface DayForm {
  readonly day: Day | null
  readonly orders: Readonly<Partial<Record<DayOrder, Day>>>
  /** `21:32:14`; null when the cell has no time of day. */
  readonly time: string | null
  /** The zone written in the cell: minutes before Greenwich, or a place. */
  readonly zone: number | string | null
  /** Whether its year has two digits. */
  readonly short: boolean
}

const weekday =
  /[(（]?(?:(?:星期|周|礼拜|週)[一二三四五六日天]|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?)[)）]?/g
const clock = new RegExp(
  String.raw`(?:^|[\sT日号,]|(?<=\d))(上午|下午|早上|清晨|晚上|中午|凌晨|傍晚|am|pm)?\s*(\d{1,2})(?::|时|点|點|時)` +
    String.raw`(\d{1,2})?(?:(?::|分)(\d{1,2}))?(?:[.,]\d+)?秒?分?\s*([ap]\.?m\.?)?\s*(z|` +
    String.raw`(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?|[a-z]{3,4})?$`,
  'i',
)

/** The year before the first of each era that years are counted in: of the Republic of China, of Japan's emperors. */
const eras: Readonly<Record<string, number>> = { 民: 1911, 明: 1867, 大: 1911, 昭: 1925, 平: 1988, 令: 2018 }
const era = /^(?:中[華华])?(?:民[國国]|明治|大正|昭和|平成|令和)\s?(\d{1,3}|元)\s?(?=[年./-])/

/** 民國80年, 昭和60年, 令和元年 as a year of ours. */
function withoutEra(text: string): string {
  return text.replace(era, (found, year) => {
    const first = eras[found.replace(/^中[華华]/, '')[0] as string] as number
    return String(first + (year === '元' ? 1 : Number(year)))
  })
}

/** No day and no amount is longer; what is looks for one in a text that somebody made to be looked at for hours. */
export const longestFigure = 200

/**
 * Reads a cell as a day in every form files have: year first, solid, Chinese, Excel's serial number, with the name of
 * the month, day or month first, with a time of day, a weekday and a zone. Null for anything else; `today` tells which
 * century a year of two digits means.
 */
export function dayForm(text: string, today: Day): DayForm | null {
  if (text.length > longestFigure) return null
  let rest = withoutWeekday(withoutEra(text.normalize('NFKC').trim().toLowerCase().replace(weekday, ' ').trim())).trim()
  const serial = /^(\d{5})(?:\.(\d+))?$/.exec(rest)
  if (serial) return serialDay(Number(serial[1]), Number(`0.${serial[2] ?? 0}`))
  const solid = /^(\d{4})(\d{2})(\d{2})(?:[t ]?(\d{2}):?(\d{2})(?::?(\d{2}))?)?(z|[+-]\d{2}:?\d{2})?$/.exec(rest)
  if (solid) {
    const time = solid[4] === undefined ? null : timeOf(null, solid[4], solid[5], solid[6], null)
    return certain(Number(solid[1]), Number(solid[2]), Number(solid[3]), time, solid[7] ? zoneNamed(solid[7]) : null)
  }
  let time: string | null = null
  let zone: number | string | null = null
  const hours = clock.exec(rest)
  if (hours && hours.index > 0) {
    time = timeOf(hours[1] ?? null, hours[2] as string, hours[3], hours[4], hours[5] ?? null)
    if (time === null) return null
    zone = hours[6] === undefined ? null : zoneNamed(hours[6])
    if (hours[6] !== undefined && zone === null) return null
    rest = rest.slice(0, hours.index + (/[日号]/.test(hours[0][0] as string) ? 1 : 0))
  }
  rest = rest.replace(/[t,\s]+$/, '').trim()
  const whole = /^(\d{4})\s?([-/.年])\s?(\d{1,2})\s?([-/.月])\s?(\d{1,2})\s?[日号]?$/.exec(rest)
  if (whole) return certain(Number(whole[1]), Number(whole[3]), Number(whole[5]), time, zone)
  const spelled = spelledDay(rest, today)
  if (spelled) return certain(spelled.year, spelled.month, spelled.day, time, zone, spelled.short)
  return ordered(rest, today, time, zone)
}

function certain(
  year: number,
  month: number,
  date: number,
  time: string | null,
  zone: number | string | null,
  short = false,
): DayForm | null {
  const day = calendarDay(year, month, date)
  return day === null ? null : { day, orders: {}, time, zone, short }
}

function serialDay(days: number, fraction: number): DayForm | null {
  if (days < 20_000 || days > 80_000) return null
  const seconds = Math.round(fraction * 86_400)
  const time =
    seconds === 0 || seconds >= 86_400
      ? null
      : timeOf(
          null,
          String(Math.floor(seconds / 3600)),
          String(Math.floor(seconds / 60) % 60),
          String(seconds % 60),
          null,
        )
  // Serial 25569 is 1970-01-01.
  return { day: daySerial(days - 25_569), orders: {}, time, zone: null, short: false }
}

const monthFirst = /^([\p{L}\p{M}]{3,12})\.?\s*[-/ ]?\s*(\d{1,2})(?:st|nd|rd|th)?\s*[,-]?\s*(\d{4}|\d{2})$/u
const dayFirst =
  /^(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s*(?:[-/]|de )?\s*([\p{L}\p{M}]{3,12})\.?\s*(?:[,-/]|de )?\s*((?:\d\d){1,2})$/u

/** `Nov 2, 2026`, `2-Nov-26`, `2. März 2026`, `2 de noviembre de 2026`. */
function spelledDay(rest: string, today: Day) {
  const first = monthFirst.exec(rest)
  const second = first ? null : dayFirst.exec(rest)
  const month = monthOf((first?.[1] ?? second?.[2]) || '')
  if (month === null) return null
  const [, before = '', after = '', year = ''] = first ?? second ?? []
  return { month, day: Number(first ? after : before), ...yearOf(year, today) }
}

/**
 * `15/11/2026`, `11/15/26`, `15.11.26`, `26/11/5`: what it is in each order. Points never part a month that stands
 * first.
 */
function ordered(rest: string, today: Day, time: string | null, zone: number | string | null): DayForm | null {
  const found = /^(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{1,2})$/.exec(rest)
  if (!found) return null
  const [, one = '', mark, two = '', last = ''] = found
  // 26/11/4: no year is written with one digit.
  if (last.length === 1 && (one.length !== 2 || mark === '.')) return null
  const { year, short } = yearOf(last, today)
  const orders: Partial<Record<DayOrder, Day>> = {}
  const add = (order: DayOrder, day: Day | null) => {
    if (day !== null) orders[order] = day
  }
  if (last.length > 1) add('dmy', calendarDay(year, Number(two), Number(one)))
  if (mark !== '.' && last.length > 1) add('mdy', calendarDay(year, Number(one), Number(two)))
  if (short && mark !== '.' && one.length === 2)
    add('ymd', calendarDay(yearOf(one, today).year, Number(two), Number(last)))
  const days = new Set(Object.values(orders))
  if (days.size === 0) return null
  const [only = null] = days
  return { day: days.size === 1 && Object.keys(orders).length > 1 ? only : null, orders, time, zone, short }
}

/** A year of two digits is the last such year that is not well after today. */
function yearOf(text: string, today: Day): { year: number; short: boolean } {
  if (text.length === 4) return { year: Number(text), short: false }
  const now = Number(today.slice(0, 4))
  const year = Math.floor(now / 100) * 100 + Number(text)
  return { year: year > now + 1 ? year - 100 : year, short: true }
}

function timeOf(before: string | null, hour: string, minute = '0', second = '0', after: string | null): string | null {
  let hours = Number(hour)
  const half = before ?? after?.[0] ?? null
  if (half !== null && /^(下午|晚上|傍晚|pm|p)$/.test(half) && hours < 12) hours += 12
  else if (half === '中午' && hours < 11) hours += 12
  else if (half !== null && /^(上午|凌晨|早上|清晨|am|a)$/.test(half) && hours === 12) hours = 0
  if (hours > 24 || Number(minute) > 59 || Number(second) > 60) return null
  return [hours === 24 ? 0 : hours, Number(minute), Number(second)]
    .map((number) => String(number).padStart(2, '0'))
    .join(':')
}
