import type { Voice } from './voice.ts'
import { cut, widthOf } from './width.ts'

export interface Head {
  readonly head: string
  readonly right?: boolean
}

/** Heads of columns of figures, but for the first ones, which are texts. */
export function figureHeads(heads: readonly string[], texts = 1): Head[] {
  return heads.map((head, at) => ({ head, right: at >= texts }))
}

/**
 * Aligned lines without borders; cut to the terminal when stdout is one: texts give way first, the widest before the
 * others, and figures are
 * whole or not there. Two plain passes over the cells: cli-table3 took 75 s over 20,000 lines and ran out of stack at
 * 200,000.
 */
export function table(heads: readonly Head[], rows: readonly (readonly string[])[], voice: Voice): string[] {
  const widths = heads.map(({ head }) => widthOf(head))
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, widthOf(cell))
  }
  const { gap, shown } =
    voice.width === null ? { gap: '  ', shown: widths.length } : squeezed(widths, heads, voice.width)
  const dropped = shown < widths.length ? `${gap}…` : ''
  const said = (cells: readonly string[], paint = (text: string) => text) => {
    const padded = widths.slice(0, shown).map((width, column) => {
      const cell = cut(oneLine(cells[column] ?? ''), width)
      const blanks = ' '.repeat(Math.max(0, width - widthOf(cell)))
      // Painted once it fits: the paint has no width.
      return heads[column]?.right ? blanks + paint(cell) : paint(cell) + blanks
    })
    return `${padded.join(gap)}${dropped}`.trimEnd()
  }
  const names = heads.map(({ head }) => head)
  const lines = rows.map((row) => said(row))
  return names.some((name) => name !== '') ? [said(names, voice.dim), ...lines] : lines
}

/** A row is a line, whatever its cells hold. */
function oneLine(cell: string): string {
  return cell.includes('\n') ? cell.replace(/\s*\n\s*/g, ' ') : cell
}

/** Narrows the widest texts until the line fits, none below 9; then the gaps; then the last columns are left out. */
function squeezed(widths: number[], heads: readonly Head[], width: number): { gap: string; shown: number } {
  const total = (gap: number, columns = widths.length) =>
    widths.slice(0, columns).reduce((sum, one) => sum + one + gap, -gap)
  const texts = widths.map((_, column) => column).filter((column) => !heads[column]?.right)
  while (total(2) > width) {
    const widest = texts.reduce<number | undefined>(
      (best, column) => (best === undefined || (widths[column] ?? 0) > (widths[best] ?? 0) ? column : best),
      undefined,
    )
    if (widest === undefined || (widths[widest] ?? 0) <= 9) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  if (total(2) <= width) return { gap: '  ', shown: widths.length }
  if (total(1) <= width) return { gap: ' ', shown: widths.length }
  let shown = widths.length - 1
  while (shown > 1 && total(1, shown) + 2 > width) shown--
  return { gap: ' ', shown }
}
