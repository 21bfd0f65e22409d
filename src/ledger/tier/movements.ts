import type { Book } from '../book/book.ts'
import type { Day } from '../day.ts'
import type { Tier } from '../vocabulary.ts'
import type { CurrentTiers } from './current.ts'

/** How many customers went from one tier to another. */
export interface TierStep {
  readonly from: Tier
  readonly to: Tier
  readonly customers: number
}

/**
 * Who changed tier between two days, from the tiers `currentTiers` tells of both, for customers known on the first: the
 * steps, the commonest first.
 */
export function countMovements(people: Iterable<number>, before: CurrentTiers, after: CurrentTiers): TierStep[] {
  const steps = new Map<string, { from: Tier; to: Tier; customers: number }>()
  for (const id of people) {
    const [from, to] = [before.get(id) ?? 'D', after.get(id) ?? 'D']
    if (from === to) continue
    const step = steps.get(from + to) ?? { from, to, customers: 0 }
    step.customers++
    steps.set(from + to, step)
  }
  return [...steps.values()].sort(
    (one, other) => other.customers - one.customers || (one.from + one.to < other.from + other.to ? -1 : 1),
  )
}

/**
 * Customers who are neither archived nor staff and were the shop's by a day: joined, or entered, on or before it. Of
 * everybody, or some.
 */
export async function knownOn({ db }: Pick<Book, 'db'>, day: Day, only?: readonly number[]): Promise<number[]> {
  const rows = await db
    .selectFrom('customer')
    .select('id')
    .where('archived', '=', 0)
    .where('kind', '<>', 'staff')
    .$if(only !== undefined, (query) => query.where('id', 'in', only ?? []))
    .where((where) => where.or([where('entered_on', '<=', day), where('joined_on', '<=', day)]))
    .execute()
  return rows.map(({ id }) => id)
}
