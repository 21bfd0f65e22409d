import type { Book } from '../book/book.ts'
import { type NearBirthday, readBirthdays } from '../identity/birthdays.ts'
import type { Pages } from './sheet.ts'

export type BirthdayAhead = NearBirthday & { readonly phone: string | null }

interface Ahead {
  /** From the book's day on; a year without it. */
  readonly days?: number | undefined
}

/** The next birthday of each customer, if it is kept within so many days, the nearest first. */
export async function birthdaysAhead(book: Book, { days = 365 }: Ahead): Promise<BirthdayAhead[]> {
  const near = (await readBirthdays(book, days)).filter(({ daysAway }) => daysAway >= 0)
  const ids = near.map(({ customerId }) => customerId)
  const people = await book.db.selectFrom('customer').select(['id', 'phone']).where('id', 'in', ids).execute()
  const phones = new Map(people.map(({ id, phone }) => [id, phone]))
  return near
    .filter(({ customerId }, at) => ids.indexOf(customerId) === at)
    .map((birthday) => ({ ...birthday, phone: phones.get(birthday.customerId) ?? null }))
}

/** The same without the phones, which only a calendar has room for. */
export async function* birthdayRows(book: Book, ahead: Ahead): Pages<NearBirthday> {
  yield (await birthdaysAhead(book, ahead)).map(({ phone: _, ...birthday }) => birthday)
}
