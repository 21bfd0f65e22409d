import type { Book } from '../book/book.ts'
import { arrivedBy } from '../care/want/arrived-by.ts'
import { type Day, type DayNumber, serial } from '../day.ts'
import type { ArrivedWish } from '../reason/facts.ts'

/** What has come in of what a customer waits for, and the first day they waited no longer; infinite while they do. */
export interface WishEvent extends ArrivedWish {
  readonly endedOn: DayNumber
}

/**
 * What has come in up to the book's day of what each waits for, told or not; with `ended` also what they wait for no
 * longer.
 */
export async function readArrivedWishes(
  { db, today }: Pick<Book, 'db' | 'today'>,
  { only, ended = false }: { only?: readonly number[] | undefined; ended?: boolean } = {},
): Promise<Map<number, WishEvent[]>> {
  const rows = await db
    .selectFrom('want')
    .select(['customer_id', 'text', 'on', 'arrived_on', 'ended_on', arrivedBy.as('arrivedBy')])
    .where('arrived_on', '<=', today)
    .$if(!ended, (query) =>
      query.where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>', today)])),
    )
    .$if(only !== undefined, (query) => query.where('customer_id', 'in', only ?? []))
    .orderBy('arrived_on')
    .orderBy('id')
    .execute()
  const wishes = new Map<number, WishEvent[]>()
  for (const { customer_id, text, on, arrived_on, arrivedBy, ended_on } of rows) {
    const endedOn = ended_on === null ? Number.POSITIVE_INFINITY : serial(ended_on)
    const wish = { text, since: serial(on), arrivedOn: serial(arrived_on as Day), arrivedBy, endedOn }
    const own = wishes.get(customer_id)
    if (own) own.push(wish)
    else wishes.set(customer_id, [wish])
  }
  return wishes
}
