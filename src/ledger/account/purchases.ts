import type { Book } from '../book/book.ts'
import { decimal, type Minor, minorOf } from '../money.ts'
import { type EntryFilter, type Purchase, type Refund, readEntries } from './entries.ts'

/** Purchases and what came back, newest first, the void ones among them marked, and what those that stand add up to. */
export async function readPurchases(
  book: Pick<Book, 'db' | 'today' | 'currency'>,
  filter: Omit<EntryFilter, 'kinds' | 'void'>,
) {
  const rows = (await readEntries(book, { ...filter, kinds: ['purchase', 'refund'], void: true })) as (
    | Purchase
    | Refund
  )[]
  const standing = rows.filter((row) => !row.void)
  const bought = standing.filter(({ kind }) => kind === 'purchase')
  const sumOf = (some: readonly (Purchase | Refund)[]): Minor =>
    some.reduce((sum, { amount }) => sum + minorOf(amount), 0)
  const refunded = sumOf(standing.filter(({ kind }) => kind === 'refund'))
  return {
    rows,
    count: bought.length,
    sum: decimal(sumOf(bought), book.currency),
    refunded: decimal(refunded, book.currency),
  }
}
