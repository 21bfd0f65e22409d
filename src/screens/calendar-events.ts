import type { BirthdayAhead } from '../ledger/export/birthdays.ts'
import type { CalendarEvent } from '../ledger/export/calendar.ts'
import type { Due } from '../ledger/followup/due.ts'
import type { DueRow } from '../ledger/followup/row.ts'
import { reasonSentence } from '../locales/reason-sentence.ts'
import { cleanDeep } from '../terminal/clean.ts'
import type { Voice } from '../terminal/voice.ts'

/** Whom to call, as days of a calendar: what is late stands on today. */
export function dueOccasions(due: Due, voice: Voice): CalendarEvent[] {
  const { words } = voice
  return cleanDeep(due).rows.map((row) => {
    const said = (length: 'full' | 'brief') =>
      row.reasons.map((reason) => reasonSentence(reason, due.asOf, voice, length))
    const first =
      row.reasons.map(({ daysOverdue, dueOn }) => (daysOverdue > 0 || dueOn < due.asOf ? due.asOf : dueOn)).sort()[0] ??
      due.asOf
    return {
      what: 'due',
      customerId: row.customerId,
      on: first,
      title: words.exported.calendar.dueTitle(row.name, said('brief').join(words.marks.clauses)),
      text: [phoneLine(row, voice), ...said('full'), voice.balance(row.balance)].filter(Boolean).join('\n'),
    }
  })
}

function phoneLine({ customerId, phone, wechat }: DueRow, voice: Voice): string {
  return [`#${customerId}`, phone === null ? (wechat ?? '') : voice.phone(phone)].filter(Boolean).join('  ')
}

/** What the calendar of whom to call is called. */
export function dueCalendarName(shop: string, { words }: Voice): string {
  const { calendar } = words.exported
  return shop === '' ? calendar.due : calendar.dueOf(shop)
}

/** What the calendar of birthdays is called. */
export function birthdayCalendarName(shop: string, { words }: Voice): string {
  const { calendar } = words.exported
  return shop === '' ? calendar.birthdays : calendar.birthdaysOf(shop)
}

/** Birthdays as days of a calendar. */
export function birthdayOccasions(near: readonly BirthdayAhead[], voice: Voice): CalendarEvent[] {
  const { exported, customer } = voice.words
  return cleanDeep(near).map(({ customerId, name, birthday, on, age, phone }) => ({
    what: 'birthday',
    customerId,
    on,
    title: age === null ? exported.calendar.birthday(name) : exported.calendar.birthdayAt(name, age),
    text: [`#${customerId}`, phone === null ? '' : voice.phone(phone), customer.birthday(birthday)]
      .filter(Boolean)
      .join('  '),
  }))
}
