import type { Voice } from './voice.ts'
import { cut, widthOf } from './width.ts'

export interface Head {
  readonly head: string
  readonly right?: boolean
}

/**
 * Aligned lines without borders; cut to the terminal when stdout is one, the widest column giving way first. Two plain passes over the
 * cells: cli-table3 took 75 s over 20,000 lines and ran out of stack at 200,000.
 */
export function table(heads: readonly Head[], rows: readonly (readonly string[])[], voice: Voice): string[] {
  const widths = heads.map(({ head }) => widthOf(head))
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, widthOf(cell))
  }
  if (voice.width !== null) narrow(widths, voice.width)
  const said = (cells: readonly string[], paint = (text: string) => text) => {
    const padded = widths.map((width, column) => {
      const cell = cut(cells[column] ?? '', width)
      const blanks = ' '.repeat(Math.max(0, width - widthOf(cell)))
      // Painted once it fits: the paint has no width.
      return heads[column]?.right ? blanks + paint(cell) : paint(cell) + blanks
    })
    return padded.join('  ').trimEnd()
  }
  const names = heads.map(({ head }) => head)
  const lines = rows.map((row) => said(row))
  return names.some((name) => name !== '') ? [said(names, voice.dim), ...lines] : lines
}

/** Narrows the widest columns until the line fits, none below 8. */
function narrow(widths: number[], width: number): void {
  const total = () => widths.reduce((sum, one) => sum + one + 2, -2)
  while (total() > width) {
    const widest = widths.indexOf(Math.max(...widths))
    if ((widths[widest] ?? 0) <= 8) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
}
