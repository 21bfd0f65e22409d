import type { Book } from '../book/book.ts'
import { serial } from '../day.ts'
import { makeCounter, type PastContact } from '../reason/facts.ts'

/** A contact as care goes by it. */
export type Talk = Pick<PastContact, 'on' | 'outcome' | 'counts' | 'about' | 'change'>

/** What was said with each up to the book's day, in order. */
export async function readTalks(
  { db, today }: Pick<Book, 'db' | 'today'>,
  ids: readonly number[],
): Promise<Map<number, Talk[]>> {
  const rows = await db
    .selectFrom('contact')
    .select(['customer_id', 'on', 'outcome', 'about', 'change_id'])
    .where('customer_id', 'in', ids)
    .where('void', '=', 0)
    .where('on', '<=', today)
    .orderBy('customer_id')
    .orderBy('on')
    .orderBy('id')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ customer_id }) => customer_id)].map(([id, own]) => {
      const counts = makeCounter()
      return [
        id,
        own.map(({ on, outcome, about, change_id }) => ({
          on: serial(on),
          outcome,
          counts: counts(outcome),
          change: change_id,
          about: about?.split(',') ?? null,
        })),
      ]
    }),
  )
}
