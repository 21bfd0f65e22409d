import { join, resolve } from 'node:path'
import { LedgerError } from '../ledger/errors.ts'
import { languageNamed, languages } from '../ledger/vocabulary.ts'
import { refuseAddress } from '../store/files/address.ts'
import { smallText } from '../store/files/small-text.ts'
import { isServerAddress, readAddress } from '../store/postgres/address.ts'
import type { World } from '../world.ts'

/** What the owner settled once on this computer. */
export interface Config {
  readonly db?: string
  readonly lang?: string
  readonly user?: string
  /** Ledgers by the names `--shop` knows them under. */
  readonly shops?: Readonly<Record<string, string>>
}

export const configKeys = ['lang', 'db', 'user'] as const
type PlainKey = (typeof configKeys)[number]
export type ConfigKey = PlainKey | `shops.${string}`

export function configFile(folder: string): string {
  return folder === '' ? '' : join(folder, 'config.json')
}

/** The part of the world outside that the file of settings belongs to. */
export type Settled = Pick<World, 'folders' | 'believed'>

/** A missing file settles nothing, nor does one that cannot be gone by: `troubleWithConfig` tells of that. */
export function readConfig(world: Settled): Config {
  const found = contentOf(world)
  if (found === null || found === 'damaged' || found === 'foreign') return {}
  const plain = configKeys.flatMap((key) => (typeof found[key] === 'string' ? [[key, found[key]]] : []))
  const shops = isObject(found['shops']) ? Object.entries(found['shops']) : []
  return {
    ...Object.fromEntries(plain),
    ...(shops.length > 0 ? { shops: Object.fromEntries(shops.filter(([, place]) => typeof place === 'string')) } : {}),
  }
}

/** What is settled under a key; null where nothing is. */
export function settled(config: Config, key: ConfigKey): string | null {
  const shop = shopNamed(key)
  return (shop === null ? config[key as PlainKey] : ownOf(config.shops, shop)) ?? null
}

/** The settings with another value under a key; null leaves it to its default. */
export function withSetting(config: Config, key: ConfigKey, value: string | null): Config {
  const shop = shopNamed(key)
  if (shop === null) {
    const { [key as PlainKey]: _, ...rest } = config
    return value === null ? rest : { ...rest, [key]: value }
  }
  const { shops = {}, ...rest } = config
  const others = Object.entries(shops).filter(([name]) => name !== shop)
  const all = value === null ? others : [...others, [shop, value]]
  return all.length === 0 ? rest : { ...rest, shops: Object.fromEntries(all) }
}

/** Where the ledger of a shop by that name lies; null: no such shop. */
export function ledgerOfShop({ shops }: Config, name: string): string | null {
  return ownOf(shops, name.trim().normalize('NFC')) ?? null
}

function ownOf(shops: Config['shops'], name: string): string | undefined {
  return shops && Object.hasOwn(shops, name) ? shops[name] : undefined
}

function shopNamed(key: string): string | null {
  return key.startsWith('shops.') ? key.slice('shops.'.length) : null
}

/** The file, where it stands and cannot be read as what it is, or anybody but its owner could say what is in it. */
export function troubleWithConfig(world: Settled): LedgerError<'config.damaged' | 'config.foreign'> | null {
  const found = contentOf(world)
  if (found !== 'damaged' && found !== 'foreign') return null
  return new LedgerError(`config.${found}`, { path: configFile(world.folders.config) })
}

function contentOf({ folders, believed }: Settled): Readonly<Record<string, unknown>> | 'damaged' | 'foreign' | null {
  try {
    const file = smallText(configFile(folders.config))
    if (file === null) return 'damaged'
    if (believed && (file.isOpenToAll || !believed.includes(file.uid))) return 'foreign'
    const found: unknown = JSON.parse(file.text)
    return isObject(found) ? found : 'damaged'
  } catch (error) {
    return error instanceof SyntaxError ? 'damaged' : null
  }
}

function isObject(found: unknown): found is Readonly<Record<string, unknown>> {
  return typeof found === 'object' && found !== null && !Array.isArray(found)
}

/** What can be settled once on this computer. */
export function configKey(asked: string): ConfigKey {
  const shop = shopNamed(asked.trim().normalize('NFC'))?.trim()
  if (shop) return `shops.${shop}`
  const found = configKeys.find((key) => key === asked.trim().toLowerCase())
  if (!found)
    throw new LedgerError('usage.bad-choice', { asked, what: 'setting', choices: [...configKeys, 'shops.NAME'] })
  return found
}

/** A value as it is kept: a ledger by its full path, so that it is the same one from any folder. */
export function configValue(key: ConfigKey, typed: string): string {
  if (typed === '') throw new LedgerError('usage.missing-value', { option: key, command: 'config set' })
  if (key === 'db' || shopNamed(key) !== null) {
    if (isServerAddress(typed)) return readAddress(typed) && typed.trim()
    refuseAddress(typed)
    return resolve(typed)
  }
  if (key !== 'lang') return typed
  const lang = languageNamed(typed)
  if (lang === null) throw new LedgerError('usage.bad-choice', { asked: typed, what: 'language', choices: languages })
  return lang
}
