import type { Book } from '../book/book.ts'
import { type Due, dueToday } from '../followup/due.ts'
import type { DueFilter } from '../followup/due-filter.ts'
import type { DueRow } from '../followup/row.ts'
import type { Pages } from './sheet.ts'

type Wanted = Pick<DueFilter, 'days' | 'limit'>

/** Everyone to get in touch with, unless only some are wanted: a list to take along has no end of the day. */
export function wholeDue(book: Book, { days, limit = 'all' }: Wanted): Promise<Due> {
  return dueToday(book, { days, limit })
}

export async function* dueRows(book: Book, wanted: Wanted): Pages<DueRow> {
  yield (await wholeDue(book, wanted)).rows
}
