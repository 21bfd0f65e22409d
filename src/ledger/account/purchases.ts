import type { Book } from '../book/book.ts'
import { decimal, minorOf } from '../money.ts'
import { type EntryFilter, type Purchase, readEntries } from './entries.ts'

/** Purchases newest first, the void ones among them marked, and what those that stand add up to. */
export async function readPurchases(book: Pick<Book, 'db' | 'today' | 'currency'>, filter: Omit<EntryFilter, 'kinds' | 'void'>) {
  const rows = (await readEntries(book, { ...filter, kinds: ['purchase'], void: true })) as Purchase[]
  const standing = rows.filter((row) => !row.void)
  const total = (column: 'amount' | 'refunded') =>
    decimal(
      standing.reduce((sum, row) => sum + minorOf(row[column]), 0),
      book.currency,
    )
  return { rows, count: standing.length, sum: total('amount'), refunded: total('refunded') }
}
