import type { Book } from '../book/book.ts'
import { occasionIn } from '../care/occasion/occasion-day.ts'
import { type DayNumber, daySerial, serial } from '../day.ts'
import type { NotedOccasion } from '../reason/facts.ts'
import type { Every } from '../vocabulary.ts'

/** A day noted for a customer, with the days it falls on between two days. */
export type NotedRow = Omit<NotedOccasion, 'days'> & { readonly day: string }

/** What was noted for each up to the book's day. */
export async function readNotedOccasions(
  { db, today }: Pick<Book, 'db' | 'today'>,
  only?: readonly number[],
): Promise<Map<number, NotedRow[]>> {
  const rows = await db
    .selectFrom('occasion')
    .select(['customer_id', 'on', 'day', 'text', 'every', 'ahead'])
    .where('on', '<=', today)
    .$if(only !== undefined, (query) => query.where('customer_id', 'in', only ?? []))
    .orderBy('id')
    .execute()
  const noted = new Map<number, NotedRow[]>()
  for (const { customer_id, on, every, ...row } of rows) {
    const one = { ...row, every: every as Every | null, notedOn: serial(on) }
    const own = noted.get(customer_id)
    if (own) own.push(one)
    else noted.set(customer_id, [one])
  }
  return noted
}

/** As a rule sees it, looked up for the days it asks about. */
export function lookedUp({ day, ...row }: NotedRow): NotedOccasion {
  return {
    ...row,
    days: (from, to) => occasionIn({ day, every: row.every }, daySerial(from), daySerial(to)).map(serial),
  }
}

/** The same for every morning of a number of days, worked out once. */
export function overMornings({ day, ...row }: NotedRow, from: DayNumber, to: DayNumber): NotedOccasion {
  const days = occasionIn({ day, every: row.every }, daySerial(from), daySerial(to)).map(serial)
  return { ...row, days: (first, last) => days.filter((on) => on >= first && on <= last) }
}
