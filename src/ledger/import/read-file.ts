import { LedgerError } from '../errors.ts'
import type { ImportKind } from './columns.ts'
import type { Row } from './file/csv.ts'
import type { InputFile } from './file/spool.ts'
import { openTable, rowsIn, type Table } from './file/table.ts'
import { mostPreamble, type Recognised, type Recognition, recognise } from './format/recognise.ts'
import type { FileFormat } from './format/schema.ts'
import type { ImportOptions } from './import-plan.ts'
import { isList } from './whole-headings.ts'
import { beginAhead } from './worker/reader-thread.ts'

/** A file that is open, with its first rows and the format they are of. */
export interface OpenedFile {
  readonly table: Table
  readonly top: readonly Row[]
  readonly found: Recognised | null
  /** A format of whose headings some are missing, where it is of none. */
  readonly partly: Recognition['partly']
}

/**
 * Opens a file, and the sheet of a workbook that a format is known by; else the first that has headings. Throws
 * roster.missing, roster.nul, roster.undecodable, roster.empty, roster.broken-quote, roster.unknown-format,
 * roster.not-of-format, roster.several-formats and others of their kind.
 */
export async function readFile(
  kind: ImportKind | null,
  { path, file }: InputFile,
  options: ImportOptions,
  formats: readonly FileFormat[],
): Promise<OpenedFile> {
  const first = await openAt(options.sheet)
  const among = formatsMeant(options.from, formats)
  if (first.table.form === 'cards') return whole({ ...first, found: null, partly: null })
  const seen = recognise(first.top, among)
  if (seen.found.length > 0) return whole({ ...first, found: one(seen.found, file), partly: null })
  for (const sheet of options.sheet === null ? first.table.about.otherSheets : []) {
    const other = await openAt(sheet).catch(() => null)
    const { found } = recognise(other?.top ?? [], among)
    if (other && found.length > 0) return { ...other, found: one(found, file), partly: null }
  }
  const [wanted] = among
  if (options.from !== null && wanted) {
    const missing = seen.partly?.missing ?? wanted.recognise.all.flat()
    throw new LedgerError('roster.not-of-format', { file, title: wanted.title, missing })
  }
  // A sheet of explanations stands before the list.
  if (options.sheet === null && options.map.length === 0 && options.headerRow === null && !isList(kind, first.top))
    for (const sheet of first.table.about.otherSheets) {
      const other = await openAt(sheet).catch(() => null)
      if (other && isList(kind, other.top)) return { ...other, found: null, partly: recognise(other.top, among).partly }
    }
  return whole({ ...first, found: null, partly: seen.partly })

  async function openAt(sheet: string | null): Promise<{ table: Table; top: readonly Row[] }> {
    const table = await openTable(path, file, kind ?? 'customers', { ...options, sheet })
    await beginAhead(kind, table.about)
    return { table, top: await firstRowsOf(table, (options.headerRow ?? 0) + mostPreamble + 3) }
  }
}

function whole(opened: OpenedFile): OpenedFile {
  if (opened.top.length === 0) throw new LedgerError('roster.empty', { file: opened.table.about.file })
  return opened
}

/** The formats a file may be of: all, the one that was named, or none. */
function formatsMeant(from: string | null, formats: readonly FileFormat[]): readonly FileFormat[] {
  if (from === null) return formats
  if (from === 'none') return []
  const wanted = formats.filter(({ name }) => name === from)
  if (wanted.length === 0)
    throw new LedgerError('roster.unknown-format', { asked: from, known: formats.map(({ name }) => name) })
  return wanted
}

function one(found: readonly Recognised[], file: string): Recognised | null {
  if (found.length > 1)
    throw new LedgerError('roster.several-formats', { file, names: found.map(({ format }) => format.name) })
  return found[0] ?? null
}

async function firstRowsOf(table: Table, most: number): Promise<readonly Row[]> {
  const first: Row[] = []
  for await (const rows of rowsIn(table)) {
    first.push(...rows.slice(0, most - first.length))
    if (first.length >= most) break
  }
  return first
}
