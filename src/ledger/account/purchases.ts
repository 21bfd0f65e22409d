import type { Book } from '../book/book.ts'
import { decimal, minorOf } from '../money.ts'
import { type EntryFilter, type Purchase, type Refund, readEntries } from './entries.ts'
import { openParts } from './open-parts.ts'

type SoldOrReturned = Purchase | Refund

/**
 * Purchases, and among them refunds and returns, newest first, the void ones marked; and what those that stand add up
 * to, of all of them where `limit` shows but some.
 */
export async function readPurchases(
  book: Pick<Book, 'db' | 'today' | 'currency'>,
  { limit, ...filter }: Omit<EntryFilter, 'kinds' | 'void'>,
) {
  const rows = (await readEntries(book, { ...filter, kinds: ['purchase', 'refund'], void: true })) as SoldOrReturned[]
  const standing = (kind: SoldOrReturned['kind']) => rows.filter((row) => row.kind === kind && !row.void)
  const total = (some: readonly SoldOrReturned[]) =>
    decimal(
      some.reduce((sum, row) => sum + minorOf(row.amount), 0),
      book.currency,
    )
  const [bought, returned] = [standing('purchase'), standing('refund')]
  const shown = limit === undefined ? rows : rows.slice(0, limit)
  return {
    rows: shown,
    all: rows.length,
    count: bought.length,
    sum: total(bought),
    refunded: total(returned),
    open: await openOf(book, shown),
  }
}

/** What of each purchase that was not paid at once is open today, by its number; what was settled is absent. */
async function openOf(
  { db, today, currency }: Pick<Book, 'db' | 'today' | 'currency'>,
  rows: readonly SoldOrReturned[],
): Promise<Readonly<Record<number, string>>> {
  const unpaid = rows.flatMap((row) =>
    row.kind === 'purchase' && row.paid !== row.amount && row.customerId !== null ? [row.customerId] : [],
  )
  const parts = await openParts(db, today, [...new Set(unpaid)])
  return Object.fromEntries([...parts.values()].flat().map(({ entryId, open }) => [entryId, decimal(open, currency)]))
}
