import { sql } from 'kysely'
import type { Book } from '../book/book.ts'
import { serial } from '../day.ts'
import { makeCounter, type PastContact } from '../reason/facts.ts'

/** Everyone's contacts as rules see them, in order. */
export async function readPastContacts(
  { db, today }: Pick<Book, 'db' | 'today'>,
  only?: readonly number[],
): Promise<Map<number, PastContact[]>> {
  const rows = await db
    .selectFrom('contact')
    .select([
      'customer_id',
      'on',
      'outcome',
      'channel',
      'direction',
      'about',
      'change_id',
      'next_on',
      sql<string | null>`case when next_on is not null or outcome in ('wants-reply', 'interested') then note end`.as(
        'note',
      ),
    ])
    .where('void', '=', 0)
    .where('on', '<=', today)
    .$if(only !== undefined, (query) => query.where('customer_id', 'in', only ?? []))
    .orderBy('customer_id')
    .orderBy('on')
    .orderBy('id')
    .execute()
  const contacts = new Map<number, PastContact[]>()
  let counter = makeCounter()
  for (const { customer_id, on, outcome, channel, direction, about, change_id, next_on, note } of rows) {
    let own = contacts.get(customer_id)
    if (!own) {
      own = []
      contacts.set(customer_id, own)
      counter = makeCounter()
    }
    own.push({
      on: serial(on),
      outcome,
      channel,
      incoming: direction === 'in',
      counts: counter(outcome),
      change: change_id,
      about: about === null ? null : about.split(','),
      nextOn: next_on === null ? null : serial(next_on),
      note,
    })
  }
  return contacts
}
