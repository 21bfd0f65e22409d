import type { Book } from '../../book/book.ts'
import { type Day, type DayNumber, daySerial, serial } from '../../day.ts'
import { type Facts, isAbout, lastReached, type PastContact } from '../../reason/facts.ts'
import { isPromise, standingPromise } from '../../reason/promise.ts'
import type { HeldReason, Rule } from '../../reason/rule.ts'
import type { Reason } from '../../reason/rules.ts'
import { readPurchaseHistory } from '../../standing/purchase-history.ts'
import type { Tier } from '../../vocabulary.ts'
import { type ActiveRules, activeRulesOf, isOfRelation, silencedOn } from '../reasons.ts'
import {
  type CustomerTimeline,
  makeCustomerTimeline,
  type TimelinePerson,
  type TimelineSources,
} from './customer-timeline.ts'
import { readEvents } from './read-events.ts'
import { makeShopTimeline } from './shop-timeline.ts'

/**
 * How it ended that a reason held: a contact about it; they came or paid first, or were sorted anew; its time went by;
 * or it has not ended.
 */
export type EpisodeEnd = 'done' | 'fell-away' | 'lapsed' | 'open'

/** One time that a reason held for a customer, from the morning `due` first had it. */
export interface Episode {
  readonly customerId: number
  readonly reason: Reason
  /** Their tier that morning. */
  readonly tier: Tier
  readonly from: DayNumber
  /** It held already on the morning before the days looked at. */
  readonly before: boolean
  /** A birthday is in time up to the day itself. */
  readonly by: DayNumber
  /** They wait for an answer, with no day promised. */
  readonly waits: boolean
  end: EpisodeEnd
  /** The day of the contact, of what made it fall away, or the last on which it held; null while open. */
  endedOn: DayNumber | null
}

export type ReplayedCustomer = TimelinePerson & { readonly keeper: string | null }

/** What is needed to tell, for every morning of a number of days, what was due on it: read once for all customers. */
export interface Replay {
  /** Everyone who is neither archived nor staff and may be contacted. */
  readonly people: readonly ReplayedCustomer[]
  /** Every time a reason held for a customer in some of those days. */
  episodes(person: ReplayedCustomer, from: DayNumber, to: DayNumber): Episode[]
  /** Every reason on one morning, with the day it is due since: what `due` says before anything is entered that day. */
  morning(person: ReplayedCustomer, day: DayNumber): readonly { readonly reason: Reason; readonly dueOn: Day }[]
}

/** Reads it for the days from one to another; of some customers alone, where it is said of whom. */
export async function readReplay(
  book: Pick<Book, 'db' | 'policy'>,
  { from, to }: { from: Day; to: Day },
  only?: readonly number[],
): Promise<Replay> {
  const { db, policy } = book
  const [first, last] = [serial(from) - 1, serial(to) + 1]
  const purchases = await readPurchaseHistory(db, to)
  const sources: TimelineSources = {
    purchases,
    events: await readEvents(book, purchases, { since: daySerial(first), to }, only),
    // Who came back in the first days is told by the shop's gap of the days before.
    shop: makeShopTimeline(purchases, first - policy['due.welcome-back.until'] - 2, last, policy),
    policy,
  }
  const people = await db
    .selectFrom('customer')
    .select([
      'id',
      'joined_on',
      'entered_on',
      'birthday',
      'opening_visits',
      'opening_last_on',
      'pinned_tier',
      'pinned_on',
      'pinned_until',
      'relation',
      'keeper',
      'change_id',
    ])
    .where('archived', '=', 0)
    .where('do_not_contact', '=', 0)
    .where('kind', '<>', 'staff')
    .$if(only !== undefined, (query) => query.where('id', 'in', only ?? []))
    .orderBy('id')
    .execute()
  const rules = activeRulesOf(policy)
  return {
    people,
    episodes: (person, begin, end) =>
      begin > end
        ? []
        : episodesOf(
            person,
            makeCustomerTimeline(person, sources, begin - 1, end + 1),
            rules,
            begin,
            end,
            policy['due.promise.days'],
          ),
    morning(person, day) {
      const timeline = makeCustomerTimeline(person, sources, day, day)
      timeline.advanceTo(day)
      return holdingOn(timeline.facts, day, rules).flatMap(({ rule, found, shown }) =>
        shown ? [{ reason: rule.reason as Reason, dueOn: daySerial(found.dueOn) }] : [],
      )
    },
  }
}

interface HoldingReason {
  readonly rule: Rule
  readonly found: HeldReason
  /** `due` shows it: neither a contact of the last days nor a customer who declined holds it back. */
  readonly shown: boolean
}

function holdingOn(facts: Facts, day: DayNumber, { active, minGap }: ActiveRules): HoldingReason[] {
  const isSilent = silencedOn(facts, day, minGap)
  const holding: HoldingReason[] = []
  for (const { rule, own } of active) {
    if (!isOfRelation(rule, facts)) continue
    const found = rule.find(facts, day, own as never)
    if (found) holding.push({ rule, found, shown: !isSilent(rule) })
  }
  return holding
}

/** The first morning after a day on which what stands may be otherwise. */
function nextChange(timeline: CustomerTimeline, day: DayNumber, { active, minGap }: ActiveRules): DayNumber {
  let next = timeline.nextChange()
  const consider = (change: DayNumber) => {
    if (change > day && change < next) next = change
  }
  const { facts } = timeline
  for (const { rule, own } of active) {
    if (rule.changeDays) for (const change of rule.changeDays(facts, own as never)) consider(change)
    else consider(day + 1)
  }
  if (facts.contacts.length > 0) {
    consider((lastReached(facts) ?? Number.NEGATIVE_INFINITY) + minGap)
    for (const { outcome, on } of facts.contacts) if (outcome === 'declined') consider(on + 90)
  }
  return next
}

function episodesOf(
  person: ReplayedCustomer,
  timeline: CustomerTimeline,
  rules: ActiveRules,
  begin: DayNumber,
  end: DayNumber,
  promiseDays: number,
): Episode[] {
  const all: Episode[] = []
  const open = new Map<string, { readonly episode: Episode; readonly rule: Rule; dueOn: DayNumber }>()
  // Those that ended and may go on: the same birthday, the same purchase.
  const away = new Map<string, Episode>()
  // A customer is known from the morning after they were entered: what already holds then falls due on that day.
  let day = Math.max(begin - 1, timeline.facts.entered + 1)
  let would = new Map<string, boolean>()
  let eventful = false
  for (;;) {
    timeline.advanceTo(day)
    const holding = holdingOn(timeline.facts, day, rules)
    if (holding.length > 0 || open.size > 0) update(holding)
    if (day > end) return all
    const next = Math.min(nextChange(timeline, day, rules), end + 1)
    eventful = timeline.isEventful(next - 1)
    would = eventful && open.size > 0 ? stillOn(next, open, timeline.facts, rules) : new Map()
    day = next
  }

  function update(holding: readonly HoldingReason[]): void {
    const contacts = timeline.contactsOn(day - 1)
    const now = new Map(holding.map((one) => [keyOf(one), one]))
    for (const [key, held] of open) {
      const one = now.get(key)
      const about = contacts.some((contact) => isDone(contact, held.rule.reason))
      if (one && !(about && one.found.of === undefined && one.found.dueOn !== held.dueOn)) {
        held.dueOn = one.found.dueOn
        continue
      }
      open.delete(key)
      const { episode } = held
      episode.end = about ? 'done' : eventful && would.get(key) ? 'fell-away' : 'lapsed'
      episode.endedOn = day - 1
      if (key !== held.rule.reason) away.set(key, episode)
    }
    for (const [key, { rule, found, shown }] of now) {
      if (open.has(key)) continue
      const back = away.get(key)
      if (back) {
        away.delete(key)
        Object.assign(back, { end: 'open', endedOn: null } satisfies Partial<Episode>)
        open.set(key, { episode: back, rule, dueOn: found.dueOn })
      } else if (shown && day <= end) {
        const reason = rule.reason as Reason
        const episode: Episode = {
          customerId: person.id,
          reason,
          tier: timeline.tier,
          from: day,
          before: day < begin,
          by: reason === 'birthday' ? Math.max(day, found.of ?? day) : day,
          waits: reason === 'promise' && standingPromise(timeline.facts.contacts, promiseDays)?.made.nextOn === null,
          end: 'open',
          endedOn: null,
        }
        all.push(episode)
        open.set(key, { episode, rule, dueOn: found.dueOn })
      }
    }
  }
}

/** Which of the open ones would still hold on a morning if nothing were entered on the day before. */
function stillOn(
  day: DayNumber,
  open: ReadonlyMap<string, unknown>,
  facts: Facts,
  rules: ActiveRules,
): Map<string, boolean> {
  const keys = new Set(holdingOn(facts, day, rules).map(keyOf))
  return new Map([...open.keys()].map((key) => [key, keys.has(key)]))
}

function keyOf({ rule, found }: HoldingReason): string {
  return found.of === undefined ? rule.reason : `${rule.reason} ${found.of}`
}

/**
 * Reasons a message that was only sent does not settle; it may answer a question, which is told by the promise being
 * gone.
 */
const needsTalk: readonly string[] = ['complaint', 'debt']

/**
 * Whether a contact did what a reason asks for. Any that counts restarts the cadence; a promise is also settled by a
 * newer one.
 */
function isDone(contact: PastContact, reason: string): boolean {
  if (reason === 'promise' && isPromise(contact)) return true
  return (
    contact.counts &&
    (reason === 'cadence' || isAbout(contact, reason)) &&
    !(contact.outcome === 'sent' && needsTalk.includes(reason))
  )
}
