import { LedgerError } from '../ledger/errors.ts'
import { draftOf, takenBy } from '../store/files/draft.ts'
import { cleanSheet } from '../terminal/clean.ts'
import type { Context } from './context.ts'

/** A file that takes the lines that could not be entered, as they stood: to be mended and read again. */
export interface LinesFile {
  add(line: string): void
  place(): void
  /** Leaves nothing behind of what was not placed. */
  abandon(): void
}

/**
 * Begun before anything is entered, so that a place that cannot be written is known at once; without a line it is not
 * made, but for one that is there already and is written over. Throws export.is-ledger, export.exists,
 * usage.out-unwritable.
 */
export function linesFile({ flags }: Pick<Context, 'flags'>, path: string, command: string): LinesFile {
  const taken = takenBy(path)
  if (taken === 'ledger') throw new LedgerError('export.is-ledger', { path, flag: '--rejects' })
  if (taken === 'file' && !flags.yes && !flags.dryRun)
    throw new LedgerError('export.exists', { path, command, flag: '--rejects' })
  const draft = flags.dryRun ? null : draftOf(path)
  let wanted = taken === 'file'
  return {
    add(line) {
      wanted = true
      draft?.write(`${draft.isTerminal ? cleanSheet(line) : line}\n`)
    },
    place: () => (wanted ? draft?.place() : undefined),
    abandon: () => draft?.abandon(),
  }
}
