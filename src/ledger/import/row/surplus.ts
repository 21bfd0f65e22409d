import { RowFault } from '../outcome.ts'

/** More cells than headers, empty ones aside: nobody can say which is too many. */
export function refuseSurplus(cells: readonly string[], width: number): void {
  if (cells.length <= width) return
  for (let at = width; at < cells.length; at++)
    if (cells[at] !== '') throw new RowFault('row.too-many-cells', { cells: cells.length, headers: width })
}
