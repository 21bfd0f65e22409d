import { csvLine } from '../csv-line.ts'
import { LedgerError } from '../errors.ts'
import { guard, guardEach } from './formula-guard.ts'

/** Pieces of an export as text, and at the end how many rows they were. */
export type TextParts = AsyncGenerator<string, number>

/** Rows in pages, as the ledger hands them over: nothing of any size is held whole. */
export type Pages<Row> = AsyncGenerator<readonly Row[], void>

/** A column of a spreadsheet: its head and what stands in its cells. */
export interface ExportColumn<Row> {
  readonly head: string
  /**
   * `text` is anybody's words, in which a spreadsheet must find no formula; days, money, phones and numbers stand as
   * they are.
   */
  readonly kind: 'text' | 'plain'
  cell(row: Row): string | number | readonly string[] | null | undefined
}

export const text = <Row>(head: string, cell: ExportColumn<Row>['cell']): ExportColumn<Row> => ({
  head,
  kind: 'text',
  cell,
})
export const plain = <Row>(head: string, cell: ExportColumn<Row>['cell']): ExportColumn<Row> => ({
  head,
  kind: 'plain',
  cell,
})

/** How a table is written. */
export interface SheetOptions {
  readonly delimiter: ',' | '\t'
  readonly header: boolean
  /** A byte order mark, by which Excel knows UTF-8. */
  readonly mark: boolean
  /** These columns alone, in this order; null: all. */
  readonly only: readonly string[] | null
}

/** A table as CSV or TSV. Cells with delimiters, quotes or line breaks are quoted in both: nothing is lost. */
export async function* delimited<Row>(
  pages: Pages<Row>,
  all: readonly ExportColumn<Row>[],
  { delimiter, header, mark, only }: SheetOptions,
): TextParts {
  const columns = only === null ? all : chosen(all, only)
  const line = (cells: readonly string[]) => {
    const written = csvLine(cells, delimiter)
    // A row whose only cell is empty would be a blank line, which is no row.
    return `${written === '' ? '""' : written}\n`
  }
  if (mark) yield '\ufeff'
  if (header) yield line(columns.map(({ head, kind }) => (kind === 'text' ? guard(head) : head)))
  let rows = 0
  for await (const page of pages) {
    rows += page.length
    yield page.map((row) => line(columns.map((column) => cellOf(column, row)))).join('')
  }
  return rows
}

/** Throws usage.unknown-column. */
function chosen<Row>(all: readonly ExportColumn<Row>[], only: readonly string[]): readonly ExportColumn<Row>[] {
  return only.map((asked) => {
    const column = all.find(({ head }) => head === asked)
    if (!column) throw new LedgerError('usage.unknown-column', { asked, known: all.map(({ head }) => head) })
    return column
  })
}

function cellOf<Row>({ kind, cell }: ExportColumn<Row>, row: Row): string {
  const value = cell(row)
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return kind === 'text' ? guard(value) : value
  return kind === 'text' ? guardEach(value) : value.join(';')
}

/** One object a line. */
export async function* lines<Row>(pages: Pages<Row>): TextParts {
  let rows = 0
  for await (const page of pages) {
    rows += page.length
    yield page.map((row) => `${JSON.stringify(row)}\n`).join('')
  }
  return rows
}

/** One array, an object a line. */
export async function* array<Row>(pages: Pages<Row>): TextParts {
  let rows = 0
  for await (const page of pages) {
    for (const row of page) yield `${rows++ === 0 ? '[\n' : ',\n'}${JSON.stringify(row)}`
  }
  yield rows === 0 ? '[]\n' : '\n]\n'
  return rows
}

/** A value that is more than its rows, as JSON. */
export async function* oneValue(value: unknown, rows: number): TextParts {
  yield `${JSON.stringify(value, null, 2)}\n`
  return rows
}
