import { columnNamed, type ImportKind, sameHeader } from './columns.ts'
import type { Row } from './file/csv.ts'
import { mostPreamble } from './format/recognise.ts'

/**
 * Finds the row of headings among the first rows of a file: the one that names most columns, with no figure in it. The
 * first row is one already when a single cell of it names a column; further down it takes two, or all that was asked
 * for by name. Null: the file has none.
 */
export function findHeaderRow(kind: ImportKind, rows: readonly Row[], mapped: readonly string[]): number | null {
  const named = mapped.filter((header) => !/^\d{1,3}$/.test(header) && header !== '')
  const asked = rows
    .slice(0, mostPreamble)
    .findIndex(({ cells }) => named.every((header) => cells.some((cell) => sameHeader(cell, header))))
  if (named.length > 0 && asked >= 0) return asked
  let best: { at: number; columns: number } | null = null
  for (const [at, { cells }] of rows.slice(0, mostPreamble).entries()) {
    const columns = new Set(cells.map((cell) => columnNamed(kind, cell)).filter((column) => column !== null)).size
    if (columns === 0 || (at > 0 && (columns < 2 || cells.some(isFigure)))) continue
    if (best === null || (columns > best.columns && !isList(kind, rows.slice(best.at, at), cells)))
      best = { at, columns }
  }
  return best?.at ?? null
}

/** Whether rows are headings and rows of their list, so that `others` begin another one under it. */
function isList(kind: ImportKind, [head, ...rows]: readonly Row[], others: readonly string[]): boolean {
  const named = (head?.cells ?? []).map((cell) => columnNamed(kind, cell))
  const again = others
    .map((cell) => columnNamed(kind, cell))
    .some((column) => column !== null && named.includes(column))
  return rows.some(({ cells }) => {
    const filled = cells.filter((cell, at) => cell !== '' && (named[at] ?? null) !== null)
    return filled.length > 1 && (again || filled.some(isFigure))
  })
}

/** A day, an amount or a phone: what a heading is not. */
export function isFigure(cell: string): boolean {
  return /\d/.test(cell) && /^[¥$€£+(-]?[\d.,:/\-\s年月日T]{2,}\)?元?$/.test(cell)
}

/** How many columns of a kind the best row of headings names. */
export function headingsNamed(kind: ImportKind, cells: readonly string[]): ReadonlySet<string> {
  return new Set(cells.map((cell) => columnNamed(kind, cell)).filter((column) => column !== null))
}
