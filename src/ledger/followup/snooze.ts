import type { Book } from '../book/book.ts'
import { recordChange } from '../book/change/record.ts'
import { type Day, daySerial, serial } from '../day.ts'
import { LedgerError } from '../errors.ts'
import type { Reason } from '../reason/rules.ts'
import { readFacts } from './read-facts.ts'
import { reasonsOn } from './reasons.ts'
import { unmeasured } from './shop-reader.ts'

export interface Snoozed {
  readonly customerId: number
  readonly snoozedUntil: Day | null
  /** Whether there was a snooze to end. */
  readonly ended: boolean
  /** Promises and birthdays whose day passes meanwhile. */
  readonly passes: readonly { readonly reason: Reason; readonly on: Day }[]
  /** null in a dry run, and where there was no snooze to end. */
  readonly change: number | null
}

/**
 * Hides a customer from `due` until a day; null ends a snooze, and is no change where there was none. Throws
 * day.snooze-past for a day that is not to come.
 */
export async function snooze(book: Book, customerId: number, until: Day | null): Promise<Snoozed> {
  if (until !== null && until <= book.today) throw new LedgerError('day.snooze-past', { day: until, today: book.today })
  const { value, change } = await recordChange(book, 'snooze', async (db, change) => {
    const moved = await change.amend('customer', customerId, { snoozed_until: until })
    const ended = until === null && moved
    if (!moved) change.discard()
    Object.assign(change.facts, { customerId, until })
    return { ended, passes: until === null ? [] : await passed({ ...book, db }, customerId, until) }
  })
  return { customerId, snoozedUntil: until, ...value, change }
}

/** What would have come first on a day the snooze hides. */
async function passed(book: Book, customerId: number, until: Day): Promise<Snoozed['passes']> {
  // Neither promises nor birthdays depend on the shop's gap or its large purchases.
  const {
    day: from,
    rules,
    people,
    factsOf,
  } = await readFacts(book, {
    only: [customerId],
    measure: async () => unmeasured,
  })
  const [customer] = people.map(factsOf)
  const passes = new Map<Reason, Day>()
  if (!customer) return []
  for (let day = from; day < Math.min(serial(until), from + 400); day++) {
    for (const { reason, first } of reasonsOn(customer.facts, day, rules))
      if (first && !passes.has(reason)) passes.set(reason, daySerial(day))
  }
  return [...passes].map(([reason, on]) => ({ reason, on }))
}
