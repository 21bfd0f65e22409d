import { LedgerError } from '../../errors.ts'
import type { PhoneParser } from '../../identity/phone.ts'
import { isBrokenBySheet } from './cells.ts'

/** An extension, as firms write it behind the number of their switchboard. */
const extension = /(?:转|轉|分机|分機|(?:ext\.?|x)|(?<=\d{7})-)\s*\d{1,5}$/i

/**
 * Reads a phone cell: its first number, and the others that stand with it. `whole` is the first as it stands where it
 * says more than a number does: whose it is, an extension. Throws phone.unreadable, phone.spreadsheet.
 */
export function phonesIn(
  text: string,
  parse: PhoneParser,
): { phone: string; whole: string | null; others: readonly string[] } {
  // Nothing but digits is one number and says no more.
  if (/^\+?\d{7,15}$/.test(text)) return { phone: parse(text), whole: null, others: [] }
  // No card has so many phones: as one it is refused, without being looked through.
  if (text.length > 2000) return { phone: parse(text), whole: null, others: [] }
  if (isBrokenBySheet(text)) throw new LedgerError('phone.spreadsheet', { text })
  // 010/62345678 is one number with a stroke in it; 0171-1234563 / 030-1234564 are two.
  const parted = /^\+?\d{2,5}\/[\d -]{5,}$/.test(text) ? text.replace('/', '-') : text
  const [first = '', ...rest] = parted
    .split(/:::|[/,，;；、|\n]+|(?<=\d{7})\s+(?=[+\d]\d{6})/)
    .map((part) => part.trim())
  const others = rest.filter((part) => part !== '').map((part) => readable(part, parse))
  try {
    return { phone: parse(first), whole: isWordy(first.replace(label, '')) ? first : null, others }
  } catch (error) {
    if (!extension.test(first)) throw error
    return { phone: parse(first.replace(extension, '')), whole: first, others }
  }
}

/** Letters beside digits. */
const isWordy = (text: string) => /\p{L}/u.test(text) && /\d/.test(text)
/** What says no more than that it is a phone. */
const label = /^(?:电话|電話|手机号?|手機號?|tel|phone|mobile)\s*[:：.]?/i

function readable(text: string, parse: PhoneParser): string {
  try {
    return parse(text)
  } catch {
    return text
  }
}

/** The first address of mail in a cell, and the others that stand with it. */
export function emailsIn(text: string): { first: string; others: readonly string[] } {
  const [first = '', ...others] = text
    .split(/:::|[,;，；、\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (!/^[^\s@]+@[^\s@]+$/.test(first)) throw new LedgerError('usage.bad-email', { text })
  return { first, others }
}
