import { resolve } from 'node:path'
import { type ConfigKey, configKeys } from '../config.ts'
import { LedgerError } from '../ledger/errors.ts'

/** What can be settled once on this computer. */
export function configKey(asked: string): ConfigKey {
  const found = configKeys.find((key) => key === asked.trim().toLowerCase())
  if (!found) throw new LedgerError('usage.bad-choice', { asked, what: 'setting', choices: configKeys })
  return found
}

/** A value as it is kept: a ledger by its full path, so that it is the same one from any folder. */
export function configValue(key: ConfigKey, typed: string): string {
  if (typed === '') throw new LedgerError('usage.missing-value', { option: key, command: 'config set' })
  if (key === 'db') return resolve(typed)
  if (key === 'lang' && typed !== 'en' && typed !== 'zh') throw new LedgerError('usage.bad-choice', { asked: typed, what: 'language', choices: ['en', 'zh'] })
  return typed
}
