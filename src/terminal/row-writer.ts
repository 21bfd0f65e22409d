import { csvLine } from '../ledger/csv-line.ts'
import { type Columns, cellsOf, type LoadGuard, picked } from './columns.ts'
import type { OutputOptions } from './output-options.ts'

/** How rows are written for other programs, one after another: what stands before, between and after them. */
export interface RowWriter<Row> {
  readonly head: string
  readonly between: string
  readonly foot: string
  row(row: Row): string
}

/** Null for a format in which a row depends on all others, as the widths and columns of a table for people do. */
export async function rowWriter<Row>(
  { columns = {}, id }: { readonly columns?: Columns<Row> | undefined; id?(row: Row): number },
  flags: OutputOptions,
  guard: LoadGuard,
): Promise<RowWriter<Row> | null> {
  const lines = (line: (row: Row) => string, head = '') => ({
    head,
    between: '',
    foot: '',
    row: (row: Row) => `${line(row)}\n`,
  })
  const { format } = flags
  if (flags.ids) return lines((row) => String(id?.(row)))
  const asked = flags.columns
  const of = asked ? (row: Row) => picked([row], asked)[0] : (row: Row) => row
  if (format === 'jsonl') return lines((row) => JSON.stringify(of(row)))
  if (format === 'json') {
    const row = (row: Row) => `  ${JSON.stringify(of(row), null, 2).replaceAll('\n', '\n  ')}`
    return { head: '[\n', between: ',\n', foot: '\n]\n', row }
  }
  if (format !== 'csv' && format !== 'tsv') return null
  const { names, cells } = cellsOf(columns, asked, await guard())
  const line = format === 'csv' ? csvLine : tabbed
  return lines((row) => line(cells(row)), flags.header ? `${line(names)}\n` : '')
}

function tabbed(cells: readonly string[]): string {
  return cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')
}

const pieceLength = 1000

/** Texts a thousand at a time, one after another. */
export function* thousands(texts: Iterable<string>): Generator<string> {
  let piece = ''
  let count = 0
  for (const text of texts) {
    piece += text
    if (++count % pieceLength > 0) continue
    yield piece
    piece = ''
  }
  yield piece
}

/** Rows as text, a thousand a piece: 200,000 customers at once take 500 MB (measured). */
export function* inPieces<Row>(rows: readonly Row[], writer: RowWriter<Row>): Generator<string> {
  yield writer.head
  for (let from = 0; from < rows.length; from += pieceLength)
    yield (from > 0 ? writer.between : '') + pieceOf(rows.slice(from, from + pieceLength), writer)
  yield writer.foot
}

/** The same of rows that are read page by page. */
export async function* pagesInPieces<Row>(
  pages: AsyncIterable<readonly Row[]>,
  writer: RowWriter<Row>,
): AsyncGenerator<string> {
  yield writer.head
  let isFirst = true
  for await (const page of pages) {
    if (page.length === 0) continue
    yield (isFirst ? '' : writer.between) + pieceOf(page, writer)
    isFirst = false
  }
  yield writer.foot
}

function pieceOf<Row>(rows: readonly Row[], writer: RowWriter<Row>): string {
  return rows.map(writer.row).join(writer.between)
}
