import { debtDueOn } from '../account/aged.ts'
import { openParts } from '../account/open-parts.ts'
import { type Takings, takingsOf } from '../account/takings.ts'
import type { Book } from '../book/book.ts'
import { ledgerNote } from '../book/settings.ts'
import { readComplaints } from '../care/complaint/complaints.ts'
import { readWants } from '../care/want/wants.ts'
import { addDays, type Day, serial } from '../day.ts'
import { dueToday } from '../followup/due.ts'
import type { DueRow } from '../followup/row.ts'
import { birthdayIn } from '../identity/birthday.ts'
import { decimal } from '../money.ts'
import { lastClassifiedOn } from '../tier/current.ts'
import { readTierHistory } from '../tier/history.ts'

/** What an owner sees who types nothing but the program's name. */
export interface TodayView {
  readonly name: string
  readonly today: Day
  /** Archived ones and staff are not counted. */
  readonly customers: number
  /** Whom `due` lists, and how many more can wait. */
  readonly due: number
  readonly waiting: number
  /** The first of them, in rank. */
  readonly first: readonly DueRow[]
  readonly yesterday: Takings
  readonly soFar: Takings
  /** Of the coming seven days, today included. */
  readonly birthdays: readonly {
    readonly customerId: number
    readonly name: string
    readonly birthday: string
    readonly on: Day
  }[]
  /** Customers with a part unpaid for more than 31 days or past its due day, and what those parts come to. */
  readonly overdue: { readonly customers: number; readonly amount: string }
  /** Complaints that are open, and how many of them are past the day promised. */
  readonly complaints: { readonly open: number; readonly overdue: number }
  /** Customers for whom something has come in that they wait for, and who have not been told. */
  readonly arrived: number
  /** How many customers went from one tier to another in the last seven days. */
  readonly moved: readonly { readonly from: string; readonly to: string; readonly count: number }[]
  readonly classifiedOn: Day | null
  readonly lastBackupAt: string | null
}

/** How many of the due are shown with why. */
const shownFirst = 5

export async function readToday(book: Book): Promise<TodayView> {
  const { db, today, currency, name } = book
  const [due, customers, yesterday, soFar, birthdays, overdue, complaints, wants, moved, classifiedOn, lastBackupAt] =
    await Promise.all([
      dueToday(book),
      countCustomers(book),
      takingsOf(db, addDays(today, -1), currency),
      takingsOf(db, today, currency),
      birthdaysAhead(book),
      overdueDebts(book),
      openComplaints(book),
      readWants(book),
      movedSince(book, addDays(today, -7)),
      lastClassifiedOn(book),
      ledgerNote(db, 'lastBackupAt'),
    ])
  return {
    name,
    today,
    customers,
    due: due.shown,
    waiting: due.waiting,
    first: due.rows.slice(0, shownFirst),
    yesterday,
    soFar,
    birthdays,
    overdue,
    complaints,
    arrived: new Set(wants.filter(({ arrivedOn }) => arrivedOn !== null).map(({ customerId }) => customerId)).size,
    moved,
    classifiedOn,
    lastBackupAt,
  }
}

async function countCustomers({ db }: Book): Promise<number> {
  const { customers } = await db
    .selectFrom('customer')
    .select(({ fn }) => fn.countAll<number>().as('customers'))
    .where('archived', '=', 0)
    .where('kind', '<>', 'staff')
    .executeTakeFirstOrThrow()
  return customers
}

async function birthdaysAhead({ db, today }: Book): Promise<TodayView['birthdays']> {
  const people = await db
    .selectFrom('customer')
    .select(['id', 'name', 'birthday'])
    .where('birthday', 'is not', null)
    .where('archived', '=', 0)
    .execute()
  return people
    .flatMap(({ id, name, birthday }) =>
      birthday === null
        ? []
        : birthdayIn(birthday, today, addDays(today, 6)).map((on) => ({ customerId: id, name, birthday, on })),
    )
    .sort((one, other) => (one.on === other.on ? one.customerId - other.customerId : one.on < other.on ? -1 : 1))
}

async function overdueDebts({ db, today, currency }: Book): Promise<TodayView['overdue']> {
  const late = [...(await openParts(db, today)).values()]
    .map((parts) => parts.filter((part) => debtDueOn(part) <= today))
    .filter((parts) => parts.length > 0)
  return {
    customers: late.length,
    amount: decimal(
      late.flat().reduce((sum, { open }) => sum + open, 0),
      currency,
    ),
  }
}

async function openComplaints(book: Book): Promise<TodayView['complaints']> {
  const open = await readComplaints(book, { kind: 'complaint' })
  return { open: open.length, overdue: open.filter(({ daysOverdue }) => daysOverdue > 0).length }
}

async function movedSince({ db, today }: Book, since: Day): Promise<TodayView['moved']> {
  const history = await readTierHistory(db, today)
  const [then, now] = [serial(since), serial(today)]
  const counts = new Map<string, { from: string; to: string; count: number }>()
  for (const customer of history.customers()) {
    const from = history.lastOn(customer, then)?.tier
    const tier = history.lastOn(customer, now)?.tier
    if (from === undefined || tier === undefined || from === tier) continue
    const step = counts.get(from + tier) ?? { from, to: tier, count: 0 }
    step.count++
    counts.set(from + tier, step)
  }
  return [...counts.values()].sort((one, other) => other.count - one.count)
}
