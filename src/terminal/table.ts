import Table from 'cli-table3'
import type { Voice } from './voice.ts'
import { cut, widthOf } from './width.ts'

export interface Head {
  readonly head: string
  readonly right?: boolean
}

const bare = Object.fromEntries(
  [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'mid',
    'mid-mid',
    'right',
    'right-mid',
    'middle',
  ].map((part) => [part, part === 'middle' ? '  ' : '']),
)

/** Aligned lines without borders; cut to the terminal when stdout is one, the widest column giving way first. */
export function table(heads: readonly Head[], rows: readonly (readonly string[])[], voice: Voice): string[] {
  const headed = heads.some(({ head }) => head !== '')
  const all = [...(headed ? [heads.map(({ head }) => head)] : []), ...rows.map((row) => [...row])]
  if (all.length === 0) return []
  const lines = voice.width === null ? all : fitted(all, voice.width)
  // Painted once it fits: the paint has no width.
  if (headed) lines[0] = (lines[0] ?? []).map(voice.dim)
  const drawn = new Table({
    chars: bare,
    colAligns: heads.map(({ right }) => (right ? 'right' : 'left')),
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
  })
  drawn.push(...lines)
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
}

function fitted(rows: readonly (readonly string[])[], width: number): string[][] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ''))))
  const total = () => widths.reduce((sum, one) => sum + one + 2, -2)
  while (total() > width) {
    const widest = widths.indexOf(Math.max(...widths))
    if ((widths[widest] ?? 0) <= 8) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return rows.map((row) => row.map((cell, column) => cut(cell, widths[column] ?? 0)))
}
