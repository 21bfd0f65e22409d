import { LedgerError } from '../ledger/errors.ts'
import { linkedFile } from '../store/files/address.ts'
import { draftOf } from '../store/files/draft.ts'
import { makeFolder } from '../store/files/folder.ts'
import { type Config, configFile, damagedConfig } from './config.ts'

/**
 * Writes the file whole or not at all; a link to it stays one, and a damaged one is left. Throws config.damaged,
 * usage.no-home, usage.out-unwritable, file.full.
 */
export function writeConfig(folder: string, config: Config): void {
  if (folder === '') throw new LedgerError('usage.no-home', {})
  const damaged = damagedConfig(folder)
  if (damaged !== null) throw new LedgerError('config.damaged', { path: damaged })
  try {
    makeFolder(folder)
  } catch {
    throw new LedgerError('usage.out-unwritable', { path: folder })
  }
  const draft = draftOf(linkedFile(configFile(folder)))
  try {
    draft.write(`${JSON.stringify(config, null, 2)}\n`)
    draft.place()
  } finally {
    draft.abandon()
  }
}
