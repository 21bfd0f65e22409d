import type { Book } from '../book.ts'
import { type Day, serial } from '../day.ts'
import { lastClassifiedOn } from '../tier/current.ts'
import type { Tier } from '../tier/method.ts'
import { type Account, measureShop, readAccounts, type ShopMeasures } from './accounts.ts'
import { lastReached, unansweredOn } from './facts.ts'
import { type Candidate, choose, inRank } from './rank.ts'
import { type DueReason, judgingBy, type Raised, reasonsOn, reasonsUntil } from './reasons.ts'
import { type DueRow, describeRows } from './row.ts'
import type { DayNumber } from './rule.ts'
import type { Reason } from './rules.ts'

/** Whom of the due customers is asked for. Lists mean any of them; of tags, all. */
export interface DueFilter {
  readonly reasons?: readonly Reason[] | undefined
  readonly tiers?: readonly Tier[] | undefined
  readonly tags?: readonly string[] | undefined
  readonly keepers?: readonly string[] | undefined
  /** What comes due in so many days is listed too. */
  readonly days?: number | undefined
  /** At most so many rows; without it `due.capacity` with those who are always shown; 'all' shows everyone. */
  readonly limit?: number | 'all' | undefined
}

/** Whom to get in touch with on the book's day, and why. */
export interface Due {
  readonly asOf: Day
  readonly total: number
  readonly shown: number
  readonly waiting: number
  readonly snoozed: number
  readonly classifiedOn: Day | null
  readonly currency: string
  readonly rows: readonly DueRow[]
}

/** The list of SPEC 4: one row per customer with every reason that holds, in rank. It only reads; asked twice it answers the same. */
export async function dueToday(book: Book, filter: DueFilter = {}): Promise<Due> {
  const accounts = await accountsAsked(book, filter)
  const candidates: (Candidate & { readonly account: Account })[] = []
  let snoozed = 0
  const judging = judgingBy(book.policy)
  const from = serial(book.today)
  const to = from + (filter.days ?? 0)
  const wanted = (raised: readonly Raised[]) => raised.length > 0 && (!filter.reasons?.length || raised.some(({ reason }) => filter.reasons?.includes(reason)))
  for (const account of accounts) {
    const { facts, tier, standing, snoozedUntil } = account
    const unanswered = (day: DayNumber) => unansweredOn(facts, day)
    const wakes = snoozedUntil === null ? from : serial(snoozedUntil)
    const raised = reasonsUntil(facts, from, to, judging, (day) => day < wakes || unanswered(day))
    if (wanted(raised))
      candidates.push({ account, customerId: facts.customerId, tier, windowProfit: standing.windowProfit, lastReached: lastReached(facts), raised })
    else if (wakes > from && wanted(reasonsUntil(facts, from, to, judging, unanswered))) snoozed++
  }
  const ranked = inRank(candidates)
  const chosen = filter.limit === 'all' ? ranked : choose(ranked, filter.limit ?? book.policy['due.capacity'])
  const shown = typeof filter.limit === 'number' ? chosen.slice(0, filter.limit) : chosen
  return {
    asOf: book.today,
    total: ranked.length,
    shown: shown.length,
    waiting: ranked.length - shown.length,
    snoozed,
    classifiedOn: await lastClassifiedOn(book),
    currency: book.currency,
    rows: await describeRows(book, shown),
  }
}

async function accountsAsked(book: Book, { tiers, tags, keepers }: DueFilter): Promise<Account[]> {
  const tagged = tags?.length ? await carrying(book, tags) : null
  const accounts = await readAccounts(book)
  return accounts.filter(
    ({ facts, tier, keeper, doNotContact, archived }) =>
      !doNotContact &&
      !archived &&
      (!tiers?.length || tiers.includes(tier)) &&
      (!keepers?.length || (keeper !== null && keepers.includes(keeper))) &&
      (tagged === null || tagged.has(facts.customerId)),
  )
}

/** Who carries all of these tags. */
async function carrying({ db }: Book, tags: readonly string[]): Promise<Set<number>> {
  const distinct = [...new Set(tags)]
  const rows = await db
    .selectFrom('tag')
    .select('customer_id')
    .where('tag', 'in', distinct)
    .groupBy('customer_id')
    .having(({ fn }) => fn.count('tag'), '=', distinct.length)
    .execute()
  return new Set(rows.map(({ customer_id }) => customer_id))
}

/**
 * Every reason that holds for one customer on the book's day, the weightiest first, snoozed or not: what `why` explains and `done`
 * settles. Inside a change hand in `{ ...book, db }`; `measures` (of `measureShop`) spares reading the whole shop again.
 */
export async function reasonsFor(book: Book, customerId: number, measures?: ShopMeasures): Promise<DueReason[]> {
  const accounts = await readAccounts(book, [customerId], measures ?? (await measureShop(book)))
  const judging = judgingBy(book.policy)
  return accounts.flatMap(({ facts }) => reasonsOn(facts, serial(book.today), judging).map((one) => one.tell()))
}
