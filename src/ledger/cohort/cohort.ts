import type { Book } from '../book.ts'
import type { Day } from '../day.ts'
import { readRefunding } from '../standing/queries.ts'
import type { Scope } from '../standing/scope.ts'
import { isCounted } from '../standing/tally.ts'
import { Board, type Bought, boughtIn } from './board.ts'
import { readHistories, readSetApart } from './queries.ts'

/** Those who bought for the first time in one month, and what became of them (SPEC 7). */
export interface Cohort {
  /** `1997-01` */
  readonly cohort: string
  readonly customers: number
  /** Month 0 is the first, then one after another to the last day's, that one as far as it has come. */
  readonly months: readonly CohortMonth[]
}

export interface CohortMonth {
  readonly month: number
  /** Who made a counted purchase in it. */
  readonly active: number
  /** What they bought in it, less what of that was given back up to the last day; goods returned without their purchase on their own day. */
  readonly revenue: string
}

export interface Cohorts {
  readonly from: Day | null
  readonly to: Day
  /** The oldest first; a month that began none has no row. */
  readonly cohorts: readonly Cohort[]
  /** Buyers whose visits before this ledger an old roster tells of: their first month is not known, and they are in no cohort. */
  readonly earlier: number
}

/**
 * Cohorts up to the book's day, of those whose first counted purchase fell on `from` or later. One pass over the purchases, a text a
 * customer; customers with refunds or returns are gone through row by row.
 */
export async function readCohorts({ db, today, currency }: Pick<Book, 'db' | 'today' | 'currency'>, { from, only }: Scope): Promise<Cohorts> {
  const ids = only && [...only]
  const { opened, archived } = await readSetApart(db, today)
  const board = new Board(today, from)
  const refunding = new Map((await readRefunding(db, { day: today }, ids)).map((one) => [one.customerId, one]))
  const earlier = new Set<number>()
  const place = (customerId: number, bought: readonly Bought[], returned: readonly Bought[] = []) => {
    if (archived.has(customerId) || bought.length === 0) return
    if (opened.has(customerId)) earlier.add(customerId)
    else board.add(bought, returned)
  }
  for (const { customerId, text } of await readHistories(db, today, ids)) if (!refunding.has(customerId)) place(customerId, boughtIn(text))
  for (const { customerId, purchases, returns } of refunding.values()) {
    const counted = purchases.filter(isCounted).map(({ on, amount, refunded }) => ({ on, net: amount - refunded }))
    place(
      customerId,
      counted,
      returns.map(({ on, amount }) => ({ on, net: -amount })),
    )
  }
  return { from, to: today, cohorts: board.cohorts(currency), earlier: earlier.size }
}
