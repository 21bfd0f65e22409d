import { LedgerError } from '../errors.ts'
import type { Settings } from './book.ts'

/** What an owner says of a new ledger, as typed. */
export interface NewLedgerOptions {
  readonly name?: string | undefined
  readonly currency?: string | undefined
  readonly region?: string | undefined
  readonly timezone?: string | undefined
}

/** Reads the wishes for a new ledger; what is not said is left out. Throws usage.bad-currency, usage.bad-region, usage.bad-timezone. */
export async function readNewLedger({ name, currency, region, timezone }: NewLedgerOptions): Promise<Partial<Omit<Settings, 'uuid' | 'lang'>>> {
  return {
    ...(name === undefined ? {} : { name }),
    ...(currency === undefined ? {} : { currency: readCurrency(currency) }),
    ...(region === undefined ? {} : { region: await readRegion(region) }),
    ...(timezone === undefined ? {} : { timezone: readZone(timezone) }),
  }
}

const spokenCurrencies: Readonly<Record<string, string>> = { RMB: 'CNY', 人民币: 'CNY', '¥': 'CNY', 元: 'CNY' }

function readCurrency(asked: string): string {
  const plain = asked.normalize('NFKC').trim().toUpperCase()
  const code = spokenCurrencies[plain] ?? plain
  if (!Intl.supportedValuesOf('currency').includes(code)) throw new LedgerError('usage.bad-currency', { asked })
  return code
}

async function readRegion(asked: string): Promise<string> {
  const { isSupportedCountry } = await import('libphonenumber-js/max')
  const code = asked.normalize('NFKC').trim().toUpperCase()
  if (!isSupportedCountry(code)) throw new LedgerError('usage.bad-region', { asked })
  return code
}

function readZone(asked: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: asked.trim() }).resolvedOptions().timeZone
  } catch {
    throw new LedgerError('usage.bad-timezone', { asked })
  }
}

export interface NewLedgerSettings {
  readonly name: string
  readonly currency: string
  readonly region: string
  readonly timezone: string
  readonly lang: 'en' | 'zh'
}
