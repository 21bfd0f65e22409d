import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import type { Day } from '../day.ts'
import type { Channel, Vocabulary } from '../vocabulary.ts'

export type ContactOutcome = Vocabulary['outcome'][number]
export type Direction = Vocabulary['direction'][number]

/** A contact, as `done` and `contacts` print it. */
export interface Contact {
  readonly id: number
  readonly customerId: number
  readonly on: Day
  readonly direction: Direction
  readonly channel: Channel
  readonly outcome: ContactOutcome
  /** The reasons it was about; null: everything due that day. */
  readonly about: readonly string[] | null
  readonly note: string | null
  /** The day promised for the next one. */
  readonly nextOn: Day | null
  readonly campaign: string | null
  readonly gift: string | null
  readonly by: string
}

export interface ContactFilter {
  readonly customerId?: number | undefined
  readonly ids?: readonly number[] | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
}

/** Contacts up to the book's day that were not voided, newest first. */
export async function readContacts(book: Pick<Book, 'db' | 'today'>, filter: ContactFilter = {}): Promise<Contact[]> {
  let query = book.db.selectFrom('contact').selectAll().where('void', '=', 0).where('on', '<=', book.today)
  if (filter.customerId !== undefined) query = query.where('customer_id', '=', filter.customerId)
  if (filter.ids) query = query.where('id', 'in', filter.ids)
  if (filter.from) query = query.where('on', '>=', filter.from)
  if (filter.to) query = query.where('on', '<=', filter.to)
  const rows = await query.orderBy('on', 'desc').orderBy('id', 'desc').execute()
  return rows.map((row) => ({
    id: row.id,
    customerId: row.customer_id,
    on: row.on,
    direction: row.direction as Direction,
    channel: row.channel as Channel,
    outcome: row.outcome as ContactOutcome,
    about: row.about?.split(',') ?? null,
    note: row.note,
    nextOn: row.next_on,
    campaign: row.campaign,
    gift: row.gift,
    by: row.by,
  }))
}

export type LastContact = Pick<Contact, 'id' | 'on' | 'channel' | 'outcome' | 'note'>

/** Each customer's newest contact up to a day, whatever came of it; customers never contacted are absent. */
export async function lastContacts(db: Db, day: Day, only?: readonly number[]): Promise<Map<number, LastContact>> {
  let query = db
    .selectFrom('contact')
    .select([
      ...[
        'id' as const,
        'customer_id' as const,
        'on' as const,
        'channel' as const,
        'outcome' as const,
        'note' as const,
      ],
      sql<number>`row_number() over (partition by customer_id order by "on" desc, id desc)`.as('nth'),
    ])
    .where('void', '=', 0)
    .where('on', '<=', day)
  if (only) query = query.where('customer_id', 'in', only)
  const rows = await db.selectFrom(query.as('newest')).selectAll().where('nth', '=', 1).execute()
  return new Map(
    rows.map(({ customer_id, id, on, channel, outcome, note }) => [
      customer_id,
      { id, on, channel: channel as Channel, outcome: outcome as ContactOutcome, note },
    ]),
  )
}
