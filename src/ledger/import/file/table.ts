import type { ImportKind } from '../columns.ts'
import { type CardTable, cardTableRows, openCards } from './card-table.ts'
import type { Row } from './csv.ts'
import { refuseOldWorkbook, refusePageOrXml, refuseSheetOfText } from './old-workbook.ts'
import { openText, type TextTable, textRows } from './text-table.ts'
import { UnknownFile, type Wishes } from './unknown-file.ts'
import { openWorkbookTable, type WorkbookTable, workbookRows } from './workbook-table.ts'

/** A file as rows of cells, however it is written: a plain value, which another core can be handed. */
export type Table = TextTable | CardTable | WorkbookTable

/** What a file may be beside lines of text, asked in turn: each opens what is its own, or refuses it, or passes on. */
const forms: readonly ((file: UnknownFile) => Promise<Table | null>)[] = [
  openWorkbookTable,
  refuseOldWorkbook,
  refusePageOrXml,
  refuseSheetOfText,
  openCards,
]

/** How the rows of each are read. */
const readers: { readonly [Form in Table['form']]: (table: never) => AsyncGenerator<readonly Row[]> } = {
  text: textRows,
  cards: cardTableRows,
  workbook: workbookRows,
}

/**
 * Finds out what a file is by what is in it, whatever its name. Throws roster.missing, roster.nul, roster.undecodable,
 * roster.old-workbook, roster.protected, roster.zipped, roster.broken-workbook, roster.large-workbook, roster.no-sheet,
 * roster.broken-card.
 */
export async function openTable(path: string, file: string, kind: ImportKind, wishes: Wishes): Promise<Table> {
  const unknown = new UnknownFile(path, file, kind, wishes)
  for (const open of forms) {
    const table = await open(unknown)
    if (table) return table
  }
  return openText(unknown)
}

/**
 * The rows of a table, some hundreds or thousands at a time, its header among them. Throws roster.broken-quote,
 * roster.undecodable, roster.changed.
 */
export function rowsIn(table: Table): AsyncGenerator<readonly Row[]> {
  return readers[table.form](table as never)
}
