import type { Db } from '../../../store/db.ts'
import { boughtWithin } from '../../account/bought-within.ts'
import type { Book } from '../../book/book.ts'
import { addDays, type Day } from '../../day.ts'
import { LedgerError } from '../../errors.ts'
import { fold } from '../../identity/spelling.ts'
import { decimal } from '../../money.ts'
import { nearestWord } from '../../nearest-word.ts'

/** Something customers are invited to and come to, as it is kept. */
export interface KeptEvent {
  readonly id: number
  readonly name: string
  readonly on: Day
  readonly note: string | null
}

/**
 * An event with how it went: who was invited, who came, who of them bought within 30 days of coming, for how much;
 * of coming before the event's day, from that day on: what was bought earlier it did not bring.
 */
export interface ShopEvent {
  readonly event: string
  readonly on: Day
  readonly note: string | null
  readonly invited: number
  readonly came: number
  readonly boughtWithin30: number
  /** Decimal string, net of refunds. */
  readonly amount: string
}

/** How long what somebody bought is put down to an event. */
const eventDays = 30

/** The event of a name, in any case. Throws event.not-found with the nearest. */
export async function findEvent(db: Db, asked: string): Promise<KeptEvent> {
  const events = await db.selectFrom('event').select(['id', 'name', 'on', 'note']).orderBy('on', 'desc').execute()
  const found = events.find(({ name }) => name === asked) ?? events.find(({ name }) => fold(name) === fold(asked))
  if (found) return found
  throw new LedgerError('event.not-found', {
    asked,
    near: nearestWord(
      asked,
      events.map(({ name }) => name),
      { key: fold },
    ),
    events: events.length,
  })
}

/** Who was invited to each event and who came to it, with the first day of each; contacts up to a day. */
export async function readGuests(
  db: Db,
  today: Day,
  eventIds: readonly number[],
): Promise<Map<number, { readonly invited: Map<number, Day>; readonly came: Map<number, Day> }>> {
  const rows = await db
    .selectFrom('contact')
    .select(['event_id', 'customer_id', 'direction', 'channel', 'on'])
    .where('event_id', 'in', eventIds)
    .where('event_id', 'is not', null)
    .where('void', '=', 0)
    .where('outcome', '<>', 'no-answer')
    .where('on', '<=', today)
    .orderBy('on')
    .orderBy('id')
    .execute()
  const guests = new Map(eventIds.map((id) => [id, { invited: new Map<number, Day>(), came: new Map<number, Day>() }]))
  for (const { event_id, customer_id, direction, channel, on } of rows) {
    const own = guests.get(event_id as number)
    const list = channel === 'event' && direction === 'in' ? own?.came : own?.invited
    if (list && !list.has(customer_id)) list.set(customer_id, on)
  }
  return guests
}

/**
 * Events by day, the newest first, each with how it went as of the book's day; those of a period, where one is asked.
 */
export async function listEvents(
  { db, today, currency }: Pick<Book, 'db' | 'today' | 'currency'>,
  { from, to }: { from?: Day | null | undefined; to?: Day | undefined } = {},
): Promise<ShopEvent[]> {
  const events = await db
    .selectFrom('event')
    .select(['id', 'name', 'on', 'note'])
    .$if(typeof from === 'string', (query) => query.where('on', '>=', from ?? ''))
    .$if(to !== undefined, (query) => query.where('on', '<=', to ?? ''))
    .orderBy('on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const guests = await readGuests(
    db,
    today,
    events.map(({ id }) => id),
  )
  const shown: ShopEvent[] = []
  for (const { id, name, on, note } of events) {
    const { invited, came } = guests.get(id) ?? { invited: new Map(), came: new Map<number, Day>() }
    const since = new Map([...came].map(([customer, day]) => [customer, day < on ? on : day]))
    const bought = await boughtWithin(db, since, eventDays, today)
    const amount = [...bought.values()].reduce((sum, one) => sum + one.amount, 0)
    shown.push({
      event: name,
      on,
      note,
      invited: invited.size,
      came: came.size,
      boughtWithin30: bought.size,
      amount: decimal(amount, currency),
    })
  }
  return shown
}

/** An event that is near, for the head of the list: how many are invited. */
export interface EventAhead {
  readonly event: string
  readonly on: Day
  readonly invited: number
}

/** The events of the next days, as many ahead as `festival.days` says, the nearest first. */
export async function eventsAhead({ db, today, policy }: Pick<Book, 'db' | 'today' | 'policy'>): Promise<EventAhead[]> {
  const rows = await db
    .selectFrom('event')
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.event_id', '=', 'event.id')
        .on('contact.void', '=', 0)
        .on('contact.direction', '=', 'out')
        .on('contact.outcome', '<>', 'no-answer')
        .on('contact.on', '<=', today),
    )
    .select(({ fn }) => [
      'event.name as event',
      'event.on as on',
      fn.count<number>('contact.customer_id').distinct().as('invited'),
    ])
    .where('event.on', '>=', today)
    .where('event.on', '<=', addDays(today, policy['festival.days']))
    .groupBy(['event.id', 'event.name', 'event.on'])
    .orderBy('event.on')
    .orderBy('event.id')
    .execute()
  return rows
}
