import type { Book } from '../book/book.ts'
import { findEvent, type KeptEvent } from '../care/event/events.ts'
import { addDays, type Day, daysBetween } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { festivalDays } from '../followup/festivals.ts'
import { birthdayIn, nextBirthday } from '../identity/birthday.ts'
import { usesField } from './template.ts'
import type { MessageTemplate } from './templates.ts'

/** How long after a festival a greeting is still one. */
const belated = 3

/**
 * The festival a template greets on, if it is near: `festival.days` before it to three days after. Throws
 * message.festival-away with the day it is on, or null where the shop does not keep it.
 */
export function festivalNear(
  book: Pick<Book, 'policy' | 'region' | 'today'>,
  { name, festival }: MessageTemplate,
): { readonly name: string; readonly on: Day } | null {
  if (festival === null) return null
  const { today, policy } = book
  const days = policy['festival.days']
  const kept = festivalDays(book).find((one) => one.festival === festival)
  const near = kept && birthdayIn(kept.day, addDays(today, -belated), addDays(today, days))[0]
  if (near) return { name: festival, on: near }
  const on = kept ? nextBirthday(kept.day, today) : null
  throw new LedgerError('message.festival-away', {
    template: name,
    on,
    days,
    away: on === null ? 0 : daysBetween(today, on),
  })
}

/**
 * The event a message invites to. Throws event.not-found, message.event-over, message.no-event where the text speaks of
 * one and none was named.
 */
export async function eventInvitedTo(
  { db, today }: Pick<Book, 'db' | 'today'>,
  template: MessageTemplate,
  asked: string | undefined,
): Promise<KeptEvent | null> {
  if (asked === undefined) {
    if (usesField(template, ['event', 'event-day']))
      throw new LedgerError('message.no-event', { template: template.name })
    return null
  }
  const event = await findEvent(db, asked)
  if (event.on < today) throw new LedgerError('message.event-over', { name: event.name, on: event.on })
  return event
}
