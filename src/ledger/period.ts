import { eachMonthOfInterval, endOfMonth, endOfQuarter, formatISO, parseISO, subMonths } from 'date-fns'
import { addDays, calendarDay, type Day, daysBetween } from './day.ts'
import { LedgerError } from './errors.ts'
import { monthOfName } from './month-name.ts'

/**
 * The days asked for: one day, or from and to. Throws usage.conflict, day.reversed, and day.future where they begin
 * after today: nothing can stand there.
 */
export function period(
  { on, from, to }: { on?: Day | undefined; from?: Day | undefined; to?: Day | undefined },
  today: Day,
): { from: Day | undefined; to: Day | undefined } {
  if (on !== undefined && (from ?? to) !== undefined)
    throw new LedgerError('usage.conflict', { first: '--on', second: from === undefined ? '--to' : '--from' })
  if (from !== undefined && to !== undefined && from > to) throw new LedgerError('day.reversed', { from, to })
  const first = on ?? from
  if (first !== undefined && first > today) throw new LedgerError('day.future', { day: first, today })
  return { from: first, to: on ?? to }
}

/** Both days included. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

/** Everything up to a day, or from a day on. */
export interface OpenPeriod {
  readonly from: Day | null
  readonly to: Day
}

export interface PeriodRequest {
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  /** As typed: `2026-11`, `2026年11月`, `11`, `nov`; a bare one is the newest that has begun. */
  readonly month?: string | undefined
  /** As typed: `2026-Q4`, `2026年4季度`, `Q4`. */
  readonly quarter?: string | undefined
}

/**
 * The period asked for, by default the 365 days up to today; a month or quarter that is not over ends today. Throws
 * day.reversed, day.future, usage.bad-period, usage.conflict.
 */
export function periodOf({ from, to, month, quarter }: PeriodRequest, today: Day): Period {
  if (month !== undefined && quarter !== undefined)
    throw new LedgerError('usage.conflict', { first: '--month', second: '--quarter' })
  const calendar = month !== undefined ? '--month' : quarter !== undefined ? '--quarter' : null
  if (calendar && (from ?? to) !== undefined)
    throw new LedgerError('usage.conflict', { first: calendar, second: from === undefined ? '--to' : '--from' })
  const asked =
    month !== undefined
      ? calendarPeriod('month', month, today)
      : quarter !== undefined
        ? calendarPeriod('quarter', quarter, today)
        : dayPeriod(from, to, today)
  const late = asked.from > today ? asked.from : to !== undefined && to > today ? to : null
  if (late) throw new LedgerError('day.future', { day: late, today })
  if (asked.from > asked.to) throw new LedgerError('day.reversed', asked)
  return { from: asked.from, to: asked.to > today ? today : asked.to }
}

/** The same where everything up to today is meant unless asked: only what was asked bounds it. */
export function openPeriodOf(asked: PeriodRequest, today: Day): OpenPeriod {
  const begins = (asked.from ?? asked.month ?? asked.quarter) !== undefined
  const { from, to } = periodOf(begins ? asked : { ...asked, from: '0001-01-01' }, today)
  return { from: begins ? from : null, to }
}

function dayPeriod(from: Day | undefined, to: Day | undefined, today: Day): Period {
  const last = to ?? today
  return { from: from ?? addDays(last, -364), to: last }
}

/** How many back the ones are that have a name. */
const runningMonths: Readonly<Record<string, number>> = {
  this: 0,
  'this month': 0,
  本月: 0,
  这个月: 0,
  last: 1,
  'last month': 1,
  上个月: 1,
  上月: 1,
}
const runningQuarters: Readonly<Record<string, number>> = {
  this: 0,
  'this quarter': 0,
  本季: 0,
  本季度: 0,
  last: 1,
  'last quarter': 1,
  上季: 1,
  上季度: 1,
  上个季度: 1,
}

function calendarPeriod(kind: 'month' | 'quarter', text: string, today: Day): Period {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  const ago = kind === 'month' ? runningMonths[plain] : runningQuarters[plain]
  if (ago !== undefined) {
    const first = monthsBack(
      `${today.slice(0, 8)}01`,
      kind === 'month' ? ago : ago * 3 + ((Number(today.slice(5, 7)) - 1) % 3),
    )
    return { from: first, to: dayOf((kind === 'month' ? endOfMonth : endOfQuarter)(parseISO(first))) }
  }
  const form =
    kind === 'month'
      ? /^(?:(\d{4})\s*[-/年.]?\s*)?(\d{1,2})月?$/
      : /^(?:(\d{4})\s*[-/年.]?\s*)?(?:q|第)?([1-4])(?:季度?)?$/
  const [, year, number] = form.exec(kind === 'month' ? monthInDigits(plain) : plain) ?? []
  if (number === undefined) throw new LedgerError('usage.bad-period', { asked: text, kind })
  const length = kind === 'month' ? 1 : 3
  const lastMonth = Number(number) * length
  const thisYear = Number(today.slice(0, 4))
  const begins = (of: number) => calendarDay(of, lastMonth - length + 1, 1)
  const bare = (begins(thisYear) ?? '') <= today ? thisYear : thisYear - 1
  const inYear = year === undefined ? bare : Number(year)
  const from = begins(inYear)
  if (!from) throw new LedgerError('usage.bad-period', { asked: text, kind })
  return { from, to: dayOf((kind === 'month' ? endOfMonth : endOfQuarter)(parseISO(from))) }
}

/** `oct` is 10, and `october 2025` 2025-10. */
function monthInDigits(plain: string): string {
  const [, name = '', year] =
    /^([a-z]+)\.?(?:[ -](\d{4}))?$/.exec(plain.replace(/^(\d{4})[ -]([a-z]+)$/, '$2 $1')) ?? []
  const month = monthOfName(name)
  return month === null ? plain : `${year === undefined ? '' : `${year}-`}${month}`
}

/** A period in its months, the first and the last cut to it. Throws usage.bad-choice for another length. */
export function splitPeriod({ from, to }: Period, by: string): Period[] {
  if (!['month', '月'].includes(by.trim().toLowerCase()))
    throw new LedgerError('usage.bad-choice', { asked: by, what: '--by', choices: ['month'] })
  const months = eachMonthOfInterval({ start: parseISO(from), end: parseISO(to) })
  return months.map((first) => ({ from: later(dayOf(first), from), to: earlier(dayOf(endOfMonth(first)), to) }))
}

const later = (one: Day, other: Day) => (one > other ? one : other)
const earlier = (one: Day, other: Day) => (one < other ? one : other)

/** The day of a date of date-fns, which counts in local time throughout. */
function dayOf(date: Date): Day {
  return formatISO(date, { representation: 'date' })
}

/** How a period was asked for: a calendar month or quarter, or by its days. */
export type PeriodKind = 'month' | 'quarter' | 'days'

/**
 * The period before: of a whole month or quarter the whole one before it; of one not over yet the same days of the one
 * before; else as many days just before.
 */
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
  return dayOf(subMonths(parseISO(day), months))
}

/**
 * How much more or less in whole percent; null where a percentage would say more than is known: of nothing, of what
 * rests on fewer than ten things, or tenfold and more.
 */
export function percentChange(now: number, before: number, things: number): number | null {
  if (before <= 0 || things < 10) return null
  const percent = Math.round((100 * (now - before)) / before)
  return Math.abs(percent) < 1000 ? percent : null
}

/** The months a period touches, in their order: `2026-10`, `2026-11`. */
export function monthsOf({ from, to }: Period): string[] {
  const first = monthNumber(from)
  return Array.from({ length: Math.max(0, monthNumber(to) - first + 1) }, (_, at) => monthNamed(first + at))
}

/** Months since the year 0, so that a difference is a subtraction. */
export function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

/** The month of a number as `monthNumber` counts them: `2026-11`. */
export function monthNamed(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
}
