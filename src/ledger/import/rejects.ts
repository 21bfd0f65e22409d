import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { draftOf, ensurePlaceable, takenBy } from '../../store/files/draft.ts'
import { csvLine } from '../csv-line.ts'
import { LedgerError } from '../errors.ts'
import type { Language } from '../vocabulary.ts'
import { dataRows } from './data-rows.ts'
import { canWrite, encoderOf } from './file/encode.ts'
import type { ImportPlan } from './import-plan.ts'
import type { ImportOutcome, RowMessage } from './outcome.ts'

const ownColumns = { en: ['line', 'reason'], zh: ['行', '原因'] } as const

/**
 * The rows that were not taken, as a file to mend and import again: `line,reason` in the words of the ledger and then
 * the row as it stood, parted as the source parts its cells, and in its encoding; of a workbook, of cards and where the
 * encoding lacks the letters of the headings, in UTF-8 with the mark by which spreadsheets know it. Begun before the
 * import, so that a place that cannot be written is known at once, and put there when the import stands; one of an
 * earlier import is replaced even when nothing was rejected. Throws roster.rejects-taken where another file stands,
 * usage.out-unwritable.
 */
export function rejectsFile(
  path: string,
  plan: ImportPlan,
  { lang, harmless }: { lang: Language; harmless(text: string): string },
) {
  let wanted = takenOver(path) !== null
  const draft = draftOf(path)
  const { table } = plan
  const delimiter = table.form === 'text' ? table.delimiter : ','
  const own = ownColumns[lang]
  const encoding =
    table.form === 'text' && !draft.isTerminal && canWrite(table.source.encoding, own.join(''))
      ? table.source.encoding
      : 'utf-8'
  const marked =
    !draft.isTerminal && (table.form !== 'text' || table.source.mark > 0 || encoding !== table.source.encoding)
  const encoded = draft.isTerminal ? harmless : encoderOf(encoding)
  const put = (cells: readonly string[]) => draft.write(encoded(`${csvLine(cells, delimiter)}\n`))
  return {
    /** The heading, and that there is room for it, before any work is done. */
    begin(): void {
      if (marked) draft.write(encoded('\ufeff'))
      put([...own, ...(plan.headers ?? [])])
    },
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
    /** Makes sure of it while the import can still be called off. */
    settle(): void {
      if (wanted) draft.settle()
    },
    /**
     * When the import stands nothing may say otherwise: returns where the rows are, under their name or, if that is not
     * to be had, another.
     */
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
  if (taken === 'ledger' || (taken === 'file' && !isRejects(path)))
    throw new LedgerError('roster.rejects-taken', { path })
  return taken
}

/** Whether a file begins as a rejects file does, or is empty: only then may another take its place. */
function isRejects(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const begins = Buffer.alloc(64)
    const top = begins.subarray(0, readSync(file, begins))
    if (top.length === 0) return true
    const texts = (['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'shift_jis'] as const).map((encoding) =>
      new TextDecoder(encoding).decode(top),
    )
    return texts.some((text) =>
      Object.values(ownColumns).some(([line, reason]) => new RegExp(`^\ufeff?${line}[,;\\t|]${reason}`).test(text)),
    )
  } finally {
    closeSync(file)
  }
}

/** The first name that no file has. */
export function freeName(name: (number: number) => string): string {
  for (let number = 1; ; number++) if (!existsSync(name(number))) return name(number)
}
