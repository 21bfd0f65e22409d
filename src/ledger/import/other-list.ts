import { type Column, columnNamed, mayName } from './columns.ts'
import type { Row } from './file/csv.ts'
import type { ImportPlan } from './import-plan.ts'

/** Whom or what a row is about: a cell of such a column is never a heading itself. */
const about: ReadonlySet<Column> = new Set<Column>(['name', 'customer', 'on', 'first_name', 'last_name'])

/**
 * Marks the rows of another list that begins under the first, with headings of its own: sales, and below them 日期, 事项,
 * 金额 of what the shop spent. Its title, alone in the row above, is of it as well; the first headings again end it. Null
 * where a list has no headings, or its format says where it ends.
 */
export function otherLists({
  kind,
  headers,
  format,
}: Pick<ImportPlan, 'kind' | 'headers'> & { readonly format: object | null }):
  | ((rows: readonly Row[]) => readonly Row[])
  | null {
  if (headers === null || format !== null) return null
  const mayBeAbout = mayName(kind, about)
  let under = 0

  function isHeading(cell: string, at: number): boolean {
    return cell !== '' && cell === headers?.[at]
  }

  /** Whether a row is of headings, and of others than the list's. */
  function areOthers(cells: readonly string[]): boolean {
    if (!mayBeHeadings(cells) || !cells.some(mayBeAbout)) return false
    const named = cells.map((cell) => (cell === '' ? null : columnNamed(kind, cell)))
    const known = named.filter((column) => column !== null).length
    return (
      named.some(
        (column, at) => column !== null && about.has(column) && (known > 1 || isHeading(cells[at] ?? '', at)),
      ) && cells.some((cell, at) => cell !== '' && !isHeading(cell, at))
    )
  }

  return (rows) => {
    const marked = [...rows]
    for (const [at, row] of rows.entries()) {
      if (areOthers(row.cells)) {
        under = row.line
        const title = rows[at - 1]
        if (title && title.cells.filter((cell) => cell !== '').length === 1) marked[at - 1] = { ...title, under }
      } else if (under > 0 && row.cells.every((cell, place) => cell === headers[place])) under = 0
      if (under > 0) marked[at] = { ...row, under }
    }
    return marked
  }
}

/** Two words or more, and no figure: asked of every row, so it stops at the first. */
function mayBeHeadings(cells: readonly string[]): boolean {
  let filled = 0
  for (const cell of cells) {
    if (cell.length > 30 || /\d/.test(cell)) return false
    if (cell !== '') filled++
  }
  return filled > 1
}
