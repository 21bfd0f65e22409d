import { grid } from './grid.ts'
import type { Voice } from './voice.ts'
import { hung, widthOf, wrap } from './width.ts'

const leastRoom = 24

/**
 * Lines of a report: what, its figures, and last what that is of, wrapped under itself; where a terminal leaves no room
 * for that beside them, below them. With heads (over the figures) the lines stand at the edge, without they are
 * indented.
 */
export function figures(lines: readonly (readonly string[])[], voice: Voice, heads?: readonly string[]): string[] {
  const rows = heads ? [['', ...heads, ''], ...lines] : lines.map(([what = '', ...rest]) => [`  ${what}`, ...rest])
  const last = (rows[0]?.length ?? 1) - 1
  const right = Array.from({ length: last - 1 }, (_, at) => at + 1)
  const dimmed = (drawn: readonly string[]) => (heads ? [voice.dim(drawn[0] ?? ''), ...drawn.slice(1)] : [...drawn])
  const widest = (column: number) => Math.max(0, ...rows.map((row) => widthOf(row[column] ?? '')))
  const taken = Array.from({ length: last }, (_, column) => widest(column) + 2).reduce((sum, one) => sum + one, 0)
  const room = voice.width === null ? Number.POSITIVE_INFINITY : voice.width - taken
  if (room < leastRoom) {
    const beside = dimmed(
      grid(
        rows.map((row) => row.slice(0, last)),
        right,
      ),
    )
    return rows.flatMap((row, at) => [beside[at] ?? '', ...(row[last] ? hung(`    ${row[last]}`, voice.width) : [])])
  }
  const wrapped = rows.map((row) => [
    ...row.slice(0, last),
    room === Number.POSITIVE_INFINITY ? (row[last] ?? '') : wrap(row[last] ?? '', room).join('\n'),
  ])
  return dimmed(grid(wrapped, right))
}
