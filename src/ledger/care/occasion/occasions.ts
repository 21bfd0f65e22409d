import type { Book } from '../../book/book.ts'
import { addDays, type Day, daysBetween } from '../../day.ts'
import type { Every } from '../../vocabulary.ts'
import { isPresent } from '../present.ts'
import { nextOccasion, type OccasionDay } from './occasion-day.ts'

/** A day noted for a customer, with the next one it falls on as of the book's day; null once it is over. */
export interface Occasion extends OccasionDay {
  readonly id: number
  readonly customerId: number
  readonly name: string
  readonly text: string
  readonly next: Day | null
  readonly daysAway: number | null
  /** How many days before it the customer is due for a word, and that day. */
  readonly ahead: number
  readonly dueOn: Day | null
}

/**
 * The occasions of one customer or of everybody, the nearest first, those that are over last. Archived are left out.
 */
export async function readOccasions(
  { db, today, policy }: Pick<Book, 'db' | 'today' | 'policy'>,
  { customerId, all = false }: { customerId?: number | undefined; all?: boolean | undefined } = {},
): Promise<Occasion[]> {
  const rows = await db
    .selectFrom('occasion')
    .innerJoin('customer', 'customer.id', 'occasion.customer_id')
    .select([
      'occasion.id',
      'occasion.customer_id as customerId',
      'customer.name',
      'occasion.day',
      'occasion.text',
      'occasion.every',
      'occasion.ahead',
    ])
    .where('occasion.on', '<=', today)
    .where(isPresent(customerId))
    .orderBy('occasion.id')
    .execute()
  return rows
    .map(({ ahead: own, every: kept, ...row }): Occasion => {
      const every = kept as Every | null
      const next = nextOccasion({ day: row.day, every }, today)
      const ahead = own ?? policy['due.occasion.days']
      return {
        ...row,
        every,
        next,
        daysAway: next === null ? null : daysBetween(today, next),
        ahead,
        dueOn: next === null ? null : addDays(next, -ahead),
      }
    })
    .filter(({ next }) => all || next !== null)
    .sort((one, other) => compare(one.next, other.next) || one.id - other.id)
}

function compare(one: Day | null, other: Day | null): number {
  if (one === other) return 0
  if (one === null || other === null) return one === null ? 1 : -1
  return one < other ? -1 : 1
}
