import { quoted } from '../locales/asked.ts'
import type { Words } from '../locales/en.ts'
import type { Speech } from '../locales/speech.ts'
import { someText } from './some-text.ts'
import { prepareWidth } from './width.ts'

/** How values are said to people at a terminal: with colour where it is wanted, to the width there is. */
export interface Voice extends Speech {
  readonly words: Words
  /** The day of the ledger it is. */
  readonly today: string
  /** Confirmations and asides are not wanted. */
  readonly quiet: boolean
  /** Columns of the terminal when stdout is one; null in a pipe, where nothing is cut. */
  readonly width: number | null
  /** Lines of it; null in a pipe, or where it does not say. */
  readonly height: number | null
  strong(text: string): string
  dim(text: string): string
  alarm(text: string): string
  /** The text on a background of one of the depths 0 to 4; null where the terminal has not colours enough. */
  readonly shade: ((text: string, depth: number) => string) | null
  /** Whether block characters can be shown; else charts are drawn with letters and digits. */
  readonly blocks: boolean
  /** Loads what the value needs to be said: the way foreign phones are written, the width of emoji. */
  prepare(value: unknown): Promise<void>
}

export interface Speaking {
  readonly words: Words
  readonly currency: string
  readonly region: string
  readonly today: string
  readonly quiet: boolean
  readonly width: number | null
  readonly height?: number | null
  readonly paint: Paint | null
  readonly blocks: boolean
  /** The words of the command line. */
  readonly typed?: readonly string[]
}

export interface Paint {
  bold(text: string): string
  dim(text: string): string
  red(text: string): string
  shade?(text: string, depth: number): string
}

const symbols: Record<string, string> = { CNY: '¥', JPY: '¥', USD: '$', EUR: '€', GBP: '£', HKD: 'HK$', TWD: 'NT$' }

export function makeVoice({
  words,
  currency,
  region,
  today,
  quiet,
  width,
  height = null,
  paint,
  blocks,
  typed = [],
}: Speaking): Voice {
  let national: ((e164: string) => string) | null = null
  const money = (amount: string) => {
    const [whole = '', fraction] = amount.replace('-', '').split('.')
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
    const symbol = symbols[currency] ?? `${currency} `
    return `${amount.startsWith('-') ? '-' : ''}${symbol}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
  }
  return {
    words,
    today,
    quiet,
    width,
    height,
    money,
    balance(amount) {
      if (/^-?[0.]+$/.test(amount)) return ''
      return amount.startsWith('-') ? words.terms.credit(money(amount.slice(1))) : words.terms.owes(money(amount))
    },
    phone(e164) {
      const mobile = /^\+86(1\d{2})(\d{4})(\d{4})$/.exec(e164)
      if (mobile && region === 'CN') return `${mobile[1]} ${mobile[2]} ${mobile[3]}`
      return national?.(e164) ?? e164
    },
    day: (day) => (day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day),
    share: (share) => `${(share * 100).toFixed(1).replace(/\.0$/, '')} %`,
    again: (more) => ['regulars', ...typed.map(quoted), more].join(' '),
    strong: (text) => paint?.bold(text) ?? text,
    dim: (text) => paint?.dim(text) ?? text,
    alarm: (text) => paint?.red(text) ?? text,
    shade: paint?.shade ?? null,
    blocks,
    async prepare(value) {
      await prepareWidth(value)
      if (national || !someText(value, (text) => isForeignPhone(text, region))) return
      const { nationalPhone } = await import('../ledger/identity/phone.ts')
      national = await nationalPhone(region)
    },
  }
}

function isForeignPhone(text: string, region: string): boolean {
  return /^\+\d{7,15}$/.test(text) && !(region === 'CN' && /^\+861\d{10}$/.test(text))
}
