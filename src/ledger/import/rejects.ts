import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { draftOf, ensurePlaceable, takenBy } from '../../store/files/draft.ts'
import { csvLine } from '../csv-line.ts'
import { LedgerError } from '../errors.ts'
import type { Tally, Told } from './outcome.ts'
import { type Roster, rosterRows } from './plan.ts'

const ownColumns = ['line', 'reason']

/**
 * The rows that were not taken, as a file to mend and import again: UTF-8, commas, `line,reason` and then the row as it stood. Begun
 * before the import, so that a place that cannot be written is known at once, and put there when the import stands; one of an earlier
 * import is replaced even when nothing was rejected. Throws roster.rejects-taken where another file stands, usage.out-unwritable.
 */
export function rejectsFile(path: string, roster: Roster) {
  let wanted = takenOver(path) !== null
  const draft = draftOf(path)
  const put = (cells: readonly string[]) => draft.write(`${csvLine(cells)}\n`)
  return {
    /** The heading, and that there is room for it, before any work is done. */
    begin: () => put([...ownColumns, ...(roster.headers ?? [])]),
    async write(tally: Tally, word: (told: Told) => string): Promise<void> {
      wanted = true
      for await (const rows of rosterRows(roster)) {
        const faults = tally.faultsOf(rows)
        for (const { line, cells } of rows) {
          const told = faults.get(line)
          if (told) put([String(line), word(told), ...cells])
        }
      }
    },
    /** Makes sure of it while the import can still be called off. */
    settle(): void {
      if (wanted) draft.settle()
    },
    /** When the import stands nothing may say otherwise: returns where the rows are, under their name or, if that is not to be had, another. */
    place: () => (wanted ? draft.placeSomewhere() : null),
    /** Leaves nothing behind of what was not placed. */
    abandon(): void {
      draft.abandon()
    },
  }
}

/** The same look at the place, and nothing else: what a dry run finds out of it. */
export function checkRejects(path: string): void {
  takenOver(path)
  ensurePlaceable(path)
}

function takenOver(path: string): 'ledger' | 'file' | null {
  const taken = takenBy(path)
  if (taken === 'ledger' || (taken === 'file' && !isRejects(path))) throw new LedgerError('roster.rejects-taken', { path })
  return taken
}

/** Whether a file begins as a rejects file does, or is empty: only then may another take its place. */
function isRejects(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const begins = Buffer.alloc(64)
    const text = begins.subarray(0, readSync(file, begins)).toString('utf8')
    return text === '' || text.replace(/^\ufeff/, '').startsWith(ownColumns.join(','))
  } finally {
    closeSync(file)
  }
}

/** The first name that no file has. */
export function freeName(name: (number: number) => string): string {
  for (let number = 1; ; number++) if (!existsSync(name(number))) return name(number)
}
