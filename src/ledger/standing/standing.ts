import type { Db } from '../../store/open.ts'
import type { Book } from '../book.ts'
import { addDays, type Day } from '../day.ts'
import type { Minor } from '../money.ts'
import { median } from './gap.ts'
import { type Only, readRefunding, readSums, type TicketReader } from './queries.ts'
import { tally } from './tally.ts'

/**
 * What a customer's purchases on or before the day add up to (SPEC 3, 6). A counted purchase is neither void nor refunded in full;
 * one of 0.00 counts. Openings of old rosters are not in here: see `stage/`.
 */
export interface Standing {
  readonly customerId: number
  /** Counted purchases, and the distinct days they fell on. */
  readonly purchases: number
  readonly days: number
  readonly firstOn: Day | null
  readonly lastOn: Day | null
  /** Median days between distinct purchase days; null under three days. */
  readonly gap: number | null
  /** Net of refunds and returns, over all time. */
  readonly spent: Minor
  readonly profit: Minor
  /** f and p of SPEC 3: counted purchases and profit in the window of `tier.windowDays`. */
  readonly turnover: number
  readonly windowProfit: Minor
  /** Net spend in the window, and the distinct days of its counted purchases. */
  readonly windowSpent: Minor
  readonly windowDays: number
}

/** What standings are worked out from: the day, the first day of the window, and the margin of purchases without a cost. */
export interface Span {
  readonly day: Day
  readonly from: Day
  readonly margin: number
}

/** The span of the policy: `tier.windowDays` days up to and including the book's day. */
export function spanOf({ today, policy }: Pick<Book, 'today' | 'policy'>): Span {
  return { day: today, from: addDays(today, 1 - policy['tier.windowDays']), margin: policy['tier.margin'] }
}

/**
 * Standings as of the book's day, by customer id. Customers without a purchase or a return are absent (`emptyStanding` is theirs); one
 * whose purchases were all refunded in full is there, with no purchases. Inside a change hand in `{ ...book, db }`.
 */
export async function readStandings(book: Pick<Book, 'db' | 'today' | 'policy'>, only?: Only, tickets?: TicketReader): Promise<Map<number, Standing>> {
  return standingsIn(book.db, spanOf(book), only, tickets)
}

/** The same for any span: rates compare two days. One pass over the purchases; customers with refunds or returns are tallied row by row. */
export async function standingsIn(db: Db, span: Span, only?: Only, tickets?: TicketReader): Promise<Map<number, Standing>> {
  const standings = await readSums(db, span, only, tickets)
  for (const { customerId, purchases, returns } of await readRefunding(db, span, only)) standings.set(customerId, tally(customerId, purchases, returns, span))
  return standings
}

export function emptyStanding(customerId: number): Standing {
  return {
    customerId,
    purchases: 0,
    days: 0,
    firstOn: null,
    lastOn: null,
    gap: null,
    spent: 0,
    profit: 0,
    turnover: 0,
    windowProfit: 0,
    windowSpent: 0,
    windowDays: 0,
  }
}

/** The shop's gap: the median of the gaps of customers who have one of their own, else 30 days (SPEC 6). */
export function shopGapOf(standings: Iterable<Pick<Standing, 'gap'>>): number {
  const gaps: number[] = []
  for (const { gap } of standings) if (gap !== null) gaps.push(gap)
  return gaps.length === 0 ? 30 : median(Float64Array.from(gaps).sort())
}

/** Standings are read of so many customers at a time: of 200,000 at once they take 250 MB (measured). */
const runLength = 2_000

/** The shop's gap as of the book's day. It reads every purchase: only where `shopGapOf` cannot be used. */
export async function readShopGap(book: Pick<Book, 'db' | 'today' | 'policy'>): Promise<number> {
  const { newest } = await book.db
    .selectFrom('customer')
    .select(({ fn }) => fn.max('id').as('newest'))
    .executeTakeFirstOrThrow()
  const gaps: { gap: number | null }[] = []
  for (let first = 1; first <= (newest ?? 0); first += runLength)
    for (const { gap } of (await readStandings(book, { first, last: first + runLength - 1 })).values()) if (gap !== null) gaps.push({ gap })
  return shopGapOf(gaps)
}
