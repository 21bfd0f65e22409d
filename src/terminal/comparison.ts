import type { Compared } from '../locales/compared.ts'
import { grid } from './grid.ts'
import type { Voice } from './voice.ts'
import { hung, widthOf, wrap } from './width.ts'

const leastRoom = 20

/** Lines of a report that compares, the last column wrapped under itself; where a terminal leaves no room for it beside them, below them. */
export function comparison(heads: readonly [now: string, before: string], lines: readonly Compared[], voice: Voice): string[] {
  const rows = [['', ...heads, ''], ...lines]
  const widest = (column: number) => Math.max(...rows.map((row) => widthOf(row[column] ?? '')))
  const room = voice.width === null ? null : voice.width - widest(0) - widest(1) - widest(2) - 6
  if (room !== null && room < leastRoom) {
    const beside = grid(
      rows.map((row) => row.slice(0, 3)),
      [1, 2],
    )
    return rows.flatMap(([, , , note = ''], at) => [
      at === 0 ? voice.dim(beside[at] ?? '') : (beside[at] ?? ''),
      ...(note === '' ? [] : hung(`    ${note}`, voice.width)),
    ])
  }
  const wrapped = rows.map(([what = '', now = '', before = '', note = '']) => [what, now, before, room === null ? note : wrap(note, room).join('\n')])
  const [head = '', ...rest] = grid(wrapped, [1, 2])
  return [voice.dim(head), ...rest]
}
