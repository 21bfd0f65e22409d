import type { Db } from '../../store/db.ts'
import { LedgerError } from '../errors.ts'
import type { Language } from '../vocabulary.ts'
import type { Settings } from './book.ts'

/** What an owner says of a new ledger, as typed. */
export interface NewLedgerOptions {
  readonly name?: string | undefined
  readonly currency?: string | undefined
  readonly region?: string | undefined
  readonly timezone?: string | undefined
}

/**
 * Reads the wishes for a new ledger; what is not said is left out. Throws usage.bad-currency, usage.bad-region,
 * usage.bad-timezone.
 */
export async function readNewLedger({
  name,
  currency,
  region,
  timezone,
}: NewLedgerOptions): Promise<Partial<Omit<Settings, 'uuid' | 'lang'>>> {
  return {
    ...(name === undefined ? {} : { name: readShopName(name) }),
    ...(currency === undefined ? {} : { currency: readCurrency(currency) }),
    ...(region === undefined ? {} : { region: await readRegion(region) }),
    ...(timezone === undefined ? {} : { timezone: readZone(timezone) }),
  }
}

/** The system a new ledger begins on, as far as it tells where the shop is. */
export interface Surroundings {
  /** `en_US.UTF-8`; '' says nothing. */
  readonly locale: string
  readonly timezone: string
}

/**
 * What a new ledger is of unless it is said: the region of the locale's territory, else of the time zone's country,
 * else CN, and the currency that is paid with there; the system's zone, but that of the region where it has one alone
 * and was asked for, or the system's is of no country. Throws usage.bad-timezone where the system's zone is none.
 */
export async function defaultSettings(
  { locale, timezone: asked }: Surroundings,
  region?: string,
): Promise<Pick<Settings, 'currency' | 'region' | 'timezone'>> {
  const { default: currencies } = await import('country-to-currency')
  const { isSupportedCountry } = await import('libphonenumber-js/max')
  const system = readZone(asked.replace(/^:/, ''), true)
  const known = (code: string | undefined) =>
    code !== undefined && Object.hasOwn(currencies, code) && isSupportedCountry(code) ? code : undefined
  const territory = /^[a-z]{2,3}(?:[_-][A-Z][a-z]{3})?[_-]([A-Z]{2})\b/.exec(locale)?.[1]
  const told = region ?? known(territory)
  const found = told ?? known(countryOf(system, Object.keys(currencies))) ?? 'CN'
  const timezone = (region || isOfNoCountry(system) ? onlyZoneOf(told) : undefined) ?? system
  const currency = (currencies as Readonly<Record<string, string>>)[found] ?? 'CNY'
  return { region: found, currency: isMoney(currency) ? currency : 'CNY', timezone }
}

/**
 * The country whose clocks show a zone's time; of several the one it is named first for. To ask all of them takes a
 * tenth of a second: China, which shares its zones with nobody, is asked first, and nobody for a zone of no country.
 */
function countryOf(timezone: string, countries: readonly string[]): string | undefined {
  if (isOfNoCountry(timezone)) return undefined
  return ['CN', ...countries].find((code) => zonesOf(code).includes(timezone))
}

function isOfNoCountry(timezone: string): boolean {
  return !timezone.includes('/') || timezone.startsWith('Etc/')
}

/** All of China goes by the time of Beijing, whatever the clocks of Urumqi show. */
function onlyZoneOf(region: string | undefined): string | undefined {
  const [zone, another] = region === undefined ? [] : region === 'CN' ? ['Asia/Shanghai'] : zonesOf(region)
  return another === undefined ? zone : undefined
}

function zonesOf(code: string): readonly string[] {
  const locale = new Intl.Locale(`und-${code}`) as Intl.Locale & {
    getTimeZones?(): readonly string[]
    readonly timeZones?: readonly string[]
  }
  return locale.getTimeZones?.() ?? locale.timeZones ?? []
}

/** Whether anything was entered yet: a customer or an entry, archived and void ones too. */
export async function isUsed(db: Db): Promise<boolean> {
  const [customer, entry] = await Promise.all([
    db.selectFrom('customer').select('id').limit(1).executeTakeFirst(),
    db.selectFrom('entry').select('id').limit(1).executeTakeFirst(),
  ])
  return customer !== undefined || entry !== undefined
}

/** The name of a shop as typed, blanks put right. Throws usage.too-long past 200 characters. */
export function readShopName(typed: string): string {
  const name = typed.replace(/\s+/g, ' ').trim()
  if (name.length > 200) throw new LedgerError('usage.too-long', { what: 'name', length: name.length, most: 200 })
  return name
}

const spokenCurrencies: Readonly<Record<string, string>> = { RMB: 'CNY', 人民币: 'CNY', '¥': 'CNY', 元: 'CNY' }

/** A currency by its ISO 4217 code, or as Chinese calls its own. Throws usage.bad-currency. */
export function readCurrency(asked: string): string {
  const plain = asked.normalize('NFKC').trim().toUpperCase()
  const code = spokenCurrencies[plain] ?? plain
  if (!isMoney(code)) throw new LedgerError('usage.bad-currency', { asked })
  return code
}

/** A country by its ISO 3166 code, one whose phones can be read. Throws usage.bad-region. */
export async function readRegion(asked: string): Promise<string> {
  const { isSupportedCountry } = await import('libphonenumber-js/max')
  const code = asked.normalize('NFKC').trim().toUpperCase()
  if (!isSupportedCountry(code)) throw new LedgerError('usage.bad-region', { asked })
  return code
}

/** Whether a code is of money that somebody pays with: not of metals, funds, tests, nor of no currency (XXX). */
export function isMoney(code: string): boolean {
  const ofSeveralStates = ['XAF', 'XCD', 'XCG', 'XOF', 'XPF']
  return Intl.supportedValuesOf('currency').includes(code) && (!code.startsWith('X') || ofSeveralStates.includes(code))
}

/**
 * A time zone by its name; `environment` tells that nobody typed it. Throws usage.bad-timezone, for a mere offset too:
 * it knows no summer.
 */
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
  readonly lang: Language
}
