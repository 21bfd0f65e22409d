import type { Voice } from '../voice.ts'
import { padEnd, padStart, widthOf } from '../width.ts'
import { largest } from './largest.ts'

/**
 * One cell of a heat map: what is written in it, and how deep it is from 0 to 1; null where there is nothing to say.
 */
export interface Cell {
  readonly figure: string
  readonly depth: number
}

export interface HeatMap {
  /** What stands above the label columns, then above the cells. */
  readonly heads: readonly string[]
  /** Some columns of label (`2026-03`, `42`), then cells. */
  readonly rows: readonly { readonly labels: readonly string[]; readonly cells: readonly (Cell | null)[] }[]
}

/**
 * A heat map, a line a row: each figure on a background where the terminal has colours enough, else with a shade behind
 * it. A terminal that is too narrow is shown the first columns; `hidden` says how many are not.
 */
export function heat({ heads, rows }: HeatMap, voice: Voice): { lines: string[]; hidden: number } {
  if (rows.length === 0) return { lines: [], hidden: 0 }
  const labelled = largest(
    rows.map(({ labels }) => labels.length),
    0,
  )
  const labelWidths = Array.from({ length: labelled }, (_, at) =>
    largest(
      rows.map(({ labels }) => widthOf(labels[at] ?? '')),
      widthOf(heads[at] ?? ''),
    ),
  )
  const said = (at: number) =>
    labelWidths.map((width, column) =>
      column === 0 ? padEnd(labelOf(at, column), width) : padStart(labelOf(at, column), width),
    )
  const labelOf = (at: number, column: number) => (at < 0 ? heads[column] : rows[at]?.labels[column]) ?? ''
  const columns = largest(
    rows.map(({ cells }) => cells.length),
    0,
  )
  const above = heads.slice(labelled)
  const figure = largest(
    rows.flatMap(({ cells }) => cells.map((cell) => widthOf(cell?.figure ?? ''))),
    largest(above.map(widthOf), 0),
  )
  // Each cell is a blank, the figure and its shade or another blank.
  const room =
    voice.width === null
      ? columns
      : Math.max(1, Math.floor((voice.width - labelWidths.reduce((sum, width) => sum + width + 2, 0)) / (figure + 2)))
  const shown = Math.min(columns, room)
  const names = above.slice(0, shown).map((name) => ` ${padStart(name, figure)} `)
  const head = `${said(-1).join('  ')}  ${names.join('')}`.trimEnd()
  const lines = rows.map(({ cells }, at) =>
    `${said(at).join('  ')}  ${cells
      .slice(0, shown)
      .map((cell) => drawn(cell, figure, voice))
      .join('')}`.trimEnd(),
  )
  return { lines: [voice.dim(head), ...lines], hidden: columns - shown }
}

const shades = [' ', '░', '▒', '▓', '█']
const plainShades = [' ', '.', ':', '+', '#']

function drawn(cell: Cell | null, width: number, { shade, blocks }: Voice): string {
  if (cell === null) return ' '.repeat(width + 2)
  const step = cell.depth <= 0 ? 0 : Math.min(shades.length - 1, 1 + Math.floor(cell.depth * (shades.length - 1)))
  const figure = padStart(cell.figure, width)
  return shade ? shade(` ${figure} `, step) : ` ${figure}${(blocks ? shades : plainShades)[step]}`
}
