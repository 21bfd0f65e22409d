import { type DayNumber, serial } from '../day.ts'
import { lastReached, unansweredOn } from '../reason/facts.ts'
import type { CustomerFacts } from './customer-facts.ts'
import type { DueFilter, IsAsked } from './due-filter.ts'
import type { PersonRow } from './people.ts'
import { choose, type DueCandidate, inRank, leastShown, scoreOf } from './rank.ts'
import type { ShopFacts } from './read-facts.ts'
import { type Raised, reasonsUntil } from './reasons.ts'
import { restockReach } from './restock-reach.ts'

/** A customer who is due, with the reasons, the weightiest first. */
export interface DueCustomer extends DueCandidate {
  readonly customer: CustomerFacts
  readonly raised: readonly Raised[]
}

export interface FoundDue {
  /** Who is due in all. */
  readonly total: number
  /** How many are snoozed who would be. */
  readonly snoozed: number
  /** Whom to show. */
  readonly shown: readonly PersonRow[]
  /** Those to show, in rank, by all that is known of them by now: learn their items and large purchases first. */
  inFull(): DueCustomer[]
}

/** What is held of a candidate: everybody's facts would be too many. */
type Candidate = DueCandidate & Pick<CustomerFacts, 'tier' | 'bought'> & { readonly person: PersonRow }

/**
 * Who is due on the shop's day or within `filter.days` after it, and who of them is shown: as many as `filter.limit`
 * says or, without it, as there is `capacity` for and those who are shown whatever it is.
 */
export async function findDue(
  shop: ShopFacts,
  isAsked: IsAsked,
  { reasons: asked, days = 0, limit }: DueFilter,
  capacity: number,
): Promise<FoundDue> {
  const [from, to] = [shop.day, shop.day + days]
  const restock = restockReach(shop.rules, from, to)
  const asksRestock = !asked?.length || asked.includes('restock')
  const isWanted = (raised: readonly Raised[]) =>
    raised.length > 0 && (!asked?.length || raised.some(({ reason }) => asked.includes(reason)))
  const reasonsOf = ({ facts }: CustomerFacts, wakes: DayNumber) =>
    reasonsUntil(facts, from, to, shop.rules, (day) => day < wakes || unansweredOn(facts, day))
  let candidates: Candidate[] = []
  let snoozed = 0
  /** Finds out whether somebody is due; tells whether what they buy again and again could still make them so. */
  const judge = (person: PersonRow): boolean => {
    const customer = shop.factsOf(person)
    const { tier, bought } = customer
    if (!isAsked(person, tier)) return false
    const wakes = wakesOn(person, from)
    const raised = reasonsOf(customer, wakes)
    if (isWanted(raised)) candidates.push({ ...weigh(customer, raised), tier, bought, person })
    else if (wakes > from && isWanted(reasonsOf(customer, from))) snoozed++
    else return asksRestock && restock.mayHold(customer)
    return false
  }
  const unread = shop.people.filter((person) => person.rest.isContacted && judge(person))
  // What is learnt of the others can only make it harder to be shown.
  const least = limit === 'all' ? null : leastShown(candidates, limit ?? capacity)
  const isOpen = (one: Candidate) =>
    (least === null || one.first || restock.mayBring(one, least)) && restock.mayHold(shop.factsOf(one.person))
  const { open = [], settled = [] } = Object.groupBy(candidates, (one) => (isOpen(one) ? 'open' : 'settled'))
  const again = [...unread, ...open.map(({ person }) => person)]
  await shop.learnItems(again.map(({ id }) => id))
  candidates = settled
  for (const person of again) judge(person)
  const chosen = limit === 'all' ? inRank(candidates) : choose(candidates, limit ?? capacity)
  const shown = (typeof limit === 'number' ? chosen.slice(0, limit) : chosen).map(({ person }) => person)
  return {
    total: candidates.length,
    snoozed,
    shown,
    inFull() {
      const due = shown.map((person) => {
        const customer = shop.factsOf(person)
        const raised = reasonsOf(customer, wakesOn(person, from))
        return { customer, raised, ...weigh(customer, raised) }
      })
      return inRank(due)
    },
  }
}

function wakesOn({ rest: { snoozedUntil: until } }: PersonRow, from: DayNumber): DayNumber {
  return until === null ? from : serial(until)
}

function weigh({ facts, tier, bought }: CustomerFacts, raised: readonly Raised[]): DueCandidate {
  let daysOverdue = 0
  let first = false
  for (const one of raised) {
    daysOverdue = Math.max(daysOverdue, one.daysOverdue)
    first ||= one.first
  }
  return {
    customerId: facts.customerId,
    score: scoreOf(tier, raised),
    windowProfit: bought.windowProfit,
    lastReached: lastReached(facts),
    daysOverdue,
    first,
  }
}
