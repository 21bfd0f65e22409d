import type { Book } from '../book.ts'
import { addDays, type Day } from '../day.ts'
import type { Period } from '../rates/period.ts'
import { currentTiers, lastClassifiedOn } from './current.ts'
import type { Tier } from './method.ts'

/** How many customers went from one tier to another. */
export interface Moved {
  readonly from: Tier
  readonly to: Tier
  readonly customers: number
}

/**
 * Who changed tier over a period, from the eve of its first day to its last: the steps, the commonest first. Null when nothing had been
 * classified by the eve: what the first classify finds is no movement. Archived customers are left out, and those the ledger did not know on the eve.
 */
export async function readMovements(book: Pick<Book, 'db' | 'today'>, { from, to }: Period, only?: ReadonlySet<number>): Promise<Moved[] | null> {
  const eve = addDays(from, -1)
  if ((await lastClassifiedOn({ ...book, today: eve })) === null) return null
  const known = await knownOn(book, eve)
  const before = await currentTiers({ ...book, today: eve })
  const after = await currentTiers({ ...book, today: to })
  return countMovements(only ? known.filter((id) => only.has(id)) : known, before, after)
}

/** The same from the tiers of two days, as `currentTiers` tells them, for customers known on both. */
export function countMovements(people: Iterable<number>, before: ReadonlyMap<number, Tier>, after: ReadonlyMap<number, Tier>): Moved[] {
  const steps = new Map<string, { from: Tier; to: Tier; customers: number }>()
  for (const id of people) {
    const [from, to] = [before.get(id) ?? 'D', after.get(id) ?? 'D']
    if (from === to) continue
    const step = steps.get(from + to) ?? { from, to, customers: 0 }
    step.customers++
    steps.set(from + to, step)
  }
  return [...steps.values()].sort((one, other) => other.customers - one.customers || (one.from + one.to < other.from + other.to ? -1 : 1))
}

/** Customers who are not archived and were the shop's by a day: joined, or entered, on or before it. */
export async function knownOn({ db }: Pick<Book, 'db'>, day: Day): Promise<number[]> {
  const rows = await db
    .selectFrom('customer')
    .select('id')
    .where('archived', '=', 0)
    .where((where) => where.or([where('entered_on', '<=', day), where('joined_on', '<=', day)]))
    .execute()
  return rows.map(({ id }) => id)
}
