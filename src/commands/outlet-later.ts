import type { Context } from '../context.ts'
import type { Entry } from '../ledger/entry/entries.ts'

/** Says what an export of today leaves out because its day has not come; `kinds` null asks of contacts. */
export async function tellLater({ book, terminal, words }: Context, kinds: readonly Entry['kind'][] | null): Promise<void> {
  const { stillToCome } = await import('../ledger/export/entries.ts')
  const count = await stillToCome(book, kinds)
  if (count > 0) terminal.tell(words.exported.stillToCome(count, book.today))
}
