import type { Column } from '../columns.ts'
import { placesOf } from '../format/bind.ts'
import type { SkipReason } from '../format/schema.ts'
import type { ImportPlan } from '../import-plan.ts'
import { textIn } from './cells.ts'
import { isFooter, isTotal, mayBeFooter, mayBeTotal } from './totals.ts'

/** Where the cells stand that tell a row of the list from what stands around it. */
export interface RowPlaces {
  readonly headers: readonly string[] | null
  /** Of a customer or of a purchase's customer. */
  readonly names: readonly number[]
  /** Cells that a total does not have: a card, a phone, a birthday, a number. */
  readonly own: readonly number[]
  readonly day: number
}

/**
 * Tells rows that are nobody and no sale: the header again, totals, what is written under a list. Asked of every row.
 */
export function asideReader({ headers, names, own, day }: RowPlaces): (cells: readonly string[]) => SkipReason | null {
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

  return (cells) => {
    if (heading !== undefined && cells[first] === heading && isHeaderAgain(cells)) return 'header-again'
    let total = false
    for (const at of watched) if (totalAt(cells, at)) total = true
    if (!total && cells[0] !== undefined && !names.includes(0) && totalAt(cells, 0)) total = true
    if (!total && cells[0] === '') {
      const at = cells.findIndex((cell) => cell !== '')
      total = !own.includes(at) && totalAt(cells, at)
    }
    if (total && own.every((at) => textIn(cells[at]) === '')) return 'total'
    const [text] = cells
    if (cells.length > 1 && isAlone(cells) && isFooter(cells.find((cell) => cell !== '') as string)) return 'footer'
    // 制表人：… beside 审核：…
    if (text !== undefined && text.length > 3 && mayBeFooter(text) && isFooter(text) && cells.every(isLabelled))
      return 'footer'
    return null
  }
}

function isLabelled(cell: string): boolean {
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
