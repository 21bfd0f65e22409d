import type { Book } from '../book/book.ts'
import { type Day, type DayNumber, serial } from '../day.ts'
import { lastReached, unansweredOn } from '../reason/facts.ts'
import type { Reason } from '../reason/rules.ts'
import { lastClassifiedOn } from '../tier/current.ts'
import type { Tier } from '../vocabulary.ts'
import { choose, type DueCandidate, inRank, scoreOf } from './rank.ts'
import { type CustomerFacts, measureShop, readFacts, type ShopMeasures } from './read-facts.ts'
import { activeRulesOf, type DueReason, type Raised, reasonsOn, reasonsUntil } from './reasons.ts'
import { type DueRow, describeRows } from './row.ts'

/** Whom of the due customers is asked for. Lists mean any of them; of tags, all. */
export interface DueFilter {
  readonly reasons?: readonly Reason[] | undefined
  readonly tiers?: readonly Tier[] | undefined
  readonly tags?: readonly string[] | undefined
  readonly keepers?: readonly string[] | undefined
  /** Only these customers. */
  readonly only?: ReadonlySet<number> | undefined
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
  const rules = activeRulesOf(book.policy)
  const from = serial(book.today)
  const to = from + (filter.days ?? 0)
  const wanted = (raised: readonly Raised[]) => raised.length > 0 && (!filter.reasons?.length || raised.some(({ reason }) => filter.reasons?.includes(reason)))
  const [{ people, factsOf }, isAsked] = await Promise.all([readFacts(book), askedFor(book, filter)])
  const reasonsOf = ({ facts }: CustomerFacts, wakes: DayNumber) => reasonsUntil(facts, from, to, rules, (day) => day < wakes || unansweredOn(facts, day))
  const candidates: (DueCandidate & { readonly person: (typeof people)[number] })[] = []
  let snoozed = 0
  for (const person of people) {
    if (person.do_not_contact === 1 || person.archived === 1) continue
    const customer = factsOf(person)
    if (!isAsked(person, customer.tier)) continue
    const wakes = wakesOn(person, from)
    const raised = reasonsOf(customer, wakes)
    if (wanted(raised)) candidates.push({ person, ...weigh(customer, raised) })
    else if (wakes > from && wanted(reasonsOf(customer, from))) snoozed++
  }
  const chosen = filter.limit === 'all' ? inRank(candidates) : choose(candidates, filter.limit ?? book.policy['due.capacity'])
  const shown = typeof filter.limit === 'number' ? chosen.slice(0, filter.limit) : chosen
  const shownDue = shown.map(({ person, score }) => {
    const customer = factsOf(person)
    return { customer, score, raised: reasonsOf(customer, wakesOn(person, from)) }
  })
  const [classifiedOn, rows] = await Promise.all([lastClassifiedOn(book), describeRows(book, shownDue)])
  return {
    asOf: book.today,
    total: candidates.length,
    shown: shown.length,
    waiting: candidates.length - shown.length,
    snoozed,
    classifiedOn,
    currency: book.currency,
    rows,
  }
}

function wakesOn({ snoozed_until: until }: { readonly snoozed_until: Day | null }, from: DayNumber): DayNumber {
  return until === null ? from : serial(until)
}

function weigh({ facts, tier, standing }: CustomerFacts, raised: readonly Raised[]): DueCandidate {
  let daysOverdue = 0
  let comesFirst = false
  for (const one of raised) {
    daysOverdue = Math.max(daysOverdue, one.daysOverdue)
    comesFirst ||= one.first
  }
  return {
    customerId: facts.customerId,
    score: scoreOf(tier, raised),
    windowProfit: standing.windowProfit,
    lastReached: lastReached(facts),
    daysOverdue,
    first: comesFirst,
  }
}

async function askedFor(book: Book, { tiers, tags, keepers, only }: DueFilter) {
  const tagged = tags?.length ? await withTags(book, tags) : null
  return ({ id, keeper }: { readonly id: number; readonly keeper: string | null }, tier: Tier) =>
    (!only || only.has(id)) &&
    (!tiers?.length || tiers.includes(tier)) &&
    (!keepers?.length || (keeper !== null && keepers.includes(keeper))) &&
    (tagged === null || tagged.has(id))
}

/** Who carries all of these tags. */
async function withTags({ db }: Book, tags: readonly string[]): Promise<Set<number>> {
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
  const { people, factsOf } = await readFacts(book, [customerId], measures ?? (await measureShop(book)))
  const rules = activeRulesOf(book.policy)
  return people.map(factsOf).flatMap(({ facts }) => reasonsOn(facts, serial(book.today), rules).map((one) => one.tell()))
}

/** What one customer comes to be due for next, within a year, told as of the book's day; none when nothing is in sight. */
export async function nextReasons(book: Book, customerId: number, measures: ShopMeasures): Promise<DueReason[]> {
  const { people, factsOf } = await readFacts(book, [customerId], measures)
  const rules = activeRulesOf(book.policy)
  const from = serial(book.today)
  for (const { facts } of people.map(factsOf)) {
    for (let day = from + 1; day <= from + 366; day++) {
      const raised = reasonsOn(facts, day, rules, from)
      if (raised.length > 0) return raised.map((one) => one.tell())
    }
  }
  return []
}
