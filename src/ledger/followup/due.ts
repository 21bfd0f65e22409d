import { askAll } from '../book/ask-all.ts'
import type { Book } from '../book/book.ts'
import { weighingAll } from '../book/v8-flags.ts'
import { type EventAhead, eventsAhead } from '../care/event/events.ts'
import { type Day, type DayNumber, daySerial } from '../day.ts'
import type { Reason } from '../reason/rules.ts'
import { lastClassifiedOn } from '../tier/current.ts'
import { type DueFilter, whoIsAsked } from './due-filter.ts'
import { type Festival, festivalsAhead } from './festivals.ts'
import { type DueCustomer, findDue } from './find-due.ts'
import { readFacts } from './read-facts.ts'
import { mayRestock } from './restock-reach.ts'
import { type DueRow, describeRows, readRowParts } from './row.ts'

/** Whom to get in touch with on the book's day, and why. */
export interface Due {
  readonly asOf: Day
  readonly total: number
  readonly shown: number
  readonly waiting: number
  readonly snoozed: number
  readonly classifiedOn: Day | null
  readonly currency: string
  readonly rows: readonly DueRow[]
  /** Those of the next days, whom they concern and who has been greeted: told in one line, never as rows. */
  readonly festivals: readonly Festival[]
  /** Those of the next days, with how many are invited: one line each. */
  readonly events: readonly EventAhead[]
}

/** What is said of the rows beside what they hold, by customer. */
export interface DueAside {
  /**
   * Of whom the way to be spoken to is worth a word, as they prefer it or refused another: whether only in the shop is
   * left.
   */
  readonly shopOnly: Readonly<Record<number, boolean>>
  /**
   * Of a look ahead: from which day a reason stands that is due but held back, by a contact of the last days or a
   * snooze.
   */
  readonly heldUntil: Readonly<Record<number, Readonly<Partial<Record<Reason, Day>>>>>
}

/** What is told beside the rows, asked at once. */
const nearReaders = { classifiedOn: lastClassifiedOn, festivals: festivalsAhead, events: eventsAhead }

/**
 * The list of SPEC 4: one row per customer with every reason that holds, in rank. It only reads; asked twice it answers
 * the same.
 */
export async function dueToday(book: Book, filter: DueFilter = {}): Promise<Due> {
  return (await readDue(book, filter)).due
}

/** The same, with what is said beside it and what `further` asks of the ids that are shown, in any order. */
export function readDue<Further = null>(
  book: Book,
  filter: DueFilter,
  further: (ids: readonly number[]) => Promise<Further> = async () => null as Further,
): Promise<{ due: Due; aside: DueAside; further: Further }> {
  return weighingAll(book.store.bytes(), () => readAll(book, filter, further))
}

async function readAll<Further>(
  book: Book,
  filter: DueFilter,
  further: (ids: readonly number[]) => Promise<Further>,
): Promise<{ due: Due; aside: DueAside; further: Further }> {
  const [facts, isAsked] = await Promise.all([
    readFacts(book, { itemsAhead: (shop) => mayRestock(shop, filter.days) }),
    whoIsAsked(book, filter),
  ])
  const nearby = askAll(nearReaders, book, facts)
  nearby.catch(() => {})
  const found = await findDue(facts, isAsked, filter, book.policy['due.capacity'])
  const ids = found.shown.map(({ id }) => id)
  const [parts, near, furtherFound] = await Promise.all([
    readRowParts(book, found.shown.map(facts.factsOf)),
    nearby,
    further(ids),
    facts.learnItems(ids),
    facts.learnLarge(ids),
  ])
  const customers = found.inFull()
  const due = {
    asOf: book.today,
    total: found.total,
    shown: customers.length,
    waiting: found.total - customers.length,
    snoozed: found.snoozed,
    classifiedOn: near.classifiedOn,
    currency: book.currency,
    rows: describeRows(book, customers, parts),
    festivals: near.festivals,
    events: near.events,
  }
  const aside = { shopOnly: parts.shopOnly, heldUntil: heldUntil(customers, facts.day) }
  return { due, aside, further: furtherFound }
}

function heldUntil(shown: readonly DueCustomer[], today: DayNumber): DueAside['heldUntil'] {
  return Object.fromEntries(
    shown.flatMap(({ customer, raised }) => {
      const held = raised.filter(({ on }) => on > today).map(({ reason, on }) => [reason, daySerial(on)] as const)
      return held.length > 0 ? [[customer.facts.customerId, Object.fromEntries(held)]] : []
    }),
  )
}
