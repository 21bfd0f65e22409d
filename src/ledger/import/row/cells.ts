import { calendarDay, type Day, serial } from '../../day.ts'
import { LedgerError } from '../../errors.ts'
import { type Birthday, parseBirthday } from '../../identity/birthday.ts'
import type { PhoneParser } from '../../identity/phone.ts'
import { decimalsOf, foreignMark, type Minor, parseMoney } from '../../money.ts'
import { meaning, type Vocabulary, vocabulary } from '../../vocabulary.ts'
import { type DayForm, dayForm } from '../profile/day-form.ts'
import { type MoneyNotation, plainFigure } from '../profile/money-notation.ts'
import type { DayNotation } from '../profile/notations.ts'
import { inShop } from '../profile/zone.ts'

/** What people and tills write where there is nothing. */
const nothing = new Set([
  '无',
  '無',
  '暂无',
  '暫無',
  '没有',
  '沒有',
  '-',
  '--',
  '---',
  '—',
  '——',
  '/',
  'n/a',
  'null',
  '#n/a',
])

/** Whether a text would be read as nothing. */
export function saysNothing(text: string): boolean {
  return text.length < 5 && nothing.has(text.trim().toLowerCase())
}

/**
 * A cell as text, '' where it says that there is nothing. An apostrophe that an export put there (see `guard`) is taken
 * off.
 */
export function textIn(cell: string | undefined): string {
  if (cell === undefined || cell === '') return ''
  let text = cell.trim()
  if (isUnseen(text.charCodeAt(0)) || isUnseen(text.charCodeAt(text.length - 1)))
    text = text.replace(rightToLeft.test(text) ? unseenBlanks : unseenEdges, '')
  if (saysNothing(text)) return ''
  const first = text.charCodeAt(0)
  // An apostrophe, a sign of equality: what spreadsheets and exports put before a text.
  if (first === 39) return unguarded(text)
  if (first === 61 && wrapped.test(text)) return text.slice(2, -1).replaceAll('""', '"').trim()
  return first === 96 && text.length > 1 ? text.slice(1).trim() : text
}

/** Letters written from right to left: around them a mark of direction is part of the text. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const unseenBlanks = /^[\s\u00ad\u200b\u2060\ufeff]+|[\s\u00ad\u200b\u2060\ufeff]+$/g

/** Marks of width and direction that web pages and chats leave around what is copied out of them. */
const unseenEdges =
  /^[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+|[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+$/g

function isUnseen(code: number): boolean {
  return (code >= 0x200b && code <= 0x206f) || code === 0xad || code === 0xfeff
}

/** `="007"`: a text that a spreadsheet must not take for a number. */
const wrapped = /^="[\s\S]*"$/

/**
 * A text without the apostrophe that an export put before = + - @, a tab, an apostrophe, or a word that says that there
 * is nothing.
 */
export function unguarded(text: string): string {
  return /^'[=+\-@\t'\d]/.test(text) || (text.startsWith("'") && saysNothing(text.slice(1))) ? text.slice(1) : text
}

/** A day of a file, and the time of day where the cell has one. */
export interface ReadDay {
  readonly day: Day
  readonly time: string | null
}

/**
 * Reads the days of one column, in the shop's zone where the cell, or `zone` of the row, tells another. One reader
 * serves a whole file: it
 * remembers the cells it met.
 */
export function dayReader(
  context: { readonly today: Day; readonly timezone: string },
  notation: DayNotation | null = null,
) {
  const met = new Map<string, ReadDay>()
  return (text: string, zone: number | string | null = null): ReadDay => {
    const known = zone === null ? met.get(text) : undefined
    if (known !== undefined) return known
    const read = writtenDay(text, zone, context, notation)
    if (zone === null) {
      if (met.size > 20_000) met.clear()
      met.set(text, read)
    }
    return read
  }
}

const isoDay = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?$/

function writtenDay(
  text: string,
  zone: number | string | null,
  { today, timezone }: { today: Day; timezone: string },
  notation: DayNotation | null,
): ReadDay {
  const plain = isoDay.exec(text)
  const form: DayForm | null =
    plain === null
      ? dayForm(text, today)
      : {
          day: calendarDay(Number(plain[1]), Number(plain[2]), Number(plain[3])),
          orders: {},
          time: plain[4] === undefined ? null : `${plain[4]}:${plain[5]}:${plain[6] ?? '00'}`,
          zone: null,
          short: false,
        }
  if (form === null) throw new LedgerError(looksImpossible(text) ? 'day.impossible' : 'day.unreadable', { text })
  const day = form.day ?? (notation === null || notation === 'mixed' ? null : (form.orders[notation] ?? null))
  if (day === null)
    throw new LedgerError(plain ? 'day.impossible' : notation === 'mixed' ? 'day.mixed' : 'day.year-last', { text })
  const from = form.zone ?? zone
  if (form.time === null || from === null || from === timezone) return { day, time: form.time }
  const [hours = 0, minutes = 0, seconds = 0] = form.time.split(':').map(Number)
  return inShop(serial(day) * 86_400_000 + ((hours * 60 + minutes) * 60 + seconds) * 1000, from, timezone)
}

/** Digits where a day has them, of a day no calendar has. */
function looksImpossible(text: string): boolean {
  return (
    /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}[日号]?$/.test(text.normalize('NFKC').trim()) || /^(?:19|20)\d{6}$/.test(text)
  )
}

/**
 * Reads amounts: the plain ones of a till at once, anything else as a person would type it, by the notation of its
 * column.
 */
export function moneyReader(currency: string, notation: MoneyNotation | null = null): (text: string) => Minor {
  const digits = decimalsOf(currency)
  const plain =
    notation === 'comma' || notation === 'mixed'
      ? /^(-?)(\d{1,9})$/
      : digits === 2
        ? /^(-?)(\d{1,9})(?:\.(\d\d?)0*)?$/
        : digits === 0
          ? /^(-?)(\d{1,9})(?:\.0*)?$/
          : null
  return (text) => {
    const found = plain?.exec(text)
    if (found) {
      const amount = Number(`${found[2]}${digits === 0 ? '' : (found[3] ?? '').padEnd(digits, '0')}`)
      return found[1] === '-' && amount !== 0 ? -amount : amount
    }
    const signed = /^\(.+\)$/.test(text) ? `-${text.slice(1, -1)}` : text
    if (notation === 'mixed' && /\d[.,]\d/.test(signed)) throw new LedgerError('money.mixed', { text })
    const foreign = foreignMark(signed, currency)
    if (foreign !== null) throw new LedgerError('row.currency', { currency: foreign, ledger: currency })
    // A sign may stand before the currency or behind it, as bills print it.
    return parseMoney(
      plainFigure(signed, notation === 'comma' ? 'comma' : 'point', currency)
        .replace(/^([^\d\s+\-−.]+)\s*([-−])/, '$2$1')
        // The column has decided: three digits behind the point are too many, and no thousands.
        .replace(/(\.\d{3})(?!\d)/g, '$10'),
      currency,
      true,
    )
  }
}

/** A number that a spreadsheet cut down to what fits its column: 4.2E+27. */
export function isBrokenBySheet(text: string): boolean {
  return /^\d(?:[.,]\d+)?e\+\d{2,}$/i.test(text)
}

/** An extension, as firms write it behind the number of their switchboard. */
const extension = /(?:转|轉|分机|分機|(?:ext\.?|x)|(?<=\d{7})-)\s*\d{1,5}$/i

/**
 * Reads a phone cell: its first number, and the others that stand with it. `whole` is the first as it stands where it
 * says more than a
 * number does: whose it is, an extension. Throws phone.unreadable, phone.spreadsheet.
 */
export function phonesIn(
  text: string,
  parse: PhoneParser,
): { phone: string; whole: string | null; others: readonly string[] } {
  if (isBrokenBySheet(text)) throw new LedgerError('phone.spreadsheet', { text })
  // 010/62345678 is one number with a stroke in it; 0171-1234563 / 030-1234564 are two.
  const parted = /^\+?\d{2,5}\/[\d -]{5,}$/.test(text) ? text.replace('/', '-') : text
  const [first = '', ...rest] = parted
    .split(/\s*:::\s*|[/,，;；、|\n]+|(?<=\d{7})\s+(?=[+\d]\d{6})/)
    .map((part) => part.trim())
  const others = rest.filter((part) => part !== '').map((part) => readable(part, parse))
  try {
    return { phone: parse(first), whole: wordy.test(first.replace(label, '')) ? first : null, others }
  } catch (error) {
    if (!extension.test(first)) throw error
    return { phone: parse(first.replace(extension, '')), whole: first, others }
  }
}

/** Letters beside digits. */
const wordy = /\p{L}.*\d|\d.*\p{L}/u
/** What says no more than that it is a phone. */
const label = /^(?:电话|電話|手机号?|手機號?|tel|phone|mobile)\s*[:：.]?/i

function readable(text: string, parse: PhoneParser): string {
  try {
    return parse(text)
  } catch {
    return text
  }
}

/**
 * A birthday as a file writes it: as a person would, `--05-06` without a year, or a day in the notation of its column.
 */
export function birthdayReader(
  context: { readonly today: Day; readonly timezone: string },
  notation: DayNotation | null,
) {
  const day = dayReader(context, notation)
  return (text: string): Birthday => {
    const plain = text.replace(/^--(?=\d{2}-?\d{2}$)/, '')
    let birthday: Birthday
    try {
      birthday = parseBirthday(plain)
    } catch (error) {
      try {
        birthday = day(plain).day
      } catch {
        throw error
      }
    }
    if (/^\d{4}-/.test(birthday) && birthday > context.today)
      throw new LedgerError('birthday.future', { text, today: context.today })
    return birthday
  }
}

export function wordIn<Kind extends keyof Vocabulary>(kind: Kind, text: string): Vocabulary[Kind][number] {
  const found = meaning(kind, text)
  if (found === null)
    throw new LedgerError('usage.bad-choice', { asked: text, what: kind, choices: Object.keys(vocabulary[kind]) })
  return found
}

export function countIn(text: string, least: number, most: number): number {
  const plain = text
    .normalize('NFKC')
    .replace(/[,次]|\.0+$/g, '')
    .trim()
  const count = /^\d{1,9}$/.test(plain) ? Number(plain) : Number.NaN
  if (!(count >= least && count <= most)) throw new LedgerError('usage.bad-count', { asked: text, least, most })
  return count
}

/** A share of 0 to 100 percent, with or without its sign. */
export function percentIn(text: string): number {
  const share = Number(/^(\d{1,3}(?:\.\d{1,6})?)\s*%?$/.exec(text.normalize('NFKC').trim())?.[1] ?? Number.NaN)
  if (!(share >= 0 && share <= 100)) throw new LedgerError('usage.bad-percent', { text })
  return share
}

/** Yes or no, 1 or 0; null where a text is neither. */
export function yesOrNo(text: string): 0 | 1 | null {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  if (/^(yes|y|true|1|on|是|有|对|√|✓|✔|ja|oui|s[ií]|sim|tak|はい)$/.test(plain)) return 1
  return /^(no|n|false|0|off|否|不|不是|×|✗|nein|non|não|nie|nee|いいえ)$/.test(plain) ? 0 : null
}

/** `yesOrNo`; throws row.bad-yes. */
export function yesIn(text: string): 0 | 1 {
  const said = yesOrNo(text)
  if (said === null) throw new LedgerError('row.bad-yes', { text })
  return said
}

/** `wechat=yes;sms=no`; a channel alone is one they allow. */
export function consentIn(text: string): (readonly [channel: string, given: 0 | 1])[] {
  return text
    .split(/[,，;；、|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [channel = '', said] = part.split(/[=＝:：]/)
      return [wordIn('channel', channel), said === undefined ? 1 : yesIn(said)] as const
    })
}

export function tagsIn(list: string): string[] {
  const text = list.replace(/\s*:::\s*/g, '\n')
  const parts = text.includes('"')
    ? (text.match(/\s*"(?:[^"]|"")*"|[^,，;；、|\n]+/g) ?? [])
    : text.split(/[,，;；、|\n]/)
  const bare = parts.map((part) =>
    part.trim().replace(/^"((?:[^"]|"")*)"$/, (_, inside: string) => inside.replaceAll('""', '"')),
  )
  return [...new Set(bare.map(textIn))].filter((tag) => tag !== '')
}

/** A-D, as a tier is pinned by; null for a word of another shop's card. */
export function tierIn(text: string): string | null {
  return /^([A-D])(?:级|級|类|類|等|tier)?$/i.exec(text.normalize('NFKC').trim())?.[1]?.toUpperCase() ?? null
}
