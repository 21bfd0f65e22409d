import { grid } from './grid.ts'
import type { Voice } from './voice.ts'
import { hung, widthOf, wrap } from './width.ts'

const leastRoom = 24

/** Lines of a report: what, how many, and what that is of, wrapped under itself; where a terminal leaves no room for that beside them, below them. */
export function figures(lines: readonly (readonly [what: string, figure: string, of: string])[], voice: Voice): string[] {
  const widest = (column: 0 | 1) => Math.max(0, ...lines.map((line) => widthOf(line[column])))
  const room = voice.width === null ? null : voice.width - widest(0) - widest(1) - 6
  const drawn = (said: (of: string) => readonly string[]) =>
    grid(
      lines.map(([what, count, of]) => [`  ${what}`, count, ...said(of)]),
      [1],
    )
  if (room === null) return drawn((of) => [of])
  if (room >= leastRoom) return drawn((of) => [wrap(of, room).join('\n')])
  const beside = drawn(() => [])
  return lines.flatMap(([, , of], at) => [beside[at] ?? '', ...(of === '' ? [] : hung(`    ${of}`, voice.width))])
}
