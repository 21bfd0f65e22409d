import type { Row } from '../file/csv.ts'
import { type Notes, RowSkip } from '../outcome.ts'

/** Throws RowSkip for a row of another list than the one that is read; its headings are told, with what reads it. */
export function skipOtherList({ line, cells, under }: Row, notes: Pick<Notes, 'warn'>): void {
  if (under === undefined) return
  if (under === line)
    notes.warn(line, 'row.other-list', { headings: cells.filter((cell) => cell !== ''), line }, null, null)
  throw new RowSkip('other-list')
}
