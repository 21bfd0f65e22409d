import type { Customer } from '../ledger/customer/customer.ts'
import { weekday } from '../ledger/day.ts'
import type { NearBirthday } from '../ledger/identity/birthdays.ts'
import type { Columns } from '../terminal/columns.ts'
import { table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { widthOf } from '../terminal/width.ts'

const ageColumn = 3

export const birthdayColumns: Columns<NearBirthday> = { customerId: 'count', name: 'text', birthday: 'text', on: 'day', daysAway: 'count', age: 'count' }

/** A line a birthday: who, when, how far, tier, phone, and whether anybody congratulated. */
export function birthdayLines(
  near: readonly NearBirthday[],
  people: ReadonlyMap<number, Customer>,
  congratulated: ReadonlyMap<number, string>,
  voice: Voice,
): string[] {
  if (near.length === 0) return []
  const { customer: words, terms } = voice.words
  const rows = near.map(({ customerId, name, birthday, on, daysAway, age }) => {
    const person = people.get(customerId)
    const phone = person?.phone ? voice.phone(person.phone) : ''
    const done = congratulated.get(customerId)
    return [
      `#${customerId} ${name}`,
      words.birthdayRow.on(voice.day(on), terms.weekday[weekday(on)] ?? '', birthday),
      words.birthdayRow.away(daysAway),
      words.birthdayRow.age(age),
      person?.tier ?? '',
      phone,
      person?.doNotContact
        ? words.doNotContact
        : daysAway > 0 && done === undefined
          ? ''
          : words.birthdayRow.congratulated(done === undefined ? null : voice.day(done)),
    ]
  })
  // A column nobody has anything in takes no room, and the age gives way where all does not fit.
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  const needed = widths.reduce((sum, width) => sum + (width === 0 ? 0 : width + 2), -2)
  const filled = widths.map((width, column) => width > 0 && !(column === ageColumn && voice.width !== null && needed > voice.width))
  const kept = rows.map((row) => row.filter((_, column) => filled[column]))
  return table(
    (kept[0] ?? []).map(() => ({ head: '' })),
    kept,
    voice,
  )
}
