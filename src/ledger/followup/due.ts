import { engineOf } from '../../store/engine.ts'
import { askAll } from '../book/ask-all.ts'
import type { Book } from '../book/book.ts'
import { type EventAhead, eventsAhead } from '../care/event/events.ts'
import { type Day, type DayNumber, daySerial, serial } from '../day.ts'
import { lastReached, unansweredOn } from '../reason/facts.ts'
import type { Reason } from '../reason/rules.ts'
import { lastClassifiedOn } from '../tier/current.ts'
import type { Tier } from '../vocabulary.ts'
import { type Festival, festivalsAhead } from './festivals.ts'
import { choose, type DueCandidate, inRank, leastShown, scoreOf } from './rank.ts'
import { type CustomerFacts, readFacts, type ShopFacts } from './read-facts.ts'
import { activeRulesOf, type DueReason, type Raised, reasonsOn, reasonsUntil } from './reasons.ts'
import { restockReach } from './restock-reach.ts'
import { type DueRow, describeRows, readRowParts, type ShownDue } from './row.ts'
import { measureShop, type ShopReader } from './shop-reader.ts'

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
  /** Those of the next days, whom they concern and who has been greeted: told in one line, never as rows. */
  readonly festivals: readonly Festival[]
  /** Those of the next days, with how many are invited: one line each. */
  readonly events: readonly EventAhead[]
  /**
   * By customer, of whom the way to be spoken to is worth a word as they prefer it or refused another: whether only in
   * the shop is left. For the screen, not part of the value.
   */
  readonly shopOnly: Readonly<Record<number, boolean>>
  /**
   * By customer, of a look ahead: from which day a reason stands that is due but held back, by a contact of the last
   * days or a snooze. Not part of the value either.
   */
  readonly heldUntil: Readonly<Record<number, Readonly<Partial<Record<Reason, Day>>>>>
}

/** What is told beside the rows, asked at once. */
const nearReaders = { classifiedOn: lastClassifiedOn, festivals: festivalsAhead, events: eventsAhead }

/**
 * The list of SPEC 4: one row per customer with every reason that holds, in rank. It only reads; asked twice it answers
 * the same.
 */
export async function dueToday(book: Book, filter: DueFilter = {}): Promise<Due> {
  return (await dueBeside(book, filter, async () => null)).due
}

/** The same, and with it what `beside` asks of the ids that are shown, in any order. */
export async function dueBeside<Beside>(
  book: Book,
  filter: DueFilter,
  beside: (ids: readonly number[]) => Promise<Beside>,
): Promise<{ due: Due; beside: Beside }> {
  const [facts, isAsked] = await Promise.all([
    readFacts(book, undefined, undefined, (shop) => readAhead(book, shop, filter)),
    whoIsAsked(book, filter),
  ])
  const nearby = askAll(nearReaders, book, facts)
  nearby.catch(() => {})
  const { candidates, snoozed, reasonsOf } = await findDue(book, facts, isAsked, filter)
  const chosen =
    filter.limit === 'all' ? inRank(candidates) : choose(candidates, filter.limit ?? book.policy['due.capacity'])
  const shown = typeof filter.limit === 'number' ? chosen.slice(0, filter.limit) : chosen
  const ids = shown.map(({ customerId }) => customerId)
  const describing = readRowParts(
    book,
    shown.map(({ person }) => facts.factsOf(person)),
  )
  const [, parts, near, further] = await Promise.all([facts.learnItems(ids), describing, nearby, beside(ids)])
  const shownDue = inRank(
    shown.map(({ person }) => {
      const customer = facts.factsOf(person)
      const raised = reasonsOf(customer, wakesOn(person, facts.day))
      return { customer, raised, ...weigh(customer, raised) }
    }),
  )
  const due = {
    asOf: book.today,
    total: candidates.length,
    shown: shown.length,
    waiting: candidates.length - shown.length,
    snoozed,
    classifiedOn: near.classifiedOn,
    currency: book.currency,
    rows: describeRows(book, shownDue, parts),
    festivals: near.festivals,
    events: near.events,
    shopOnly: parts.shopOnly,
    heldUntil: heldUntil(shownDue, facts.day),
  }
  return { due, beside: further }
}

function heldUntil(shown: readonly ShownDue[], today: DayNumber): Due['heldUntil'] {
  return Object.fromEntries(
    shown.flatMap(({ customer, raised }) => {
      const held = raised.filter(({ on }) => on > today).map(({ reason, on }) => [reason, daySerial(on)] as const)
      return held.length > 0 ? [[customer.facts.customerId, Object.fromEntries(held)]] : []
    }),
  )
}

/** Of so many customers the items are read at once. */
const fewPeople = 5_000

/**
 * Whose items are read before it is known who is due, where it spares a way to a server and back: of everyone for whom
 * they could matter.
 */
function readAhead(book: Book, shop: ShopFacts, filter: DueFilter): number[] {
  if (!engineOf(book.db).away || shop.people.length > fewPeople) return []
  const restock = restockReach(activeRulesOf(book.policy), shop.day, shop.day + (filter.days ?? 0))
  return shop.people.flatMap((person) => (restock.mayHold(shop.factsOf(person)) ? [person.id] : []))
}

type Person = ShopFacts['people'][number]
type PersonDue = DueCandidate & Pick<CustomerFacts, 'tier' | 'standing'> & { readonly person: Person }
type ReasonsOf = (customer: CustomerFacts, wakes: DayNumber) => Raised[]

/** Everyone who is due, and how many are snoozed who would be. */
async function findDue(book: Book, shop: ShopFacts, isAsked: IsAsked, filter: DueFilter) {
  const rules = activeRulesOf(book.policy)
  const capacity = filter.limit ?? book.policy['due.capacity']
  const from = shop.day
  const to = from + (filter.days ?? 0)
  const wanted = (raised: readonly Raised[]) =>
    raised.length > 0 && (!filter.reasons?.length || raised.some(({ reason }) => filter.reasons?.includes(reason)))
  const reasonsOf: ReasonsOf = ({ facts }, wakes) =>
    reasonsUntil(facts, from, to, rules, (day) => day < wakes || unansweredOn(facts, day))
  const restock = restockReach(rules, from, to)
  const asksRestock = !filter.reasons?.length || filter.reasons.includes('restock')
  const candidates: PersonDue[] = []
  const unread: Person[] = []
  let snoozed = 0
  const judge = (person: Person) => {
    const customer = shop.factsOf(person)
    if (!isAsked(person, customer.tier)) return
    const wakes = wakesOn(person, from)
    const raised = reasonsOf(customer, wakes)
    if (wanted(raised))
      candidates.push({ ...weigh(customer, raised), person, tier: customer.tier, standing: customer.standing })
    else if (wakes > from && wanted(reasonsOf(customer, from))) snoozed++
    else if (asksRestock && restock.mayHold(customer)) unread.push(person)
  }
  for (const person of shop.people) if (person.do_not_contact === 0 && person.archived === 0) judge(person)
  // What is learnt of the others can only make it harder to be shown.
  const least = capacity === 'all' ? null : leastShown(candidates, capacity)
  const again: number[] = []
  for (const [at, one] of candidates.entries()) {
    const isNear = least === null || one.first || restock.mayBring(one, one, least)
    if (isNear && restock.mayHold(shop.factsOf(one.person))) again.push(at)
  }
  await shop.learnItems([...unread.map(({ id }) => id), ...again.map((at) => candidates[at]?.customerId ?? 0)])
  for (const at of again) {
    const one = candidates[at] as PersonDue
    const customer = shop.factsOf(one.person)
    candidates[at] = { ...one, ...weigh(customer, reasonsOf(customer, wakesOn(one.person, from))) }
  }
  for (const person of unread.splice(0)) judge(person)
  return { candidates, snoozed, reasonsOf }
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

type IsAsked = (person: { readonly id: number; readonly keeper: string | null }, tier: Tier) => boolean

async function whoIsAsked(book: Book, { tiers, tags, keepers, only }: DueFilter): Promise<IsAsked> {
  const tagged = tags?.length ? await withTags(book, tags) : null
  return ({ id, keeper }, tier) =>
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
 * Every reason that holds for one customer on the book's day, the weightiest first, snoozed or not: what `why` explains
 * and `done` settles. Inside a change hand in `{ ...book, db }`; `measure` spares reading the whole shop again.
 */
export async function reasonsFor(
  book: Book,
  customerId: number,
  measure: ShopReader = measureShop(book),
): Promise<DueReason[]> {
  const { people, factsOf, learnItems } = await readFacts(book, [customerId], measure)
  await learnItems([customerId])
  const rules = activeRulesOf(book.policy)
  return people
    .map(factsOf)
    .flatMap(({ facts }) => reasonsOn(facts, serial(book.today), rules).map((one) => one.tell()))
}

/**
 * What one customer comes to be due for next, within a year, told as of the book's day; none when nothing is in sight.
 */
export async function nextReasons(book: Book, customerId: number, measure: ShopReader): Promise<DueReason[]> {
  const { people, factsOf, learnItems } = await readFacts(book, [customerId], measure)
  await learnItems([customerId])
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
