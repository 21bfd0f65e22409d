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

export function readCurrency(asked: string): string {
  const plain = asked.normalize('NFKC').trim().toUpperCase()
  const code = spokenCurrencies[plain] ?? plain
  if (!isMoney(code)) throw new LedgerError('usage.bad-currency', { asked })
  return code
}

export async function readRegion(asked: string): Promise<string> {
  const { isSupportedCountry } = await import('libphonenumber-js/max')
  const code = asked.normalize('NFKC').trim().toUpperCase()
  if (!isSupportedCountry(code)) throw new LedgerError('usage.bad-region', { asked })
  return code
}

/** Whether a code is of money that somebody pays with: not of metals, funds, tests, nor of no currency (XXX). */
function isMoney(code: string): boolean {
  const ofSeveralStates = ['XAF', 'XCD', 'XCG', 'XOF', 'XPF']
  return Intl.supportedValuesOf('currency').includes(code) && (!code.startsWith('X') || ofSeveralStates.includes(code))
}

/** A time zone by its name; `environment` tells that nobody typed it. Throws usage.bad-timezone, for a mere offset too: it knows no summer. */
export function readZone(asked: string, environment = false): string {
  try {
    const zone = new Intl.DateTimeFormat('en', { timeZone: asked.trim() }).resolvedOptions().timeZone
    if (/^[A-Za-z]/.test(zone) && zone !== 'Etc/Unknown') return zone
  } catch {
    // Said below.
  }
  throw new LedgerError('usage.bad-timezone', environment ? { asked, environment } : { asked })
}

export interface NewLedgerSettings {
  readonly name: string
  readonly currency: string
  readonly region: string
  readonly timezone: string
  readonly lang: 'en' | 'zh'
}
