import type { Customer } from '../ledger/customer/customer.ts'
import { weekday } from '../ledger/day.ts'
import type { NearBirthday } from '../ledger/identity/birthdays.ts'
import type { Screen } from '../terminal/screen.ts'
import { table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'

interface BirthdaysAsked {
  readonly near: readonly NearBirthday[]
  /** By the customers' ids, as is the day somebody congratulated. */
  readonly people: Readonly<Record<number, Customer>>
  readonly congratulated: Readonly<Record<number, string>>
  /** How far ahead was looked. */
  readonly days: number
}

export const birthdaysScreen: Screen<BirthdaysAsked, NearBirthday> = {
  data: ({ near }) => near,
  lines: birthdayLines,
  next: nextLines,
  columns: { customerId: 'count', name: 'text', birthday: 'text', on: 'day', daysAway: 'count', age: 'count' },
  id: ({ customerId }) => customerId,
  aside: ({ near, days }, { words }) => (near.length === 0 ? [words.customer.nearBirthdays(days)] : []),
}

/** A line a birthday: who, when, how far, tier, phone, and whether anybody congratulated. */
function birthdayLines({ near, people, congratulated }: BirthdaysAsked, voice: Voice): string[] {
  if (near.length === 0) return []
  const { customer: words, terms } = voice.words
  const rows = near.map(({ customerId, name, birthday, on, daysAway, age }) => {
    const person = people[customerId]
    const when = `${voice.day(on)} ${terms.weekday[weekday(on)] ?? ''}`
    const phone = person?.phone ? voice.phone(person.phone) : ''
    const done = congratulated[customerId]
    return [
      `#${customerId}`,
      name,
      birthday.startsWith('lunar:') ? words.birthdayRow.lunar(when, birthday) : when,
      awayOf(daysAway, voice),
      age === null || age <= 0 ? '' : (daysAway < 0 ? words.birthdayRow.aged : words.birthdayRow.age)(age),
      person?.tier ?? '',
      phone,
      person?.doNotContact
        ? words.doNotContact
        : daysAway > 0 && done === undefined
          ? ''
          : done === undefined
            ? words.birthdayRow.notCongratulated
            : words.birthdayRow.congratulated(voice.day(done)),
    ]
  })
  const turns = [
    { whole: true },
    { whole: true },
    { whole: true },
    { goes: 4 },
    { goes: 1 },
    { goes: 2 },
    { whole: true },
    { goes: 3 },
  ]
  return table(
    turns.map((turn) => ({ head: '', ...turn })),
    rows,
    voice,
  ).map((line) => line.trimEnd())
}

/** What to type for the first nobody has congratulated yet. */
function nextLines({ near, people, congratulated, days }: BirthdaysAsked, { words }: Voice): string[] {
  const next = near.find(
    ({ customerId }) => congratulated[customerId] === undefined && !people[customerId]?.doNotContact,
  )
  const { next: say, month } = words.customer.birthdayRow
  return [next === undefined ? '' : say(next.customerId), near.length > 0 && days < 30 ? month : ''].filter(
    (line) => line !== '',
  )
}

/** How far off a day is; days gone by are below zero. */
export function awayOf(days: number, { words }: Voice): string {
  const { isToday, ahead, ago } = words.customer
  return days === 0 ? isToday : days > 0 ? ahead(days) : ago(-days)
}
