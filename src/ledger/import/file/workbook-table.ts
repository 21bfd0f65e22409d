import { type ImportKind, namesColumns } from '../columns.ts'
import type { Row } from './csv.ts'
import type { TableAbout } from './table-about.ts'
import type { UnknownFile } from './unknown-file.ts'
import type { Sheet } from './xlsx/workbook.ts'

/** One sheet of a workbook. */
export interface WorkbookTable {
  readonly form: 'workbook'
  readonly about: TableAbout
  readonly source: Sheet
  /** The line of the first row that is read: a title stands above it. */
  readonly from: number
}

/**
 * Null for what is no workbook. Throws roster.protected, roster.zipped, roster.broken-workbook, roster.large-workbook,
 * roster.no-sheet.
 */
export async function openWorkbookTable({
  path,
  file,
  kind,
  head,
  wishes,
}: UnknownFile): Promise<WorkbookTable | null> {
  if (!head.startsWith('PK\x03\x04') && !head.startsWith('PK\x05\x06')) return null
  const { openSheet, openWorkbook } = await import('./xlsx/workbook.ts')
  const source = await openSheet(await openWorkbook(path, file), wishes.sheet)
  const { name: sheet, others: otherSheets, rows } = source
  return {
    form: 'workbook',
    about: { file, encoding: 'xlsx', guessed: [], delimiter: null, sheet, otherSheets, rows, large: rows >= 50_000 },
    source,
    from: await headerLine(source, kind),
  }
}

export async function* workbookRows({ source, from }: WorkbookTable): AsyncGenerator<readonly Row[]> {
  const { sheetRows } = await import('./xlsx/workbook.ts')
  for await (const rows of sheetRows(source)) {
    const read = (rows[0]?.line ?? from) < from ? rows.filter(({ line }) => line >= from) : rows
    if (read.length > 0) yield read
  }
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
