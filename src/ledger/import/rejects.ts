import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { draftOf, takenBy } from '../../store/files/draft.ts'
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
  const taken = takenBy(path)
  if (taken === 'ledger' || (taken === 'file' && !isRejects(path))) throw new LedgerError('roster.rejects-taken', { path })
  const draft = draftOf(path)
  const put = (cells: readonly string[]) => draft.write(`${csvLine(cells)}\n`)
  put([...ownColumns, ...(roster.headers ?? [])])
  let wanted = taken !== null
  return {
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
    place(): void {
      if (wanted) draft.place()
    },
    /** Leaves nothing behind of what was not placed. */
    abandon(): void {
      draft.abandon()
    },
  }
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
