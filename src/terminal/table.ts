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

/** Aligned lines without borders, of rows that are at hand. */
export function table(heads: readonly Head[], rows: readonly (readonly string[])[], voice: Voice): string[] {
  const columns = measured(heads)
  measure(columns, rows)
  const { head, line } = lined(columns, voice)
  return [...head, ...rows.map(line)]
}

/** The same of rows that come page by page, kept as text until it is known how wide each column is. */
export class PagedTable {
  private readonly columns: readonly Column[]
  /** Out of the way of V8, which would go through 200,000 rows of cells again and again. */
  private readonly pages: Buffer[] = []

  constructor(
    heads: readonly Head[],
    private readonly voice: Voice,
  ) {
    this.columns = measured(heads)
  }

  add(rows: readonly (readonly string[])[]): void {
    measure(this.columns, rows)
    this.pages.push(Buffer.from(JSON.stringify(rows)))
  }

  *lines(): Generator<string> {
    const { head, line } = lined(this.columns, this.voice)
    yield* head
    for (const page of this.pages) yield* (JSON.parse(page.toString()) as string[][]).map(line)
  }
}

/**
 * Cut to the terminal when stdout is one: columns are left out and texts give way, the widest before the others, but
 * names and phones last, and figures are whole or not there. Two plain passes over the cells: cli-table3 took 75 s over
 * 20,000 lines and ran out of stack at 200,000.
 */
function lined(columns: readonly Column[], voice: Voice) {
  const { gap, shown, dropped } = fitted(columns.map(wide), voice.width)
  const tail = dropped ? `${gap}…` : ''
  const said = (cellOf: (column: Wide) => string, paint = (text: string) => text) => {
    const padded = shown.map((column) => {
      const cell = cutCell(oneLine(cellOf(column)), column.width)
      const blanks = ' '.repeat(Math.max(0, column.width - widthOf(cell)))
      // Painted once it fits: the paint has no width.
      return column.right ? blanks + paint(cell) : paint(cell) + blanks
    })
    return `${padded.join(gap)}${tail}`.trimEnd()
  }
  return {
    head: shown.some(({ head }) => head !== '') ? [said(({ head }) => head, voice.dim)] : [],
    line: (row: readonly string[]) => said(({ at, decimals }) => withDecimals(row[at] ?? '', decimals)),
  }
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

/** A column, and what its cells have been so far. */
interface Column extends Head {
  readonly at: number
  /** Of figures of the right, how wide they are before the point, sign for percent and all, and after it. */
  before: number
  decimals: number
  /** Of all others, how wide they are. */
  others: number
  /** Nothing stands in it. */
  empty: boolean
}

interface Wide extends Column {
  width: number
}

const figures = /^-?[\d,]+(?:\.(\d+))?( %)?$/

/** Figures of one column with as many decimals as that of them which has most. */
export function evenDecimals(cells: readonly string[]): readonly string[] {
  const most = cells.reduce((most, cell) => Math.max(most, figures.exec(cell)?.[1]?.length ?? 0), 0)
  return most === 0 ? cells : cells.map((cell) => withDecimals(cell, most))
}

const measured = (heads: readonly Head[]): Column[] =>
  heads.map((head, at) => ({ ...head, at, before: 0, decimals: 0, others: widthOf(head.head), empty: true }))

function measure(columns: readonly Column[], rows: readonly (readonly string[])[]): void {
  for (const column of columns)
    for (const { [column.at]: cell = '' } of rows) {
      if (cell !== '' && cell !== '-') column.empty = false
      const figure = column.right ? figures.exec(cell) : null
      if (!figure) column.others = Math.max(column.others, widthOf(cell))
      else {
        const after = figure[1]?.length ?? 0
        column.decimals = Math.max(column.decimals, after)
        column.before = Math.max(column.before, cell.length - (after === 0 ? 0 : after + 1))
      }
    }
}

function wide(column: Column): Wide {
  const { before, decimals, others } = column
  return { ...column, width: Math.max(others, before + (decimals === 0 ? 0 : decimals + 1)) }
}

/** `34 %` under `33.4 %` is `34.0 %`: figures of a column have their points under one another. */
function withDecimals(cell: string, most: number): string {
  if (most === 0) return cell
  const found = figures.exec(cell)
  if (!found) return cell
  const [, fraction = '', percent = ''] = found
  const whole = cell.slice(0, cell.length - percent.length)
  return `${fraction === '' ? `${whole}.` : whole}${'0'.repeat(most - fraction.length)}${percent}`
}

/**
 * What of the columns a width holds: empty ones go first, then texts narrow, then columns go in their turn, names and
 * phones narrow last.
 */
function fitted(all: readonly Wide[], width: number | null): { gap: string; shown: Wide[]; dropped: boolean } {
  // A column without a head or anything in it takes no room.
  const usual = all.filter(({ extra, empty, head, width }) => !extra && !(empty && head === '' && width === 0))
  if (width === null) return { gap: '  ', shown: usual, dropped: false }
  const total = (columns: readonly Wide[], gap: number) => columns.reduce((sum, one) => sum + one.width + gap, -gap)
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
function narrow(texts: readonly Wide[], fits: () => boolean, least: number): void {
  while (!fits()) {
    const widest = texts.reduce<Wide | undefined>(
      (best, column) => (best === undefined || column.width > best.width ? column : best),
      undefined,
    )
    if (widest === undefined || widest.width <= least) break
    widest.width--
  }
}
