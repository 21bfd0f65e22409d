import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import { addDays, type Day, daysBetween } from '../day.ts'
import { decimal, type Minor, minorOf } from '../money.ts'
import { balancesOf } from './balance.ts'
import { openParts } from './open-parts.ts'
import type { OpenPart } from './replay.ts'

/** What one customer owes by the age of its parts in days, or has in credit (a negative balance). */
export interface AgedBalance {
  readonly customerId: number
  readonly name: string
  readonly phone: string | null
  readonly balance: string
  readonly oldestOn: Day | null
  readonly days0: string
  readonly days31: string
  readonly days61: string
  readonly days91: string
  /** The last contact about the debt. */
  readonly lastReminderOn: Day | null
}

/**
 * Every balance that is not 0: who owes most first, then the credits, largest first. Archived customers too: their
 * money is still the shop's concern.
 */
export async function agedBalances(book: Book): Promise<AgedBalance[]> {
  const { db, today, currency } = book
  const [balances, parts] = await Promise.all([balancesOf(db, today), openParts(db, today)])
  const [people, reminded] = await Promise.all([peopleOf(db, [...balances.keys()]), remindersOf(db, today, parts)])
  const collator = new Intl.Collator('zh')
  return people
    .map((person) => ({ ...person, balance: balances.get(person.id) ?? 0 }))
    .sort(
      (one, other) =>
        Number(other.balance > 0) - Number(one.balance > 0) ||
        Math.abs(other.balance) - Math.abs(one.balance) ||
        collator.compare(one.name, other.name) ||
        one.id - other.id,
    )
    .map(({ id, name, phone, balance }) => {
      const open = parts.get(id) ?? []
      const aged = (least: number, most: number) => decimal(sumOf(open, today, least, most), currency)
      return {
        customerId: id,
        name,
        phone,
        balance: decimal(balance, currency),
        oldestOn: open[0]?.on ?? null,
        days0: aged(Number.NEGATIVE_INFINITY, 30),
        days31: aged(31, 60),
        days61: aged(61, 90),
        days91: aged(91, Number.POSITIVE_INFINITY),
        lastReminderOn: reminded.get(id) ?? null,
      }
    })
}

/** How many owe and are in credit, and what that comes to. */
export interface BalanceTotals {
  readonly debtors: number
  readonly owed: string
  readonly creditors: number
  readonly credit: string
}

/** What all balances come to: how many owe, how many have credit, and how much. */
export function totalsOf(rows: readonly AgedBalance[], currency: string): BalanceTotals {
  const amounts = rows.map(({ balance }) => minorOf(balance))
  const debts = amounts.filter((amount) => amount > 0)
  const credits = amounts.filter((amount) => amount < 0)
  const total = (some: readonly Minor[]) => decimal(Math.abs(some.reduce((sum, one) => sum + one, 0)), currency)
  return { debtors: debts.length, owed: total(debts), creditors: credits.length, credit: total(credits) }
}

function sumOf(parts: readonly OpenPart[], today: Day, least: number, most: number): Minor {
  return parts.reduce((sum, { on, open }) => {
    const age = daysBetween(on, today)
    return age >= least && age <= most ? sum + open : sum
  }, 0)
}

async function peopleOf(db: Db, ids: readonly number[]) {
  return db.selectFrom('customer').select(['id', 'name', 'phone']).where('id', 'in', ids).execute()
}

/** The day a part turns into a reason to call: 31 days after it was bought, or the day after it was due (SPEC 4). */
export function debtDueOn({ on, dueOn }: Pick<OpenPart, 'on' | 'dueOn'>): Day {
  return dueOn === null ? addDays(on, 31) : addDays(dueOn, 1)
}

/** The newest contact about each debt: one that names it, or one about everything made when a part was due. */
async function remindersOf(
  db: Db,
  today: Day,
  parts: ReadonlyMap<number, readonly OpenPart[]>,
): Promise<Map<number, Day>> {
  const contacts = await db
    .selectFrom('contact')
    .select(['customer_id', 'on', 'about'])
    .where('customer_id', 'in', [...parts.keys()])
    .where('void', '=', 0)
    .where('outcome', '<>', 'no-answer')
    .where('on', '<=', today)
    .orderBy('on')
    .execute()
  const last = new Map<number, Day>()
  for (const { customer_id, on, about } of contacts) {
    const open = parts.get(customer_id) ?? []
    const names = about === null ? open.some((part) => on >= debtDueOn(part)) : about.split(',').includes('debt')
    if (names) last.set(customer_id, on)
  }
  return last
}
