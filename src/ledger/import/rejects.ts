import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { draftOf, takenBy } from '../../store/files/draft.ts'
import { csvLine } from '../csv-line.ts'
import { LedgerError } from '../errors.ts'
import { dataRows } from './data-rows.ts'
import type { ImportPlan } from './import-plan.ts'
import type { ImportOutcome, RowMessage } from './outcome.ts'

const ownColumns = { en: ['line', 'reason'], zh: ['行', '原因'] } as const

/**
 * The rows that were not taken, as a file to mend and import again: `line,reason` in the words of the ledger and then the row as it stood, parted as
 * the source parts its cells, in UTF-8; of a workbook or cards with commas and the mark by which spreadsheets know UTF-8. Begun
 * before the import, so that a place that cannot be written is known at once, and put there when the import stands; one of an earlier
 * import is replaced even when nothing was rejected. Throws roster.rejects-taken where another file stands, usage.out-unwritable.
 */
export function rejectsFile(path: string, plan: ImportPlan, lang: 'en' | 'zh') {
  const taken = takenBy(path)
  if (taken === 'ledger' || (taken === 'file' && !isRejects(path))) throw new LedgerError('roster.rejects-taken', { path })
  const draft = draftOf(path)
  const { table } = plan
  const delimiter = table.form === 'text' ? table.delimiter : ','
  const put = (cells: readonly string[]) => draft.write(`${csvLine(cells, delimiter)}\n`)
  if (table.form !== 'text' || table.source.mark > 0) draft.write('\ufeff')
  put([...ownColumns[lang], ...(plan.headers ?? [])])
  let wanted = taken !== null
  return {
    async write(tally: ImportOutcome, word: (told: RowMessage) => string): Promise<void> {
      wanted = true
      for await (const rows of dataRows(plan)) {
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
    return text === '' || Object.values(ownColumns).some(([line, reason]) => new RegExp(`^\ufeff?${line}[,;\\t|]${reason}`).test(text))
  } finally {
    closeSync(file)
  }
}

/** The first name that no file has. */
export function freeName(name: (number: number) => string): string {
  for (let number = 1; ; number++) if (!existsSync(name(number))) return name(number)
}
