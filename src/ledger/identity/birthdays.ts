import type { Book } from '../book/book.ts'
import { addDays, type Day, daysBetween } from '../day.ts'
import { ageOn, birthdayIn } from './birthday.ts'

/** A birthday kept near a day. */
export interface NearBirthday {
  readonly customerId: number
  readonly name: string
  readonly birthday: string
  readonly on: Day
  /** Negative when it has passed. */
  readonly daysAway: number
  readonly age: number | null
}

/** How many days a birthday that has passed is still shown: as long as due raises it. */
const back = 3

/**
 * Birthdays from 3 days back to `ahead` days ahead of the book's day, as the days go: a belated wish hurries most.
 * Archived customers have none.
 */
export async function readBirthdays(book: Pick<Book, 'db' | 'today'>, ahead: number): Promise<NearBirthday[]> {
  const { db, today } = book
  const rows = await db
    .selectFrom('customer')
    .select(['id', 'name', 'birthday'])
    .where('birthday', 'is not', null)
    .where('archived', '=', 0)
    .orderBy('id')
    .execute()
  const [from, to] = [addDays(today, -back), addDays(today, ahead)]
  const near = rows.flatMap(({ id, name, birthday }) => {
    const given = birthday ?? ''
    return birthdayIn(given, from, to).map((on) => ({
      customerId: id,
      name,
      birthday: given,
      on,
      daysAway: daysBetween(today, on),
      age: ageOn(given, on),
    }))
  })
  return near.sort((one, other) => one.daysAway - other.daysAway || one.customerId - other.customerId)
}

const congratulating = ['reached', 'sent', 'wants-reply', 'interested', 'declined']

/**
 * On which day each of these was congratulated, if at all: a contact about the birthday from 7 days before it, or about
 * everything from the day itself.
 */
export async function congratulations(
  { db, today }: Pick<Book, 'db' | 'today'>,
  near: readonly NearBirthday[],
): Promise<Map<number, Day>> {
  const kept = new Map(near.map(({ customerId, on }) => [customerId, on]))
  const first = near.map(({ on }) => addDays(on, -7)).sort()[0]
  if (first === undefined) return new Map()
  const contacts = await db
    .selectFrom('contact')
    .select(['customer_id', 'on', 'about'])
    .where('void', '=', 0)
    .where('on', '>=', first)
    .where('on', '<=', today)
    .where('outcome', 'in', congratulating)
    .orderBy('on')
    .execute()
  return new Map(
    contacts.flatMap(({ customer_id, on, about }) => {
      const birthday = kept.get(customer_id)
      if (birthday === undefined) return []
      const counts =
        about === null ? on >= birthday : about.split(',').includes('birthday') && on >= addDays(birthday, -7)
      return counts ? [[customer_id, on] as const] : []
    }),
  )
}
