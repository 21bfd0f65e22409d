import type { Column, ImportKind } from './columns.ts'
import type { Row } from './file/csv.ts'
import { findHeaderRow, headingsNamed } from './header-row.ts'
import { needed } from './needed-columns.ts'

/** The columns a kind of list has here; none where one that it needs is missing. */
export function wholeHeadings(kind: ImportKind, top: readonly Row[]): ReadonlySet<string> {
  const at = findHeaderRow(kind, top, [])
  const columns = at === null ? new Set<string>() : headingsNamed(kind, top[at]?.cells ?? [])
  const places = new Map([...columns].map((column, place) => [column as Column, place]))
  return needed(kind, places, true).length === 0 ? columns : new Set()
}

/** Whether the first rows of a sheet have the headings of a list in them, of the kind that was asked for. */
export function isList(kind: ImportKind | null, top: readonly Row[]): boolean {
  const kinds: readonly ImportKind[] = kind === null ? ['purchases', 'customers', 'contacts', 'surveys'] : [kind]
  return kinds.some((one) => wholeHeadings(one, top).size > 0)
}
