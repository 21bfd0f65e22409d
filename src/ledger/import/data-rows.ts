import type { Row } from './file/csv.ts'
import { rowsIn } from './file/table.ts'
import type { ImportPlan } from './import-plan.ts'
import { otherLists } from './other-list.ts'

type ListOfFile = Pick<ImportPlan, 'table' | 'skipped' | 'returned' | 'layout'> & Parameters<typeof otherLists>[0]

/**
 * The rows of the list: without its header and what stands above it, and what the format says stands under it. `aside`
 * hears those. Rows of another list under it are marked.
 */
export async function* dataRows(
  { table, skipped, returned, layout, ...headed }: ListOfFile,
  aside: (rows: readonly Row[]) => void = () => {},
): AsyncGenerator<readonly Row[]> {
  let left = skipped
  const stop = layout.stop === null ? null : new RegExp(layout.stop, 'u')
  let stopped = false
  const mark = otherLists(headed)
  for await (const rows of rowsIn(table)) {
    let plain = returned ? rows.map(withoutReason) : rows
    if (left > 0) {
      aside(plain.slice(0, left))
      const kept = plain.slice(left)
      left = Math.max(0, left - plain.length)
      plain = kept
    }
    if (stop && !stopped) {
      const at = plain.findIndex(({ cells }) => stop.test(cells[0] ?? ''))
      if (at >= 0) {
        stopped = true
        aside(plain.slice(at))
        plain = plain.slice(0, at)
      }
    } else if (stopped) {
      aside(plain)
      plain = []
    }
    if (plain.length > 0) yield mark ? mark(plain) : plain
  }
}

export function withoutReason({ line, cells, kinds }: Row): Row {
  return kinds === undefined ? { line, cells: cells.slice(2) } : { line, cells: cells.slice(2), kinds: kinds.slice(2) }
}
