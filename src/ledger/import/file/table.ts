import { closeSync, openSync, readSync } from 'node:fs'
import { LedgerError } from '../../errors.ts'
import { type ImportKind, namesColumns } from '../columns.ts'
import { backtickRows, isBackticked } from './backtick.ts'
import { type Row, rowsOf } from './csv.ts'
import { type Delimiter, delimiterOf, separatorSaid } from './delimiter.ts'
import { type Encoding, fileAt, inspect, type Source, textOf } from './encoding.ts'
import { binaryWorkbook, markedUpWorkbook } from './old-workbook.ts'
import { cardFile, cardRows } from './vcard.ts'
import type { Sheet } from './xlsx/workbook.ts'

/** A file as rows of cells, however it is written: a plain value. */
export type Table =
  | { readonly form: 'text'; readonly source: Source; readonly delimiter: Delimiter; readonly backticked?: boolean }
  | { readonly form: 'cards'; readonly source: Source; readonly headers: readonly string[]; readonly cards: number }
  | {
      readonly form: 'workbook'
      readonly file: string
      readonly sheet: string
      readonly others: readonly string[]
      readonly source: Sheet
      /** The line of the first row that is read: a title stands above it. */
      readonly from: number
    }

/** How the owner says a file is written; null is found out. */
export interface Wishes {
  readonly encoding: Encoding | null
  readonly delimiter: Delimiter | null
  readonly sheet: string | null
  /** Where the shop is: decides between encodings that both can be. */
  readonly region?: string | null
}

/**
 * Finds out what a file is by what is in it, whatever its name. Throws roster.missing, roster.nul, roster.undecodable,
 * roster.old-workbook,
 * roster.protected, roster.zipped, roster.broken-workbook, roster.large-workbook, roster.no-sheet, roster.broken-card.
 */
export async function openTable(
  path: string,
  file: string,
  kind: ImportKind,
  { encoding, delimiter, sheet, region = null }: Wishes,
): Promise<Table> {
  fileAt(path, file)
  const head = headOf(path)
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) {
    const { openSheet, openWorkbook } = await import('./xlsx/workbook.ts')
    const source = await openSheet(await openWorkbook(path, file), sheet)
    return {
      form: 'workbook',
      file,
      sheet: source.name,
      others: source.others,
      source,
      from: await headerLine(source, kind),
    }
  }
  const binary = await binaryWorkbook(path, head)
  if (binary === 'protected') throw new LedgerError('roster.protected', { file })
  if (binary !== null) throw new LedgerError('roster.old-workbook', { file, kind: binary })
  const source = await inspect(path, file, encoding, region)
  const top = await topOf(source)
  const old = markedUpWorkbook(top)
  if (old !== null) throw new LedgerError('roster.old-workbook', { file, kind: old })
  if (sheet !== null) throw new LedgerError('roster.no-sheet', { file, asked: sheet, sheets: [] })
  if (/^\s*BEGIN\s*:\s*VCARD/i.test(top)) return { form: 'cards', source, ...(await cardFile(source)) }
  if (isBackticked(top)) return { form: 'text', source, delimiter: ',', backticked: true }
  return { form: 'text', source, delimiter: delimiter ?? (await delimiterOf(source)) }
}

/**
 * The rows of a table, some hundreds or thousands at a time, its header among them. Throws roster.broken-quote,
 * roster.undecodable, roster.changed.
 */
export async function* rowsIn(table: Table): AsyncGenerator<readonly Row[]> {
  if (table.form === 'text' && table.backticked) yield* backtickRows(table.source)
  else if (table.form === 'text') {
    for await (const rows of rowsOf(table.source, table.delimiter))
      yield saysSeparator(rows[0], table.delimiter) ? rows.slice(1) : rows
  } else if (table.form === 'cards') {
    yield [{ line: 0, cells: table.headers }]
    yield* cardRows(table.source, table.headers)
  } else {
    const { sheetRows } = await import('./xlsx/workbook.ts')
    for await (const rows of sheetRows(table.source)) {
      const read = (rows[0]?.line ?? table.from) < table.from ? rows.filter(({ line }) => line >= table.from) : rows
      if (read.length > 0) yield read
    }
  }
}

/** What Excel writes above all other lines for itself, `sep=;`, is no row. */
function saysSeparator(row: Row | undefined, delimiter: Delimiter): boolean {
  return row?.line === 1 && separatorSaid(row.cells.join(delimiter)) !== null
}

/** The name people know a table's file by, how it is written, and about how many rows it has. */
export function aboutTable(table: Table): {
  file: string
  encoding: string
  delimiter: Delimiter | null
  sheet: string | null
  rows: number
} {
  if (table.form === 'workbook')
    return { file: table.file, encoding: 'xlsx', delimiter: null, sheet: table.sheet, rows: table.source.rows }
  const { file, encoding, lines } = table.source
  return table.form === 'cards'
    ? { file, encoding, delimiter: null, sheet: null, rows: table.cards }
    : { file, encoding, delimiter: table.delimiter, sheet: null, rows: lines - 1 }
}

function headOf(path: string): string {
  const bytes = Buffer.alloc(1 << 16)
  const file = openSync(path, 'r')
  try {
    return bytes.toString('latin1', 0, readSync(file, bytes))
  } finally {
    closeSync(file)
  }
}

async function topOf(source: Source): Promise<string> {
  for await (const piece of textOf(source)) return piece.toString('utf8', 0, 16_000).replace(/^\ufeff/, '')
  return ''
}

/** A sheet made to be looked at has its title above the header, in a cell of its own: the line the rows begin on. */
async function headerLine(sheet: Sheet, kind: ImportKind): Promise<number> {
  const { sheetRows } = await import('./xlsx/workbook.ts')
  const top: Row[] = []
  for await (const rows of sheetRows(sheet)) {
    top.push(...rows.slice(0, 6))
    if (top.length >= 6) break
  }
  const header = top.slice(0, 6).findIndex(({ cells }) => namesColumns(kind, cells))
  const above = top.slice(0, Math.max(0, header))
  const isTitle = ({ cells }: Row) => cells.filter((cell) => cell !== '').length === 1
  return above.every(isTitle) ? (top[above.length]?.line ?? 1) : 1
}
