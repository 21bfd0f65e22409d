import type { Book } from './book.ts'

/**
 * Does what only a ledger file can do: for a ledger on a server in a working copy, whose changes are carried over. A
 * dry run has none: it holds nobody up.
 */
export function onFile<Result>(book: Book, work: (book: Book) => Promise<Result>): Promise<Result> {
  const { store, dryRun } = book
  return (dryRun ? store.onCopy : store.onFile)((store) => work({ ...book, store, db: store.db }))
}
