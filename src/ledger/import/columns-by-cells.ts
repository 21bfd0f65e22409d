import { meaning } from '../vocabulary.ts'
import { bindColumns } from './bind-columns.ts'
import type { ImportKind } from './columns.ts'
import { dataRows } from './data-rows.ts'
import { noLayout } from './format/layout.ts'
import { hasOwnState, isOfHowItStands } from './heading-ranks.ts'
import type { ColumnByCells, ImportOptions } from './import-plan.ts'
import type { OpenedFile } from './read-file.ts'
import { readHeadings } from './read-headings.ts'
import { textIn } from './row/cells.ts'
import { callIn, directionIn, isOfCalls } from './row/contact-words.ts'
import { isCurrencyCell } from './row/currency-words.ts'
import { isWayToPay, kindWord, speaksOfMoney, spendsOrTakesBack, stateKey, stateWord } from './row/state-words.ts'

/**
 * Words that a column has and nothing else. Each of `tells` must know one of its cells: a column of `done` alone says
 * nothing that a sale does not say, one of `returned` alone may be of bottles, and one of `valid` and `expired` is of a
 * coupon where its heading does not say otherwise.
 */
interface Words {
  readonly column: ColumnByCells['column']
  knows(cell: string): boolean
  readonly tells?: readonly ((cell: string, heading: string) => boolean)[]
}

const isCall = (cell: string) => callIn(cell) !== null

const ofContacts: readonly Words[] = [
  { column: 'call_type', knows: isCall, tells: [isOfCalls] },
  { column: 'direction', knows: (cell) => directionIn(cell) !== null },
  { column: 'outcome', knows: (cell) => meaning('outcome', cell) !== null },
  { column: 'call_type', knows: isCall },
]

function ofPurchases({ states }: ImportOptions): readonly Words[] {
  const told = new Map(Object.entries(states))
  const stateIn = (cell: string) => told.get(stateKey(cell)) ?? stateWord(cell)?.state
  const comesIn = (cell: string) => kindWord(cell)?.state === 'in'
  return [
    {
      column: 'status',
      knows: (cell) => !['in', 'out', 'line', undefined].includes(stateIn(cell)),
      tells: [
        (cell) => stateIn(cell) === 'sale',
        (cell) => stateIn(cell) !== 'sale',
        (cell, heading) => speaksOfMoney(cell) || told.has(stateKey(cell)) || isOfHowItStands(heading),
      ],
    },
    {
      column: 'direction',
      knows: (cell) => (comesIn(cell) || spendsOrTakesBack(cell)) && !isWayToPay(cell),
      tells: [comesIn, spendsOrTakesBack],
    },
    { column: 'currency', knows: isCurrencyCell },
  ]
}

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
  const kinds = kind === 'contacts' ? ofContacts : kind === 'purchases' ? ofPurchases(options) : []
  const headings = readHeadings(kind, opened, options)
  const { headers, data, skipped, returned } = headings
  if (kinds.length === 0 || headers === null || opened.found) return []
  const { columns, taken, layout } = bindColumns(kind, headings, null, options)
  const isThere = ({ column }: Words) => (column === 'currency' ? layout.currency.length > 0 : columns.has(column))
  const open = headers.flatMap((header, at) =>
    taken.has(at) || hasOwnState(header)
      ? []
      : kinds.filter((words) => !isThere(words)).map((words) => ({ words, at, filled: false, told: new Set() })),
  )
  let left = open
  const look = (cells: readonly string[]) => {
    left = left.filter((one) => {
      const cell = textIn(cells[one.at])
      if (cell === '') return true
      one.filled = true
      for (const tells of one.words.tells ?? []) if (tells(cell, headers[one.at] ?? '')) one.told.add(tells)
      return cell.length <= 24 && one.words.knows(cell)
    })
  }
  for (const { cells } of data) look(cells)
  left = left.filter(({ filled }) => filled)
  if (left.length > 0)
    for await (const rows of dataRows({
      table: opened.table,
      kind,
      headers,
      format: null,
      skipped,
      returned,
      layout: noLayout,
    }))
      for (const { cells, under } of rows) if (under === undefined) look(cells)
  const found = new Map<ColumnByCells['column'], number>()
  for (const { words, at, told } of left)
    if (told.size === (words.tells?.length ?? 0) && !found.has(words.column) && ![...found.values()].includes(at))
      found.set(words.column, at)
  return [...found].map(([column, at]) => ({ column, at }))
}
