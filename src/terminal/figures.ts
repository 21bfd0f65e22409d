import { grid } from './grid.ts'
import type { Voice } from './voice.ts'
import { widthOf, wrap } from './width.ts'

/** Lines of a report: what, how many, and what that is of, wrapped under itself. */
export function figures(lines: readonly (readonly [what: string, figure: string, of: string])[], voice: Voice): string[] {
  const widest = (column: 0 | 1) => Math.max(0, ...lines.map((line) => widthOf(line[column])))
  const room = voice.width === null ? null : Math.max(24, voice.width - widest(0) - widest(1) - 6)
  const rows = lines.map(([what, count, of]) => [`  ${what}`, count, room === null ? of : wrap(of, room).join('\n')])
  return grid(rows, [1])
}
