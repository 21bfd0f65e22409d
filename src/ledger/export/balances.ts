import { type AgedBalance, agedBalances } from '../account/aged.ts'
import type { Book } from '../book/book.ts'
import type { Pages } from './sheet.ts'

/** What customers owe or have in credit, by age. */
export async function* balanceRows(book: Book): Pages<AgedBalance> {
  yield await agedBalances(book)
}
