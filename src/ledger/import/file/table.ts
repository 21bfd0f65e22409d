import { closeSync, openSync, readSync } from 'node:fs'
import { LedgerError } from '../../errors.ts'
import { type ImportKind, namesColumns } from '../columns.ts'
import { backtickRows, isBackticked } from './backtick.ts'
import { type Delimiter, delimiterOf, type Row, rowsOf } from './csv.ts'
import { type Encoding, fileAt, inspect, type Source, textOf } from './encoding.ts'
import { cardFile, cardRows } from './vcard.ts'
import { readWorkbook } from './xlsx.ts'

/** A file as rows of cells, however it is written: a plain value. */
export type Table =
  | { readonly form: 'text'; readonly source: Source; readonly delimiter: Delimiter; readonly backticked?: boolean }
  | { readonly form: 'cards'; readonly source: Source; readonly headers: readonly string[]; readonly cards: number }
  | { readonly form: 'workbook'; readonly file: string; readonly sheet: string; readonly others: readonly string[]; readonly rows: readonly Row[] }

/** How the owner says a file is written; null is found out. */
export interface Wishes {
  readonly encoding: Encoding | null
  readonly delimiter: Delimiter | null
  readonly sheet: string | null
}

/**
 * Finds out what a file is by what is in it, whatever its name. Throws roster.missing, roster.nul, roster.undecodable, roster.old-workbook,
 * roster.broken-workbook, roster.large-workbook, roster.no-sheet, roster.broken-card.
 */
export async function openTable(path: string, file: string, kind: ImportKind, { encoding, delimiter, sheet }: Wishes): Promise<Table> {
  fileAt(path, file)
  const head = headOf(path)
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) {
    const found = await readWorkbook(path, file, sheet)
    return { form: 'workbook', file, sheet: found.sheet, others: found.others, rows: withoutTitle(found.rows, kind) }
  }
  // What a password protects looks like the format of before 2007, but for the name of its one part.
  if (head.startsWith('\xd0\xcf\x11\xe0'))
    throw new LedgerError(head.includes([...'EncryptedPackage'].join('\0')) ? 'roster.broken-workbook' : 'roster.old-workbook', { file })
  const source = await inspect(path, file, kind, encoding)
  const top = await topOf(source)
  // Many a shop system calls a page or XML .xls, and Excel opens it.
  if (/^\s*<(!doctype|html|head|meta|table|\?xml)/i.test(top)) throw new LedgerError('roster.old-workbook', { file })
  if (sheet !== null) throw new LedgerError('roster.no-sheet', { file, asked: sheet, sheets: [] })
  if (/^\s*BEGIN\s*:\s*VCARD/i.test(top)) return { form: 'cards', source, ...(await cardFile(source)) }
  if (isBackticked(top)) return { form: 'text', source, delimiter: ',', backticked: true }
  return { form: 'text', source, delimiter: delimiter ?? (await delimiterOf(source)) }
}

/** The rows of a table, some hundreds or thousands at a time, its header among them. Throws roster.broken-quote, roster.undecodable, roster.changed. */
export async function* rowsIn(table: Table): AsyncGenerator<readonly Row[]> {
  if (table.form === 'text') yield* table.backticked ? backtickRows(table.source) : rowsOf(table.source, table.delimiter)
  else if (table.form === 'cards') {
    yield [{ line: 0, cells: table.headers }]
    yield* cardRows(table.source, table.headers)
  } else for (let at = 0; at < table.rows.length; at += 1000) yield table.rows.slice(at, at + 1000)
}

/** The name people know a table's file by, how it is written, and about how many rows it has. */
export function aboutTable(table: Table): { file: string; encoding: string; delimiter: Delimiter | null; sheet: string | null; rows: number } {
  if (table.form === 'workbook') return { file: table.file, encoding: 'xlsx', delimiter: null, sheet: table.sheet, rows: table.rows.length }
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

/** A sheet made to be looked at has its title above the header, in a cell of its own. */
function withoutTitle(rows: readonly Row[], kind: ImportKind): readonly Row[] {
  const header = rows.slice(0, 6).findIndex(({ cells }) => namesColumns(kind, cells))
  const above = rows.slice(0, Math.max(0, header))
  return above.every(({ cells }) => cells.filter((cell) => cell !== '').length === 1) ? rows.slice(above.length) : rows
}
