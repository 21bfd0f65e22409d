import { grid } from './grid.ts'
import type { Voice } from './voice.ts'
import { widthOf, wrap } from './width.ts'

/** A figure beside what it was before, and what is to be said of it. */
export type Compared = readonly [what: string, now: string, before: string, note: string]

/** Lines of a report that compares, the last column wrapped under itself. */
export function comparison(heads: readonly [now: string, before: string], lines: readonly Compared[], voice: Voice): string[] {
  const rows = [['', ...heads, ''], ...lines]
  const widest = (column: number) => Math.max(...rows.map((row) => widthOf(row[column] ?? '')))
  const room = voice.width === null ? null : Math.max(20, voice.width - widest(0) - widest(1) - widest(2) - 6)
  const wrapped = rows.map(([what = '', now = '', before = '', note = '']) => [what, now, before, room === null ? note : wrap(note, room).join('\n')])
  const [head = '', ...rest] = grid(wrapped, [1, 2])
  return [voice.dim(head), ...rest]
}
