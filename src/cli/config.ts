import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { LedgerError } from '../ledger/errors.ts'
import { languageNamed } from '../ledger/vocabulary.ts'
import { refuseAddress } from '../store/files/address.ts'

/** What the owner settled once on this computer. */
export interface Config {
  readonly db?: string
  readonly lang?: string
  readonly user?: string
}

export const configKeys = ['lang', 'db', 'user'] as const
export type ConfigKey = (typeof configKeys)[number]

export function configFile(folder: string): string {
  return folder === '' ? '' : join(folder, 'config.json')
}

/** A missing file settles nothing, nor does a damaged one: `damagedConfig` tells of that. */
export function readConfig(folder: string): Config {
  const found = contentOf(folder)
  return found === null || found === 'damaged'
    ? {}
    : Object.fromEntries(configKeys.flatMap((key) => (typeof found[key] === 'string' ? [[key, found[key]]] : [])))
}

/** The file, where it stands and cannot be read as what it is; else null. */
export function damagedConfig(folder: string): string | null {
  return contentOf(folder) === 'damaged' ? configFile(folder) : null
}

function contentOf(folder: string): Readonly<Record<string, unknown>> | 'damaged' | null {
  try {
    const found: unknown = JSON.parse(readFileSync(configFile(folder), 'utf8'))
    return typeof found === 'object' && found !== null && !Array.isArray(found)
      ? (found as Record<string, unknown>)
      : 'damaged'
  } catch (error) {
    return error instanceof SyntaxError ? 'damaged' : null
  }
}

/** What can be settled once on this computer. */
export function configKey(asked: string): ConfigKey {
  const found = configKeys.find((key) => key === asked.trim().toLowerCase())
  if (!found) throw new LedgerError('usage.bad-choice', { asked, what: 'setting', choices: configKeys })
  return found
}

/** A value as it is kept: a ledger by its full path, so that it is the same one from any folder. */
export function configValue(key: ConfigKey, typed: string): string {
  if (typed === '') throw new LedgerError('usage.missing-value', { option: key, command: 'config set' })
  if (key === 'db') {
    refuseAddress(typed)
    return resolve(typed)
  }
  if (key !== 'lang') return typed
  const lang = languageNamed(typed)
  if (lang === null)
    throw new LedgerError('usage.bad-choice', { asked: typed, what: 'language', choices: ['en', 'zh'] })
  return lang
}
