import { LedgerError } from './errors.ts'

/** Money is a whole number of the currency's minor unit (fen, cents), never a fraction. */
export type Minor = number

/** How many decimals ISO 4217 gives a currency: CNY 2, JPY 0, KWD 3. An unknown code has 2, as Intl answers. */
export function decimalsOf(currency: string): number {
  const known = familiar[currency]
  if (known !== undefined) return known
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

// Intl takes two milliseconds to load: the usual currencies do not wait for it.
const familiar: Record<string, number> = { CNY: 2, HKD: 2, TWD: 2, USD: 2, EUR: 2, GBP: 2, JPY: 0, KWD: 3 }

const most = 999_999_999_999

/**
 * Reads an amount as a person types it: `88.5`, `¥1,288.00`, `128元`, full-width digits, or a sum `128+60-8`.
 * Returns minor units. Throws money.unreadable, money.too-precise, money.negative (the sum, unless `signed`), money.too-large.
 */
export function parseMoney(text: string, currency: string, signed = false): Minor {
  const typed = text.normalize('NFKC')
  // A blank between digits may be a slip as well as a thousands mark: it is not guessed away.
  if (/\d\s+[\d,.]|[,.]\s+\d/.test(typed)) throw new LedgerError('money.unreadable', { text, currency })
  const plain = typed.replace(/\s/g, '')
  const terms = plain.match(/[+\-−]?[^+\-−]+/g)
  if (!terms || terms.join('') !== plain) throw new LedgerError('money.unreadable', { text, currency })
  const total = terms.reduce((sum, term) => sum + parseTerm(term, text, currency), 0)
  if (Math.abs(total) > most) throw new LedgerError('money.too-large', { text })
  if (total < 0 && !signed) throw new LedgerError('money.negative', { text })
  return total
}

const marks: Record<string, readonly string[]> = {
  CNY: ['¥', '元', '块', '圆', 'RMB', '人民币'],
  JPY: ['¥', '円', '圆', '元', '日元'],
  USD: ['$', 'US$', '美元'],
  HKD: ['$', 'HK$', '元', '港元', '港币'],
  TWD: ['$', 'NT$', '元', '圆', '块'],
  EUR: ['€', '欧元'],
  GBP: ['£', '英镑'],
}

/** Whether what stands beside a number is nothing, or a mark of the ledger's own currency: another's would be another amount. */
function names(mark: string, currency: string): boolean {
  return mark === '' || mark.toUpperCase() === currency || (marks[currency] ?? []).includes(mark.toUpperCase())
}

/** The mark of another currency beside a figure, as it is written: `$`, `USD`; null where there is none. */
export function foreignMark(text: string, currency: string): string | null {
  const marks = text
    .normalize('NFKC')
    .match(/(?:US|HK|NT|[AC])?\$|[€£¥₩₹₽]|zł|\bRMB(?=[\d\s]|$)|\b(?:CNY|JPY|USD|HKD|TWD|EUR|GBP|KRW|SGD|AUD|CAD|CHF|PLN)(?=[\d\s]|$)/g)
  return marks?.find((mark) => !names(mark, currency)) ?? null
}

function parseTerm(term: string, text: string, currency: string): Minor {
  const digits = decimalsOf(currency)
  const found = /^([+\-−]?)(\D*?)(\d[\d,]*|(?=\.\d))(?:\.(\d+))?(\D*)$/.exec(term)
  if (!found) throw new LedgerError('money.unreadable', { text, currency })
  const [, sign, before = '', whole = '', fraction = '', after = ''] = found
  if (!names(before, currency) || !names(after, currency)) throw new LedgerError('money.unreadable', { text, currency })
  if (whole.includes(',') && !/^\d{1,3}(,\d{3})+$/.test(whole)) throw new LedgerError('money.unreadable', { text, currency })
  const tail = fraction.replace(/0+$/, '')
  if (tail.length > digits) throw new LedgerError('money.too-precise', { text, currency, digits })
  const units = `${whole.replaceAll(',', '')}${tail.padEnd(digits, '0')}`.replace(/^0+(?=\d)/, '') || '0'
  if (units.length > 12) throw new LedgerError('money.too-large', { text })
  return sign === '-' || sign === '−' ? -Number(units) : Number(units)
}

/** Minor units as an exact decimal string: 8850 in CNY is `88.50`. */
export function decimal(amount: Minor, currency: string): string {
  const digits = decimalsOf(currency)
  const sign = amount < 0 ? '-' : ''
  const units = String(Math.abs(amount)).padStart(digits + 1, '0')
  return digits === 0 ? sign + units : `${sign}${units.slice(0, -digits)}.${units.slice(-digits)}`
}

/** The other way round: `88.50` is 8850 in CNY. Only for what `decimal` wrote; what people type is `parseMoney`'s. */
export function minorOf(written: string): Minor {
  return Number(written.replace('.', ''))
}

/** Rounds half away from zero, as SPEC 3 rounds profit: 0.5 is 1, -0.5 is -1. */
export function roundHalfAway(value: number): number {
  return value < 0 ? -Math.round(-value) || 0 : Math.round(value)
}
