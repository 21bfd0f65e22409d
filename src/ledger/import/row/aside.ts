import type { Column } from '../columns.ts'
import { placesOf } from '../format/bind.ts'
import type { SkipReason } from '../format/schema.ts'
import type { ImportPlan } from '../import-plan.ts'
import { textIn } from './cells.ts'
import { isCount, isFooter, isTotal, isTotalLabel, mayBeFooter, mayBeTotal } from './totals.ts'

/** Where the cells stand that tell a row of the list from what stands around it. */
export interface RowPlaces {
  readonly headers: readonly string[] | null
  /** Of a customer or of a purchase's customer. */
  readonly names: readonly number[]
  /** Cells that a total does not have: a card, a phone, a birthday, a number. */
  readonly own: readonly number[]
  readonly day: number
  /** Cells of which a row of the list has one at least: its day, or the name. */
  readonly needs: readonly number[]
}

/**
 * Tells rows that are nobody and no sale: the header again, totals, what is written under a list. Asked of every row.
 */
export function asideReader({
  headers,
  names,
  own,
  day,
  needs,
}: RowPlaces): (cells: readonly string[]) => SkipReason | null {
  const first = headers?.findIndex((header) => header !== '') ?? -1
  const heading = headers?.[first]
  const watched = [...new Set([...names, day])].filter((at) => at >= 0)

  function isHeaderAgain(cells: readonly string[]): boolean {
    return (
      cells.every((cell, at) => cell === '' || cell === headers?.[at]) && cells.filter((cell) => cell !== '').length > 1
    )
  }

  function totalAt(cells: readonly string[], at: number): boolean {
    const text = cells[at]
    return text !== undefined && text !== '' && mayBeTotal(text) && isTotal(text.trim())
  }

  function lacksAll(cells: readonly string[]): boolean {
    for (const at of needs) if (cells[at] !== '' && cells[at] !== undefined) return false
    return needs.length > 0
  }

  function isLabelled(cells: readonly string[]): boolean {
    return isTotalLabel((cells.find((cell) => cell !== '') ?? '').trim())
  }

  /** Whether a cell that a total has not is empty, or says that the row is one: 合计 for a card, 3 人 for a name. */
  function isFree(cells: readonly string[], at: number): boolean {
    if (textIn(cells[at]) === '') return true
    return totalAt(cells, at) && names.every((name) => isNoName(cells, name))
  }

  function isNoName(cells: readonly string[], at: number): boolean {
    const text = textIn(cells[at])
    return text === '' || isCount(text) || totalAt(cells, at)
  }

  return (cells) => {
    if (heading !== undefined && cells[first] === heading && isHeaderAgain(cells)) return 'header-again'
    let total = false
    for (const at of watched) if (totalAt(cells, at)) total = true
    if (!total && cells[0] !== undefined && !names.includes(0) && totalAt(cells, 0)) total = true
    if (!total && cells[0] === '') {
      const at = cells.findIndex((cell) => cell !== '')
      total = totalAt(cells, at)
    }
    if (!total && lacksAll(cells)) total = cells.some((_, at) => totalAt(cells, at)) || isLabelled(cells)
    if (total && own.every((at) => isFree(cells, at))) return 'total'
    const [text] = cells
    if (cells.length > 1 && isAlone(cells) && isFooter(cells.find((cell) => cell !== '') as string)) return 'footer'
    // 制表人：… beside 审核：…
    if (text !== undefined && text.length > 3 && mayBeFooter(text) && isFooter(text) && cells.every(isNote))
      return 'footer'
    return null
  }
}

function isNote(cell: string): boolean {
  return cell === '' || /^\p{L}[\p{L}\s]{0,12}[:：]/u.test(cell) || isFooter(cell)
}

/** Whether one cell of a row has something in it and no other. */
function isAlone(cells: readonly string[]): boolean {
  let filled = 0
  for (const cell of cells) if (cell !== '' && ++filled > 1) return false
  return filled === 1
}

/** Where a column of names stands in the file: what is worked out of several cells stands in those. */
export function placesIn(
  { columns, layout }: Pick<ImportPlan, 'columns' | 'layout'>,
  column: Column,
  width: number,
): readonly number[] {
  const at = columns.get(column) ?? -1
  if (at < width) return at < 0 ? [] : [at]
  return layout.derived.flatMap((one) => (one.column === column ? placesOf(one.value) : []))
}
