import type { Book } from '../book/book.ts'
import { recordChange } from '../book/change/record.ts'
import { findEvent, readGuests } from '../care/event/events.ts'
import type { Day } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { insertContacts } from './record-contact.ts'

/** Who came to an event; those who were noted already are named apart. */
export interface Attendance {
  readonly event: string
  readonly on: Day
  readonly came: readonly number[]
  readonly already: readonly number[]
  /** null where all were noted already, and in a dry run. */
  readonly change: number | null
}

/**
 * Notes that customers came to an event: a contact that settles nothing but the cadence. Without
 * a day it is the event's own. Throws event.not-found, event.to-come, day.future.
 */
export async function recordAttendance(
  book: Book,
  asked: string,
  customerIds: readonly number[],
  day?: Day | undefined,
): Promise<Attendance> {
  const { value, change } = await recordChange(book, 'event came', async (db, change) => {
    const event = await findEvent(db, asked)
    if (event.on > book.today && day === undefined)
      throw new LedgerError('event.to-come', { name: event.name, on: event.on })
    const on = day ?? event.on
    const known = (await readGuests(db, book.today, [event.id])).get(event.id)?.came ?? new Map<number, Day>()
    const wanted = [...new Set(customerIds)]
    const came = wanted.filter((id) => !known.has(id))
    if (came.length === 0) change.discard()
    else
      await insertContacts(db, change, book, {
        customerIds: came,
        on,
        direction: 'in',
        channel: 'event',
        outcome: 'reached',
        about: ['cadence'],
        campaign: event.name,
        eventId: event.id,
      })
    return { event: event.name, on, came, already: wanted.filter((id) => known.has(id)) }
  })
  return { ...value, change }
}
