import { type NumberLook, padded } from './number-format.ts'

/**
 * What a cell is beyond its text, one letter: `t` text; `n` a number, its text in full; `p` a percentage, `85%`; `z` a
 * number shown with leading noughts or signs between its digits, `00007`; `d` a day, `YYYY-MM-DD`, with the time after
 * a blank where there is one; `m` the same, whose year the owner does not see; `h` a time of day or a number of hours;
 * `b` TRUE or FALSE; `e` an error as it is shown, `#N/A`; `f` a formula that was never calculated: its text is the
 * formula; `c` a cell that is merged with the one above: a text or a day is repeated, anything else is empty.
 */
export type CellKind = 't' | 'n' | 'p' | 'z' | 'd' | 'm' | 'h' | 'b' | 'e' | 'f' | 'c'

export interface SheetCell {
  readonly text: string
  readonly kind: CellKind
}

/** A number as Excel shows it in full: it keeps 15 digits, and 1.3812345678E10 is 13812345678. */
export function inFull(number: number): string {
  if (Number.isSafeInteger(number)) return String(number === 0 ? 0 : number)
  const rounded = Number(number.toPrecision(15))
  if (!/e/.test(String(rounded))) return String(rounded)
  // Beyond 21 digits JavaScript gives an exponent whatever is asked; a number of a cell has at most 309.
  return Math.abs(rounded) >= 1e21 ? String(BigInt(rounded)) : rounded.toFixed(20).replace(/\.?0+$/, '')
}

/** What was worked out to more decimals than are shown is what is shown: 33.333333 as 33.33. */
function asShown(value: number, decimals: number | null): string {
  const full = inFull(value)
  const point = full.indexOf('.')
  if (decimals === null || point < 0 || full.length - point - 1 <= decimals) return full
  const [whole = '', fraction = ''] = full.split('.')
  const up = (fraction[decimals] ?? '0') >= '5'
  const digits = BigInt(`${whole.replace('-', '')}${fraction.slice(0, decimals)}`) + (up ? 1n : 0n)
  const text = String(digits).padStart(decimals + 1, '0')
  return `${value < 0 ? '-' : ''}${text.slice(0, -decimals)}.${text.slice(-decimals)}`
}

/** A number as the owner sees it, as far as that says more than the number. */
export function numberCell(value: number, look: NumberLook, epoch1904: boolean): SheetCell {
  switch (look.as) {
    case 'number':
      return { text: asShown(value, look.decimals), kind: 'n' }
    case 'percent':
      return { text: `${inFull(Number((value * 100).toPrecision(15)))}%`, kind: 'p' }
    case 'padded':
      return Number.isSafeInteger(value)
        ? { text: padded(value, look.parts), kind: 'z' }
        : { text: inFull(value), kind: 'n' }
    case 'elapsed':
      return value < 0 || value >= days.last ? unseen : { text: clock(Math.round(value * 86_400)), kind: 'h' }
    default:
      return dayCell(value, look.as, epoch1904)
  }
}

/** Excel fills the cell with # where a day lies before its first or after the year 9999. */
const unseen: SheetCell = { text: '####', kind: 'e' }
const days = { from1900To1904: 1462, last: 2_958_466 }

function dayCell(value: number, as: 'day' | 'month-day' | 'time', epoch1904: boolean): SheetCell {
  const seconds = Math.round(value * 86_400)
  const whole = Math.floor(seconds / 86_400)
  const time = clock(seconds - whole * 86_400)
  const day = whole + (epoch1904 ? days.from1900To1904 : 0)
  if (day < 0 || day >= days.last) return unseen
  if (whole === 0 && (as === 'time' || (!epoch1904 && value > 0))) return { text: time, kind: 'h' }
  const text = dayOf(day)
  const kind = as === 'month-day' ? 'm' : 'd'
  return { text: time === '00:00:00' ? text : `${text} ${time}`, kind }
}

/** A sheet has the same few thousand days again and again, and a Date is dear. */
const knownDays = new Map<number, string>()

/**
 * Excel takes 1900 for a leap year, as Lotus 1-2-3 did: its day 60 never was, and the days before are one later than
 * the count says.
 */
function dayOf(serial: number): string {
  const known = knownDays.get(serial)
  if (known !== undefined) return known
  if (serial === 0) return '1900-01-00'
  if (serial === 60) return '1900-02-29'
  const day = new Date((serial - (serial < 60 ? 25_568 : 25_569)) * 86_400_000).toISOString().slice(0, 10)
  if (knownDays.size < 50_000) knownDays.set(serial, day)
  return day
}

function clock(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** A day as strict workbooks write it: 2026-11-21T18:00:00. */
export function isoCell(text: string): SheetCell {
  const [, day, time = ''] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?Z?)?$/.exec(text) ?? []
  if (day === undefined)
    return /^T?\d{2}:\d{2}:\d{2}/.test(text)
      ? { text: text.replace(/^T/, '').slice(0, 8), kind: 'h' }
      : { text, kind: 't' }
  return { text: time === '' || time === '00:00:00' ? day : `${day} ${time}`, kind: 'd' }
}
