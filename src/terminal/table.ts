import type { Voice } from './voice.ts'
import { cut, widthOf } from './width.ts'

export interface Head {
  readonly head: string
  readonly right?: boolean
  /** Names and phones: other columns go before they are cut, but for what is longer than names are. */
  readonly whole?: boolean
  /** Where a terminal is too narrow, columns that have a turn are left out, 1 first. */
  readonly goes?: number | undefined
  /** Only for a terminal that has room for it beside all others. */
  readonly extra?: boolean
}

/** Heads of columns of figures, but for the first ones, which are texts. */
export function figureHeads(heads: readonly string[], texts = 1): Head[] {
  return heads.map((head, at) => ({ head, right: at >= texts }))
}

/** A customer as two columns: `#12`, and a name that is not cut. */
export const whoHeads = (head: string): Head[] => [{ head: '' }, { head, whole: true }]

/**
 * Aligned lines without borders; cut to the terminal when stdout is one: columns are left out and texts give way, the
 * widest before the others, but names and phones last, and figures are whole or not there. Two plain passes over the
 * cells: cli-table3 took 75 s over 20,000 lines and ran out of stack at 200,000.
 */
export function table(heads: readonly Head[], rows: readonly (readonly string[])[], voice: Voice): string[] {
  const columns = heads.map((head, at) => columnOf(head, at, rows))
  const { gap, shown, dropped } = fitted(columns, voice.width)
  const tail = dropped ? `${gap}…` : ''
  const said = (cellOf: (column: Column) => string, paint = (text: string) => text) => {
    const padded = shown.map((column) => {
      const cell = cutCell(oneLine(cellOf(column)), column.width)
      const blanks = ' '.repeat(Math.max(0, column.width - widthOf(cell)))
      // Painted once it fits: the paint has no width.
      return column.right ? blanks + paint(cell) : paint(cell) + blanks
    })
    return `${padded.join(gap)}${tail}`.trimEnd()
  }
  const lines = rows.map((row) => said((column) => column.cell(row)))
  return shown.some(({ head }) => head !== '') ? [said(({ head }) => head, voice.dim), ...lines] : lines
}

/** A name that is cut keeps its number: that is what is typed. */
function cutCell(cell: string, width: number): string {
  const [number = ''] = widthOf(cell) > width ? (/ #\d+$/.exec(cell) ?? []) : []
  const room = width - number.length
  return number === '' || room < shortestName ? cut(cell, width) : cut(cell.slice(0, -number.length), room) + number
}

/** Columns of the longest name for which others go before it is cut, and of the shortest that is still one. */
const longestName = 30
const shortestName = 6

/** A row is a line, whatever its cells hold. */
function oneLine(cell: string): string {
  return cell.includes('\n') ? cell.replace(/\s*\n\s*/g, ' ') : cell
}

interface Column extends Head {
  readonly cell: (row: readonly string[]) => string
  width: number
  /** Nothing stands in it. */
  readonly empty: boolean
}

const decimals = /^-?[\d,]+(?:\.(\d+))?( %)?$/

/** Figures of one column with as many decimals as that of them which has most. */
export function evenDecimals(cells: readonly string[]): readonly string[] {
  const most = cells.reduce((most, cell) => Math.max(most, decimals.exec(cell)?.[1]?.length ?? 0), 0)
  return most === 0 ? cells : cells.map((cell) => withDecimals(cell, most))
}

function columnOf(head: Head, at: number, rows: readonly (readonly string[])[]): Column {
  const plain = (row: readonly string[]) => row[at] ?? ''
  const most = head.right
    ? rows.reduce((most, row) => Math.max(most, decimals.exec(plain(row))?.[1]?.length ?? 0), 0)
    : 0
  const cell = most === 0 ? plain : (row: readonly string[]) => withDecimals(plain(row), most)
  let width = widthOf(head.head)
  let empty = true
  for (const row of rows) {
    const said = cell(row)
    width = Math.max(width, widthOf(said))
    if (said !== '' && said !== '-') empty = false
  }
  return { ...head, cell, width, empty }
}

/** `34 %` under `33.4 %` is `34.0 %`: figures of a column have their points under one another. */
function withDecimals(cell: string, most: number): string {
  const found = decimals.exec(cell)
  if (!found) return cell
  const [, fraction = '', percent = ''] = found
  const whole = cell.slice(0, cell.length - percent.length)
  return `${fraction === '' ? `${whole}.` : whole}${'0'.repeat(most - fraction.length)}${percent}`
}

/**
 * What of the columns a width holds: empty ones go first, then texts narrow, then columns go in their turn, names and
 * phones narrow last.
 */
function fitted(all: readonly Column[], width: number | null): { gap: string; shown: Column[]; dropped: boolean } {
  // A column without a head or anything in it takes no room.
  const usual = all.filter(({ extra, empty, head, width }) => !extra && !(empty && head === '' && width === 0))
  if (width === null) return { gap: '  ', shown: usual, dropped: false }
  const total = (columns: readonly Column[], gap: number) => columns.reduce((sum, one) => sum + one.width + gap, -gap)
  let shown = usual
  const fits = (gap = 2) => total(shown, gap) <= width
  const extras = all.filter(({ extra, empty }) => extra && !empty)
  if (total([...usual, ...extras], 2) > width)
    shown = shown.filter(({ empty, whole, head }) => !empty || whole || head === '')
  narrow(
    shown.filter(({ whole }) => whole),
    () => fits(),
    longestName,
  )
  // Wide terminals show more: as many as there is room for, in their places.
  for (const column of extras) {
    const more = all.filter((one) => one === column || shown.includes(one))
    if (total(more, 2) <= width) shown = more
  }
  narrow(
    shown.filter(({ right, whole }) => !right && !whole),
    () => fits(),
    14,
  )
  const turns = shown.filter(({ goes }) => goes !== undefined).sort((one, other) => (one.goes ?? 0) - (other.goes ?? 0))
  for (const column of turns) if (!fits(1)) shown = shown.filter((one) => one !== column)
  narrow(
    shown.filter(({ right, whole }) => !right && !whole),
    () => fits(1),
    9,
  )
  narrow(
    shown.filter(({ whole }) => whole),
    () => fits(1),
    9,
  )
  const gap = fits() ? 2 : 1
  if (fits(gap)) return { gap: ' '.repeat(gap), shown, dropped: false }
  while (shown.length > 1 && total(shown, 1) + 2 > width) shown = shown.slice(0, -1)
  return { gap: ' ', shown, dropped: true }
}

/** Narrows the widest of texts until all fits, none below the least. */
function narrow(texts: readonly Column[], fits: () => boolean, least: number): void {
  while (!fits()) {
    const widest = texts.reduce<Column | undefined>(
      (best, column) => (best === undefined || column.width > best.width ? column : best),
      undefined,
    )
    if (widest === undefined || widest.width <= least) break
    widest.width--
  }
}
