import { LedgerError } from './errors.ts'

/** Money is a whole number of the currency's minor unit (fen, cents), never a fraction. */
export type Minor = number

/**
 * How many decimals ISO 4217 gives a currency: CNY 2, JPY 0, KWD 3. A code that is none has 2, as Intl answers for
 * unknown ones.
 */
export function decimalsOf(currency: string): number {
  const known = familiar[currency]
  if (known !== undefined) return known
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

// Intl takes two milliseconds to load: the usual currencies do not wait for it.
const familiar: Record<string, number> = { CNY: 2, HKD: 2, TWD: 2, USD: 2, EUR: 2, GBP: 2, JPY: 0, KWD: 3 }

const most = 999_999_999_999

/** Minor units in a whole one: 100 of CNY, 1 of JPY. */
export const minorUnit = (currency: string): number => 10 ** decimalsOf(currency)

/**
 * Reads an amount as a person types it: `88.5`, `¥1,288.00`, `12,50`, `128元`, `88元5角`, full-width digits, a sum
 * `128+60-8` or a product `128*2`. Returns minor units. Throws money.unreadable, money.ambiguous, money.too-precise,
 * money.negative (the sum, unless `signed`), money.too-large.
 */
export function parseMoney(text: string, currency: string, signed = false): Minor {
  // Half a thousand letters are no sum anybody adds up, and are not looked through for one.
  if (text.length > 500) throw new LedgerError('money.unreadable', { text, currency })
  const typed = text.normalize('NFKC')
  // A blank between digits may be a slip as well as a thousands mark: it is not guessed away.
  if (/\d\s+[\d,.]|[,.]\s+\d/.test(typed)) throw new LedgerError('money.unreadable', { text, currency })
  const plain = withWholeMark(typed.replace(/\s/g, ''))
  const terms = plain.match(/[+\-−]?[^+\-−]+/g)
  if (!terms || terms.join('') !== plain) throw new LedgerError('money.unreadable', { text, currency })
  const total = terms.reduce((sum, term) => sum + parseTerm(term, text, currency), 0)
  if (Math.abs(total) > most) throw tooLarge(text, currency)
  if (total < 0 && !signed) throw new LedgerError('money.negative', { text })
  return total
}

function tooLarge(text: string, currency: string): LedgerError {
  return new LedgerError('money.too-large', { text, most: decimal(most, currency) })
}

const marks: Record<string, readonly string[]> = {
  CNY: ['¥', '元', '块', '圆', 'RMB', '人民币', '元整', '圆整'],
  JPY: ['¥', '円', '圆', '元', '日元', '日本円'],
  USD: ['$', 'US$', '美元'],
  HKD: ['$', 'HK$', '元', '港元', '港币'],
  TWD: ['$', 'NT$', '元', '圆', '块', '元整', '圆整'],
  EUR: ['€', 'EURO', '欧元'],
  GBP: ['£', '英镑'],
  INR: ['₹', 'RS'],
  RUB: ['₽', 'РУБ', 'Р'],
  KRW: ['₩', '원'],
  BRL: ['R$'],
  PLN: ['ZŁ'],
  CHF: ['FR', 'SFR'],
  CZK: ['KČ'],
  SEK: ['KR'],
  NOK: ['KR'],
  DKK: ['KR'],
  TRY: ['₺', 'TL'],
  THB: ['฿'],
  VND: ['₫'],
  MYR: ['RM'],
  SGD: ['$', 'S$'],
  AUD: ['$', 'A$'],
  CAD: ['$', 'C$'],
  NZD: ['$', 'NZ$'],
  MXN: ['$'],
  ARS: ['$'],
  CLP: ['$'],
  COP: ['$'],
  IDR: ['RP'],
  PHP: ['₱'],
  UAH: ['₴', 'ГРН'],
  ILS: ['₪'],
  KWD: ['KD'],
}

/**
 * Whether what stands beside a number is nothing, or a mark of the ledger's own currency: another's would be another
 * amount.
 */
function names(mark: string, currency: string): boolean {
  return mark === '' || mark.toUpperCase() === currency || (marks[currency] ?? []).includes(mark.toUpperCase())
}

/** Rs. 500, Fr. 12, 12 руб.: a mark that is a word cut short, without its point. */
export function withWholeMark(text: string): string {
  return text.replace(/(?<!\p{L})(rs|s?fr|kr|руб|р)\.(?!\p{L})/giu, '$1')
}

const currencyMarks = new RegExp(
  String.raw`(?:US|HK|NT|NZ|[ACRS])?\$|[€£¥₩₹₽₺฿₫₱₴₪]|zł|Kč|美元|欧元|英镑|港[元币]|日元|` +
    String.raw`\b(?:RMB|CNY|JPY|USD|HKD|TWD|EUR|GBP|KRW|SGD|AUD|CAD|CHF|PLN|INR|RUB|BRL|CZK|SEK|NOK|DKK|TRY|THB|MXN|` +
    String.raw`NZD|MYR)(?=[\d\s]|$)`,
  'g',
)

/** The mark of another currency beside a figure, as it is written: `$`, `USD`; null where there is none. */
export function foreignMark(text: string, currency: string): string | null {
  const marks = text.normalize('NFKC').match(currencyMarks)
  return marks?.find((mark) => !names(mark, currency)) ?? null
}

/**
 * The currency a heading names behind its word, where it is another than the ledger's: `Amount (USD)`, `金额（美元）`,
 * `Betrag CHF`; null where it names none, or this one.
 */
export function foreignHeading(heading: string, currency: string): string | null {
  const plain = heading.normalize('NFKC').trim()
  const found = bracketed.exec(plain) ?? behind.exec(plain)
  const said = (found?.[1] ?? '').toUpperCase()
  const isMark = /^[A-Z]{3}$/.test(said) ? said in marks : Object.values(marks).some((all) => all.includes(said))
  return said === '' || !isMark || names(said, currency) ? null : said
}

const bracketed = /[([【]\s*(?:in\s+)?([^()[\]【】]{1,8}?)\s*[)\]】]\s*$/
const behind = /(?:[\s_]|(?=[€£¥₩₹₽$]))([A-Z]{3}|(?:US|HK|NT)?\$|[€£¥₩₹₽])$/

/** One amount of a sum: a product of factors, exact to the minor unit. */
function parseTerm(term: string, text: string, currency: string): Minor {
  const digits = decimalsOf(currency)
  const [, sign = '', rest = ''] = /^([+\-−]?)(.*)$/.exec(term) ?? []
  const factors = rest.split(/[*×]|(?<=\d)x(?=[\d.¥$€£])/i).map((factor) => readFactor(factor, text, currency))
  let [units, places] = [1n, 0]
  for (const factor of factors) [units, places] = [units * BigInt(factor.digits), places + factor.places]
  for (; places > digits && units % 10n === 0n; places--) units /= 10n
  if (places > digits) throw new LedgerError('money.too-precise', { text, currency, digits })
  units *= 10n ** BigInt(digits - places)
  if (units > BigInt(most)) throw tooLarge(text, currency)
  return sign === '-' || sign === '−' ? -Number(units) : Number(units)
}

/** A number by its digits and how many of them stand behind the decimal mark. */
interface Factor {
  readonly digits: string
  readonly places: number
}

function readFactor(factor: string, text: string, currency: string): Factor {
  const spoken = readSpoken(factor, currency)
  if (spoken) return spoken
  const [, before = '', number = '', after = ''] = /^([^\d.,]*)([\d.,]*?)([^\d.,]*)$/.exec(factor) ?? []
  const read = number === '' || !names(before, currency) || !names(after, currency) ? null : readNumber(number)
  if (!read) throw new LedgerError('money.unreadable', { text, currency })
  const { whole, fraction, onlyPoint } = read
  // 1.500 may be one and a half, or fifteen hundred as half the world writes it.
  const digits = decimalsOf(currency)
  if (onlyPoint && fraction.length === 3 && digits < 3 && /^[1-9]\d{0,2}$/.test(whole)) {
    const decimals = `${whole}.${fraction.replace(/0$/, '')}`
    throw new LedgerError('money.ambiguous', {
      text,
      currency,
      thousands: `${whole}${fraction}`,
      decimals,
      exact: decimals.length - whole.length - 1 <= digits,
    })
  }
  return { digits: `${whole}${fraction}` || '0', places: fraction.length }
}

/**
 * A number as it is written: thousands in threes, or as India parts them (1,25,000), and behind the last mark its
 * decimals; a comma is one before one or two digits.
 */
function readNumber(number: string): { whole: string; fraction: string; onlyPoint: boolean } | null {
  const [, whole = '', fraction = ''] =
    /^(\d*)(?:\.(\d+))?$/.exec(number) ??
    /^(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(number) ??
    /^(\d{1,2}(?:,\d{2})+,\d{3})(?:\.(\d+))?$/.exec(number) ??
    /^(\d+|\d{1,3}(?:\.\d{3})+),(\d{1,2})$/.exec(number) ??
    []
  if (whole === '' && fraction === '') return null
  return { whole: whole.replace(/[.,]/g, ''), fraction, onlyPoint: fraction !== '' && !number.includes(',') }
}

const withCents = ['CNY', 'HKD', 'TWD']

/** `88元5角`, `88块5`, `5角`, `3元2角5分`; null for anything else. */
function readSpoken(factor: string, currency: string): Factor | null {
  if (!withCents.includes(currency)) return null
  const [all, whole = '0', tens = '', ones = ''] =
    /^(?:¥?(\d{1,9})[元块圆])?(?:(\d)[角毛]?)?(?:(\d)分)?$/.exec(factor) ?? []
  if (all === undefined || !/[元块圆].*\d|[角毛分]/.test(factor) || (/^\d$/.test(factor) && ones === '')) return null
  if (!factor.includes('角') && !factor.includes('毛') && tens !== '' && ones !== '') return null
  return { digits: `${whole}${tens || '0'}${ones || '0'}`, places: 2 }
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
