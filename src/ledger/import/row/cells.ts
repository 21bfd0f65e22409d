import { calendarDay, type Day } from '../../day.ts'
import { LedgerError } from '../../errors.ts'
import { type Birthday, parseBirthday } from '../../identity/birthday.ts'
import type { PhoneParser } from '../../identity/phone.ts'
import { decimalsOf, type Minor, parseMoney } from '../../money.ts'
import { meaning, type Vocabulary, vocabulary } from '../../vocabulary.ts'

/** What people and tills write where there is nothing. */
const nothing = new Set(['无', '無', '暂无', '暫無', '没有', '沒有', '-', '--', '---', '—', '——', '/', 'n/a', 'null', '#n/a'])

/** Whether a text would be read as nothing. */
export function saysNothing(text: string): boolean {
  return text.length < 5 && nothing.has(text.trim().toLowerCase())
}

/** A cell as text, '' where it says that there is nothing. An apostrophe that an export put there (see `guard`) is taken off. */
export function textIn(cell: string | undefined): string {
  if (cell === undefined || cell === '') return ''
  const text = cell.trim()
  if (saysNothing(text)) return ''
  return text.startsWith("'") ? unguarded(text) : text
}

/** A text without the apostrophe that an export put before = + - @, a tab, an apostrophe, or a word that says that there is nothing. */
export function unguarded(text: string): string {
  return /^'[=+\-@\t']/.test(text) || (text.startsWith("'") && saysNothing(text.slice(1))) ? text.slice(1) : text
}

/** Reads days as files write them: year first, a time of day dropped. One reader serves a whole file: it remembers the days it met. */
export function dayReader(): (text: string) => Day {
  const met = new Map<string, Day>()
  return (text) => {
    const known = met.get(text)
    if (known !== undefined) return known
    const day = writtenDay(text)
    if (met.size > 20_000) met.clear()
    met.set(text, day)
    return day
  }
}

const numeric = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[ T]+\d{1,2}[:时点].*)?$/
const solid = /^(\d{4})(\d{2})(\d{2})(?:[ T]*\d{2}:?\d{2}(:?\d{2})?)?$/
const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?(?:.*\d{1,2}[:时点].*)?$/

function writtenDay(text: string): Day {
  const plain = text.normalize('NFKC').trim()
  const found = numeric.exec(plain)?.toSpliced(2, 1) ?? solid.exec(plain) ?? chinese.exec(plain)
  if (!found) throw new LedgerError(/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b/.test(plain) ? 'day.year-last' : 'day.unreadable', { text })
  const day = calendarDay(Number(found[1]), Number(found[2]), Number(found[3]))
  if (!day) throw new LedgerError('day.impossible', { text })
  return day
}

/** Reads amounts: the plain ones of a till at once, anything else as a person would type it. */
export function moneyReader(currency: string): (text: string) => Minor {
  const digits = decimalsOf(currency)
  const plain = digits === 2 ? /^(-?)(\d{1,9})(?:\.(\d\d?)0*)?$/ : digits === 0 ? /^(-?)(\d{1,9})(?:\.0*)?$/ : null
  return (text) => {
    const found = plain?.exec(text)
    if (!found) return parseMoney(/^\(.+\)$/.test(text) ? `-${text.slice(1, -1)}` : text, currency, true)
    const fraction = digits === 0 ? '' : (found[3] ?? '').padEnd(digits, '0')
    const amount = Number(`${found[2]}${fraction}`)
    return found[1] === '-' && amount !== 0 ? -amount : amount
  }
}

/** An extension, as firms write it behind the number of their switchboard. */
const extension = /(?:转|轉|分机|分機|(?:ext\.?|x)|(?<=\d{7})-)\s*\d{1,5}$/i

/**
 * Reads a phone cell: its first number, and the others that stand with it. `whole` is the first as it stands where it says more than a
 * number does: whose it is, an extension. Throws phone.unreadable, phone.spreadsheet.
 */
export function phonesIn(text: string, parse: PhoneParser): { phone: string; whole: string | null; others: readonly string[] } {
  if (/^\d(?:[.,]\d+)?e\+?\d+$/i.test(text)) throw new LedgerError('phone.spreadsheet', { text })
  const [first = '', ...rest] = text.split(/[/,，;；、|\n]+|(?<=\d{7})\s+(?=[+\d]\d{6})/).map((part) => part.trim())
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

export function birthdayIn(text: string): Birthday {
  return parseBirthday(text)
}

export function wordIn<Kind extends keyof Vocabulary>(kind: Kind, text: string): Vocabulary[Kind][number] {
  const found = meaning(kind, text)
  if (found === null) throw new LedgerError('usage.bad-choice', { asked: text, what: kind, choices: Object.keys(vocabulary[kind]) })
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

/** Yes or no, 1 or 0. */
export function yesIn(text: string): 0 | 1 {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  if (/^(yes|y|true|1|on|是|有|对|√|✓|✔)$/.test(plain)) return 1
  if (/^(no|n|false|0|off|否|不|不是|×|✗)$/.test(plain)) return 0
  throw new LedgerError('row.bad-yes', { text })
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

export function tagsIn(text: string): string[] {
  const parts = text.includes('"') ? (text.match(/\s*"(?:[^"]|"")*"|[^,，;；、|\n]+/g) ?? []) : text.split(/[,，;；、|\n]/)
  const bare = parts.map((part) => part.trim().replace(/^"((?:[^"]|"")*)"$/, (_, inside: string) => inside.replaceAll('""', '"')))
  return [...new Set(bare.map(textIn))].filter((tag) => tag !== '')
}

/** A-D, as a tier is pinned by; null for a word of another shop's card. */
export function tierIn(text: string): string | null {
  return /^([A-D])(?:级|級|类|類|等|tier)?$/i.exec(text.normalize('NFKC').trim())?.[1]?.toUpperCase() ?? null
}

/** Whether a status says that the purchase is void. Anything else says that it stands. */
export function isVoid(text: string): boolean {
  return /^(void|voided|cancell?ed|作废|已作废|作廢|已作廢|取消|已取消)$/i.test(text)
}
