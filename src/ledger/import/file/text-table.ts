import { backtickRows, isBackticked } from './backtick.ts'
import { type Row, rowsOf } from './csv.ts'
import { type Delimiter, delimiterOf, separatorSaid } from './delimiter.ts'
import type { Source } from './encoding.ts'
import type { TableAbout } from './table-about.ts'
import type { UnknownFile } from './unknown-file.ts'

/** Lines of text whose cells a delimiter parts. */
export interface TextTable {
  readonly form: 'text'
  readonly about: TableAbout
  readonly source: Source
  readonly delimiter: Delimiter
  /** Every cell begins with a backtick, and none is quoted. */
  readonly backticked: boolean
}

/** What is nothing else is text. */
export async function openText(file: UnknownFile): Promise<TextTable> {
  const source = await file.source()
  const backticked = isBackticked(await file.top())
  const delimiter = backticked ? ',' : (file.wishes.delimiter ?? (await delimiterOf(source)))
  return { form: 'text', about: aboutText(source, delimiter, source.lines - 1), source, delimiter, backticked }
}

/** What is told of a file that is text. */
export function aboutText(
  { file, encoding, guessed, size }: Source,
  delimiter: Delimiter | null,
  rows: number,
): TableAbout {
  return { file, encoding, guessed, delimiter, sheet: null, otherSheets: [], rows, large: size >= 1_000_000 }
}

/** Throws roster.broken-quote, roster.undecodable, roster.changed. */
export async function* textRows({ source, delimiter, backticked }: TextTable): AsyncGenerator<readonly Row[]> {
  if (backticked) {
    yield* backtickRows(source)
    return
  }
  let above = 0
  for await (const rows of rowsOf(source, delimiter)) {
    if (above > 0 || !saysSeparator(rows[0], delimiter)) {
      yield above === 0 ? rows : rows.map((row) => ({ ...row, line: row.line - above }))
      continue
    }
    // A spreadsheet does not show it: the row below is its first.
    above = 1
    yield rows.slice(1).map((row) => ({ ...row, line: row.line - above }))
  }
}

/** What Excel writes above all other lines for itself, `sep=;`, is no row. */
function saysSeparator(row: Row | undefined, delimiter: Delimiter): boolean {
  return row?.line === 1 && separatorSaid(row.cells.join(delimiter)) !== null
}
