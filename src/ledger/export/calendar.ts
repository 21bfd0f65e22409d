import type { Book } from '../book/book.ts'
import { type Day, serial } from '../day.ts'
import type { TextParts } from './sheet.ts'

/** A day in the calendar about one customer. */
export interface CalendarEvent {
  readonly what: 'due' | 'birthday'
  readonly customerId: number
  readonly on: Day
  readonly title: string
  readonly text: string
}

/**
 * Days as an iCalendar file. One event for each thing and customer, known again by its UID (what, id and the ledger's
 * uuid): a calendar that reads the next export moves it instead of adding one. Nothing in it depends on the hour: the
 * same day gives the same bytes.
 */
export async function* calendar(
  { uuid, today }: Pick<Book, 'uuid' | 'today'>,
  name: string,
  events: readonly CalendarEvent[],
): TextParts {
  const { ICalEventTransparency, default: ical } = await import('ical-generator')
  const shown = ical({ name: oneLine(name), prodId: { company: 'regulars', product: 'regulars', language: 'EN' } })
  for (const { what, customerId, on, title, text } of events) {
    shown.createEvent({
      id: `${what}-${customerId}@${oneLine(uuid)}`,
      // A later export is a later version of the event, which calendars ask for before they move one.
      sequence: serial(today),
      stamp: `${today}T00:00:00Z`,
      start: on,
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: title,
      description: text,
    })
  }
  yield `${shown.toString()}\r\n`
  return events.length
}

/** Of what stands in the head of a calendar a line's end is not escaped: it would begin another line of the file. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+|[\u2028\u2029]+/gu, ' ')
}
