import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import type { Change } from '../book/change/record.ts'
import type { Day } from '../day.ts'
import { LedgerError } from '../errors.ts'
import type { Channel } from '../vocabulary.ts'
import { readChannels } from './channels.ts'
import { type Contact, type ContactOutcome, type Direction, readContacts } from './contacts.ts'

/** One contact with each of several customers. What is left out has its default: see `insertContacts`. */
export interface NewContact {
  readonly customerIds: readonly number[]
  readonly on: Day
  readonly direction?: Direction | undefined
  readonly channel?: Channel | undefined
  readonly outcome?: ContactOutcome | undefined
  /** Without it, about everything due that day. */
  readonly about?: readonly string[] | undefined
  readonly note?: string | undefined
  readonly nextOn?: Day | undefined
  readonly gift?: string | undefined
  readonly campaign?: string | undefined
  /** The event they were invited to, or came to. */
  readonly eventId?: number | undefined
}

/** Rows written at a time: one statement holds 32,766 values at most. */
const runLength = 1_000

/**
 * Records, as part of a change, that the customers were in touch with the shop. Direction is out; outcome `reached`, of
 * one that came in `wants-reply`; channel the one `due` proposes: the customer's preferred one, else `due.channel`,
 * never one they refused. Throws day.future, day.next-first when `nextOn` lies before `on`. Returns the public contacts
 * in the order asked.
 */
export async function insertContacts(db: Db, change: Change, book: Book, wanted: NewContact): Promise<Contact[]> {
  const { on, nextOn, direction = 'out' } = wanted
  if (on > book.today) throw new LedgerError('day.future', { day: on, today: book.today })
  if (nextOn && nextOn < on) throw new LedgerError('day.next-first', { next: nextOn, on })
  const customerIds = [...new Set(wanted.customerIds)]
  const channels = wanted.channel === undefined ? await readChannels({ db, policy: book.policy }, customerIds) : null
  const first = change.number('contact', customerIds.length)
  const ids = customerIds.map((_, at) => first + at)
  const rowOf = (id: number, at: number) => ({
    id: first + at,
    customer_id: id,
    on,
    direction,
    channel: wanted.channel ?? channels?.get(id)?.channel ?? book.policy['due.channel'],
    outcome: wanted.outcome ?? (direction === 'in' ? 'wants-reply' : 'reached'),
    about: wanted.about && wanted.about.length > 0 ? wanted.about.join(',') : null,
    note: wanted.note || null,
    next_on: nextOn ?? null,
    gift: wanted.gift || null,
    campaign: wanted.campaign || null,
    event_id: wanted.eventId ?? null,
    by: book.by,
    change_id: change.id,
  })
  for (let from = 0; from < customerIds.length; from += runLength)
    await db
      .insertInto('contact')
      .values(customerIds.slice(from, from + runLength).map((id, at) => rowOf(id, from + at)))
      .execute()
  const contacts = await readContacts({ db, today: book.today }, { ids })
  Object.assign(
    change.facts,
    customerIds.length === 1 ? { customerId: customerIds[0], contactId: first } : { count: customerIds.length },
  )
  return contacts.reverse()
}
