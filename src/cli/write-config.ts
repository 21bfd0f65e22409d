import { LedgerError } from '../ledger/errors.ts'
import { linkedFile } from '../store/files/address.ts'
import { writeWhole } from '../store/files/draft.ts'
import { type Config, configFile, type Settled, troubleWithConfig } from './config.ts'

/**
 * Writes the file whole or not at all; a link to it stays one, and one that is damaged or another's is left. Throws
 * config.damaged, config.foreign, usage.no-home, usage.out-unwritable, file.full.
 */
export function writeConfig(world: Settled, config: Config): void {
  const folder = world.folders.config
  if (folder === '') throw new LedgerError('usage.no-home', {})
  const trouble = troubleWithConfig(world)
  if (trouble !== null) throw trouble
  writeWhole(linkedFile(configFile(folder)), `${JSON.stringify(config, null, 2)}\n`)
}
