import { LedgerError } from '../errors.ts'
import type { ImportKind } from './columns.ts'
import { withoutReason } from './data-rows.ts'
import type { Row } from './file/csv.ts'
import { findHeaderRow, isFigure } from './header-row.ts'
import type { ImportOptions } from './import-plan.ts'
import type { OpenedFile } from './read-file.ts'
import { unitSaid } from './row/money-unit.ts'

/** The top of a file taken apart: its headings, and the first rows under them. */
export interface Headings {
  /** The header row; null when the file has none. */
  readonly headers: readonly string[] | null
  /** The unit or currency of its money, as a line above the header names it; '' where none does. */
  readonly unit: string
  /** How many rows at the top are no rows of the list: the header, and what stands above it. */
  readonly skipped: number
  /**
   * Whether the file came from an earlier import's rejects: its first two columns, `line` and `reason`, are not of the
   * list.
   */
  readonly returned: boolean
  readonly data: readonly Row[]
}

/** Throws roster.no-header-row. */
export function readHeadings(kind: ImportKind, opened: OpenedFile, options: ImportOptions): Headings {
  const returned = isReturned(opened.top[0])
  const rows = returned ? opened.top.map(withoutReason) : opened.top
  // Rejects of a file that had no header have none either, but for the two columns in front.
  if (returned && rows[0]?.cells.every((cell) => cell === ''))
    return { headers: null, unit: '', skipped: 1, returned, data: rows.slice(1) }
  const at = headerAt(kind, opened, rows, options)
  const skipped = at === null ? 0 : at + 1
  return {
    headers: at === null ? null : (rows[at]?.cells ?? []),
    unit: unitSaid(rows.slice(0, Math.max(0, skipped - 1)).map(({ cells }) => cells)),
    skipped,
    returned,
    data: rows.slice(skipped),
  }
}

function isReturned(top: Row | undefined): boolean {
  return (top?.cells[0] === 'line' && top.cells[1] === 'reason') || (top?.cells[0] === '行' && top.cells[1] === '原因')
}

function headerAt(
  kind: ImportKind,
  { table, found }: OpenedFile,
  rows: readonly Row[],
  { headerRow, map, aspects }: ImportOptions,
): number | null {
  if (headerRow !== null) {
    const at = rows.findIndex(({ line }) => line === headerRow)
    if (at < 0) throw new LedgerError('roster.no-header-row', { file: table.about.file, row: headerRow })
    return at
  }
  if (found) return found.header
  if (table.form === 'cards') return 0
  const mapped = [...map, ...(kind === 'surveys' ? aspects : [])].map(([, header]) => header)
  const at = findHeaderRow(kind, rows, mapped)
  if (at !== null) return at
  // Mapped by number, a first row is a header when it has no digit where days, money and phones should be.
  const figures = map
    .filter(([column]) => ['phone', 'on', 'amount', 'birthday', 'joined'].includes(column))
    .map(([, header]) => rows[0]?.cells[Number(header) - 1] ?? '')
  return figures.some((cell) => cell !== '') && !figures.some((cell) => isFigure(cell) || /\d/.test(cell)) ? 0 : null
}
