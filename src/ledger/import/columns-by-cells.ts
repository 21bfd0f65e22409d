import { meaning } from '../vocabulary.ts'
import { bindColumns } from './bind-columns.ts'
import type { ImportKind } from './columns.ts'
import { dataRows } from './data-rows.ts'
import { noLayout } from './format/layout.ts'
import { isOfParcels } from './heading-ranks.ts'
import type { ColumnByCells, ImportOptions } from './import-plan.ts'
import type { OpenedFile } from './read-file.ts'
import { readHeadings } from './read-headings.ts'
import { textIn } from './row/cells.ts'
import { callIn, directionIn } from './row/contact-words.ts'
import { isCurrencyCell } from './row/currency-words.ts'
import { kindWord, spendsOrTakesBack, stateWord } from './row/state-words.ts'

/**
 * Words that a column has and nothing else. Where `tells` is given, one of its cells must be such a word: a column of
 * `done` alone says nothing that a sale does not say.
 */
interface Words {
  readonly column: ColumnByCells['column']
  knows(cell: string): boolean
  tells?(cell: string): boolean
}

const ofContacts: readonly Words[] = [
  { column: 'direction', knows: (cell) => directionIn(cell) !== null },
  { column: 'outcome', knows: (cell) => meaning('outcome', cell) !== null },
  { column: 'call_type', knows: (cell) => callIn(cell) !== null },
  { column: 'channel', knows: (cell) => meaning('channel', cell) !== null },
]
const ofPurchases: readonly Words[] = [
  {
    column: 'status',
    knows: (cell) => !['in', 'out', 'line', undefined].includes(stateWord(cell)?.state),
    tells: (cell) => stateWord(cell)?.state !== 'sale',
  },
  {
    column: 'direction',
    knows: (cell) => kindWord(cell)?.state === 'in' || spendsOrTakesBack(cell),
    tells: spendsOrTakesBack,
  },
  { column: 'currency', knows: isCurrencyCell },
]

/**
 * Finds columns that decide what a row means and whose headings nobody knows by what stands in them: outcome and
 * direction of a contact, state, direction and currency of a sale. Every cell of the whole file must be a word of the
 * kind; the file is read for it only where those of its first rows are.
 */
export async function columnsByCells(
  kind: ImportKind,
  opened: OpenedFile,
  options: ImportOptions,
): Promise<readonly ColumnByCells[]> {
  const kinds = kind === 'contacts' ? ofContacts : kind === 'purchases' ? ofPurchases : []
  const headings = readHeadings(kind, opened, options)
  const { headers, data, skipped, returned } = headings
  if (kinds.length === 0 || headers === null || opened.found) return []
  const { columns, taken, layout } = bindColumns(kind, headings, null, options)
  const isThere = ({ column }: Words) => (column === 'currency' ? layout.currency.length > 0 : columns.has(column))
  const open = headers.flatMap((header, at) =>
    taken.has(at) || isOfParcels(header)
      ? []
      : kinds.filter((words) => !isThere(words)).map((words) => ({ words, at, filled: false, told: false })),
  )
  let left = open
  const look = (cells: readonly string[]) => {
    left = left.filter((one) => {
      const cell = textIn(cells[one.at])
      if (cell === '') return true
      one.filled = true
      one.told ||= one.words.tells?.(cell) ?? true
      return cell.length <= 24 && one.words.knows(cell)
    })
  }
  for (const { cells } of data) look(cells)
  left = left.filter(({ filled }) => filled)
  if (left.length > 0)
    for await (const rows of dataRows({ table: opened.table, skipped, returned, layout: noLayout }))
      for (const { cells } of rows) look(cells)
  const found = new Map<ColumnByCells['column'], number>()
  for (const { words, at, told } of left)
    if (told && !found.has(words.column) && ![...found.values()].includes(at)) found.set(words.column, at)
  return [...found].map(([column, at]) => ({ column, at }))
}
