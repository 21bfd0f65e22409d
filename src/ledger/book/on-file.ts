import type { Book } from './book.ts'

/** Does what only a ledger file can do: for a ledger on a server in a working copy, whose changes are carried over. */
export function onFile<Result>(book: Book, work: (book: Book) => Promise<Result>): Promise<Result> {
  return book.store.onFile((store) => work({ ...book, store, db: store.db }))
}
