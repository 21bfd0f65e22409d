import type { Policy } from '../../book/policy/policy.ts'
import { type DayNumber, daySerial, serial } from '../../day.ts'
import { birthdayIn } from '../../identity/birthday.ts'
import type { Facts, LargePurchase, PastContact } from '../../reason/facts.ts'
import { comebacksOf, newestComeback } from '../../standing/comebacks.ts'
import type { PurchaseHistory } from '../../standing/purchase-history.ts'
import { declineAfter, lossAfter } from '../../standing/stage.ts'
import { visitsOf } from '../../standing/visits.ts'
import { tiers as allTiers, type Relation, type Tier } from '../../vocabulary.ts'
import { heldCoupons, lapsingPoints } from '../lapsing.ts'
import { overMornings } from '../noted-occasions.ts'
import { regularItemsOver } from '../regular-items.ts'
import { complaintsUpTo, eventDaysOf } from './complaint-events.ts'
import type { CustomerEvents } from './read-events.ts'
import { changeDaysOf, type ShopTimeline } from './shop-timeline.ts'

/** What of a customer's row a timeline is made from. */
export interface TimelinePerson {
  readonly id: number
  readonly joined_on: string | null
  readonly entered_on: string
  readonly birthday: string | null
  readonly opening_visits: number | null
  readonly opening_last_on: string | null
  readonly pinned_tier: string | null
  readonly pinned_on: string | null
  readonly pinned_until: string | null
  readonly relation: string | null
  readonly change_id: number
}

export interface TimelineSources {
  readonly purchases: PurchaseHistory
  readonly events: CustomerEvents
  readonly shop: ShopTimeline
  readonly policy: Policy
  readonly ofTier: ReadonlyMap<Tier, TierPolicy>
}

/** What the policy says of the customers of a tier: put together once, as it is asked for millions of times. */
export interface TierPolicy {
  readonly relation: Relation
  readonly surveyEvery: number
  readonly cadences: Facts['cadences']
}

export function tierPolicies(policy: Policy): ReadonlyMap<Tier, TierPolicy> {
  const [lost, first] = [policy['cadence.lost'], policy['cadence.first']]
  return new Map(
    allTiers.map((tier) => [
      tier,
      {
        relation: policy[`relation.${tier}`],
        surveyEvery: policy[`survey.every.${tier}`],
        cadences: { tier: policy[`cadence.${tier}`], lost, first },
      },
    ]),
  )
}

/** The facts of one customer on one morning after another. */
export interface CustomerTimeline {
  /** As they stand on the morning last advanced to. */
  readonly facts: Facts
  readonly tier: Tier
  /**
   * Goes on to a morning, never back: what was entered on the days before it is known, what came that day is not. Tells
   * whether the facts may differ from those of the morning before.
   */
  advanceTo(morning: DayNumber): boolean
  /** Whether a fact can be anything but empty, null or 0 on some morning. */
  mayHave(fact: keyof Facts): boolean
  /** The first later morning on which the facts may differ. */
  nextChange(): DayNumber
  /** The contacts of a day. */
  contactsOn(day: DayNumber): readonly PastContact[]
  /** Whether anything was entered on a day. */
  isEventful(day: DayNumber): boolean
}

type Mutable = { -readonly [Key in keyof Facts]: Facts[Key] }

const none: readonly never[] = []

/** The timeline of a customer from one morning to another, by the same rules as `readFacts` for one day. */
export function makeCustomerTimeline(
  person: TimelinePerson,
  { purchases, events, shop, policy, ofTier }: TimelineSources,
  from: DayNumber,
  to: DayNumber,
): CustomerTimeline {
  const { id } = person
  const place = purchases.places.get(id) ?? ([0, 0] as const)
  const visits = visitsOf(purchases, place)
  const contacts = events.contacts.get(id) ?? none
  const payments = events.payments.get(id) ?? none
  const asked = events.asked.get(id) ?? none
  const debts = events.debts.get(id) ?? none
  const tiers = events.tiers.get(id) ?? none
  const firsts = events.firsts.get(id)
  const accountOn = events.opened.get(id) ?? Number.POSITIVE_INFINITY
  const wishes = events.wishes.get(id) ?? none
  const complaints = events.complaints.get(id) ?? none
  const reachAhead = Math.max(0, ...(events.occasions.get(id) ?? none).map((one) => one.ahead ?? 0))
  const occasions = (events.occasions.get(id) ?? none).map((one) =>
    overMornings(one, from - 1, to + Math.max(reachAhead, policy['due.occasion.days']) + 1),
  )
  const pointRows = events.points.get(id) ?? none
  const coupons = events.coupons.get(id) ?? none
  const regular = regularItemsOver(events.bought(id))
  const openedOn = person.opening_last_on === null ? null : serial(person.opening_last_on)
  const openedVisits = person.opening_visits ?? (openedOn === null ? 0 : 1)
  const pinnedOn = person.pinned_on === null ? Number.NEGATIVE_INFINITY : serial(person.pinned_on)
  const pinnedUntil = person.pinned_until === null ? Number.POSITIVE_INFINITY : serial(person.pinned_until)
  const large = largest(purchases, place, shop.least)
  // A purchase between the least and the most that "large" has meant may be large on some mornings alone.
  const sometimesLarge = large.filter(({ minor }) => minor < shop.most)
  const reach = Math.max(policy['due.thanks.until'], policy['due.after-sale.until']) + 1
  const comebacks = comebacksOf(
    purchases,
    place,
    { visits: openedVisits, lastOn: openedOn },
    (day) => shop.gap(day + 1),
    {
      from: from - policy['due.welcome-back.until'] - 1,
      to,
    },
  )
  const birthdays = birthdaysOf(person, policy, from, to)
  const changes = changesOf()
  let at = 0
  let morning = from
  let known = false
  let shopGap = 0
  let least: number | null = null

  const facts: Mutable = {
    customerId: id,
    joined: person.joined_on === null ? null : serial(person.joined_on),
    entered: serial(person.entered_on),
    undated: person.joined_on === null && events.imports.has(person.change_id),
    birthday: person.birthday,
    birthdays: (first, last) => birthdays.filter((day) => day >= first && day <= last),
    purchaseDays: 0,
    ownGap: null,
    gap: 30,
    newSince: null,
    returnedOn: null,
    lastBought: null,
    lastPaid: null,
    slippingOn: null,
    lostOn: null,
    large: none,
    unpaid: null,
    lastAsked: null,
    unhappySince: null,
    items: none,
    wishes: none,
    complaints: none,
    occasions: none,
    points: none,
    coupons: none,
    contacts: none,
    relation: 'proactive',
    keeper: null,
    surveyEvery: 0,
    cadences: (ofTier.get('D') as TierPolicy).cadences,
  }
  const timeline = { facts: facts as Facts, tier: 'D' as Tier, advanceTo, mayHave, nextChange, contactsOn, isEventful }
  return timeline

  function changesOf(): DayNumber[] {
    const days = changeDaysOf(purchases, place, from, to + 1)
    const bought = days.length
    const add = (day: DayNumber) => {
      if (day >= from && day <= to) days.push(day)
    }
    for (const { on } of contacts) add(on)
    for (const on of payments) add(on)
    for (const { on } of asked) add(on)
    for (const { on } of debts) add(on)
    for (const { on } of tiers) add(on)
    for (const { arrivedOn, endedOn } of wishes) {
      add(arrivedOn)
      add(endedOn)
    }
    for (const one of complaints) eventDaysOf(one).forEach(add)
    for (const { notedOn } of occasions) add(notedOn)
    for (const { on } of pointRows) add(serial(on))
    for (const { givenOn, used } of coupons) {
      add(givenOn)
      for (const { on, backOn } of used) {
        add(on)
        add(backOn)
      }
    }
    add(accountOn)
    // These change the morning of their own day.
    if (openedOn !== null) add(openedOn - 1)
    if (person.pinned_tier !== null) {
      add(pinnedOn - 1)
      add(pinnedUntil)
    }
    return days.length === bought ? days : [...new Set(days)].sort((one, other) => one - other)
  }

  function mayHave(fact: keyof Facts): boolean {
    switch (fact) {
      case 'birthday':
        return birthdays.length > 0
      case 'newSince':
        return firsts !== undefined
      case 'returnedOn':
        return comebacks.length > 0
      case 'slippingOn':
        return place[1] - place[0] + openedVisits >= 3
      case 'large':
        return large.length > 0
      case 'unpaid':
        return debts.length > 0
      case 'unhappySince':
        return asked.some(({ unhappy }) => unhappy)
      case 'items':
        return !regular.isNothing
      case 'wishes':
        return wishes.length > 0
      case 'complaints':
        return complaints.length > 0
      case 'points':
        return pointRows.length > 0
      case 'coupons':
        return coupons.length > 0
      case 'contacts':
        return contacts.length > 0
      case 'surveyEvery':
        return allTiers.some((tier) => (ofTier.get(tier)?.surveyEvery ?? 0) > 0)
      default:
        return true
    }
  }

  function advanceTo(day: DayNumber): boolean {
    const through = day - 1
    const until = at
    while (at < changes.length && (changes[at] as number) <= through) at++
    morning = day
    const measures = [shop.gap(day), shop.large(day)] as const
    // The measures of the shop change from morning to morning, for few of whom they matter.
    const isSame =
      known &&
      until === at &&
      (shopGap === measures[0] || facts.ownGap !== null) &&
      (least === measures[1] || (sometimesLarge.length === 0 && (least === null) === (measures[1] === null))) &&
      pointRows.length === 0
    if (isSame) return false
    ;[shopGap, least] = measures
    known = true
    learn(day, through)
    return true
  }

  function learn(day: DayNumber, through: DayNumber): void {
    visits.advanceTo(through)
    const before = openedOn !== null && openedOn > day ? 0 : openedVisits
    const own = visits.gap
    const gap = own ?? shopGap
    facts.purchaseDays = visits.days + before
    facts.lastBought = before > 0 && openedOn !== null ? Math.max(openedOn, visits.lastOn ?? openedOn) : visits.lastOn
    facts.ownGap = own
    facts.gap = gap
    facts.lostOn = facts.lastBought === null ? null : facts.lastBought + Math.floor(lossAfter(gap)) + 1
    facts.slippingOn =
      facts.lastBought === null || facts.purchaseDays < 3 ? null : facts.lastBought + Math.ceil(declineAfter(gap))
    facts.newSince =
      before === 0 && accountOn > through && visits.firstOn !== null && firsts?.has(visits.firstOn)
        ? visits.firstOn
        : null
    facts.returnedOn = comebacks.length === 0 ? null : newestComeback(comebacks, purchases, place, through)
    if (payments.length > 0) facts.lastPaid = payments.findLast((on) => on <= through) ?? null
    if (debts.length > 0) facts.unpaid = debts.findLast(({ on }) => on <= through)?.unpaid ?? null
    if (asked.length > 0) {
      const newest = asked.findLast(({ on }) => on <= through)
      facts.lastAsked = newest?.on ?? null
      facts.unhappySince = newest?.unhappy ? newest.on : null
    }
    if (contacts.length > 0) facts.contacts = upTo(contacts, through, facts.contacts)
    const enough = least
    if (large.length > 0)
      facts.large =
        enough === null
          ? none
          : large.filter((one) => one.on <= through && one.refundedOn > through && one.minor >= enough)
    if (!regular.isNothing) facts.items = regular.through(through)
    if (wishes.length > 0)
      facts.wishes = wishes.filter(({ arrivedOn, endedOn }) => arrivedOn <= through && endedOn > through)
    if (complaints.length > 0) facts.complaints = complaintsUpTo(complaints, through)
    if (occasions.length > 0) facts.occasions = occasions.filter(({ notedOn }) => notedOn <= through)
    if (pointRows.length > 0) {
      const known = pointRows.filter(({ on }) => serial(on) <= through)
      facts.points = lapsingPoints(known, day, policy)
    }
    if (coupons.length > 0) facts.coupons = heldCoupons(coupons, through)
    timeline.tier = tierOn(day)
    const { relation, surveyEvery, cadences } = ofTier.get(timeline.tier) as TierPolicy
    facts.relation = (person.relation as Relation | null) ?? relation
    facts.surveyEvery = surveyEvery
    facts.cadences = cadences
  }

  function tierOn(day: DayNumber): Tier {
    if (person.pinned_tier !== null && day >= pinnedOn && day <= pinnedUntil) return person.pinned_tier as Tier
    const bought = facts.purchaseDays > 0
    const sorted = tiers.findLast(({ on }) => on < day)
    if (sorted && sorted.reason !== 'staff' && !(sorted.reason === 'never-bought' && bought)) return sorted.tier
    return bought ? 'C' : 'D'
  }

  function nextChange(): DayNumber {
    let next = at < changes.length ? (changes[at] as number) + 1 : Number.POSITIVE_INFINITY
    if (sometimesLarge.length > 0) next = Math.min(next, nextLargeChange(next))
    if (facts.ownGap === null && facts.lastBought !== null) next = Math.min(next, nextGapChange(facts.lastBought, next))
    return next
  }

  /**
   * The first morning before another on which the shop's gap makes a customer without one of their own another: from
   * three purchase days on by any change of it, before that (they never slip) when they come to be lost by it, or no
   * longer are.
   */
  function nextGapChange(lastBought: DayNumber, before: DayNumber): DayNumber {
    const isLost = facts.lostOn !== null && morning >= facts.lostOn
    for (const [at, change] of shop.lossChanges.entries()) {
      if (facts.purchaseDays >= 3) break
      if (change >= before) return Number.POSITIVE_INFINITY
      const until = shop.lossChanges[at + 1] ?? Number.POSITIVE_INFINITY
      if (until <= morning) continue
      const lostOn = lastBought + Math.floor(lossAfter(shop.gap(change))) + 1
      const [first, last] = [Math.max(change, morning + 1), Math.min(until, before) - 1]
      if (first > last) continue
      if (first >= lostOn !== isLost) return first
      if (!isLost && lostOn <= last) return lostOn
    }
    return facts.purchaseDays >= 3
      ? (shop.gapChanges.find((day) => day > morning) ?? Number.POSITIVE_INFINITY)
      : Number.POSITIVE_INFINITY
  }

  /**
   * The first morning before another on which a purchase is large that was not, or the other way round, while they are
   * still thanked for.
   */
  function nextLargeChange(before: DayNumber): DayNumber {
    const newest = large.findLast(({ on }) => on < morning)?.on ?? Number.NEGATIVE_INFINITY
    const end = Math.min(before, newest + reach + 1)
    for (let day = morning + 1; day < end; day++) {
      const [was, now] = [shop.large(day - 1) ?? Number.POSITIVE_INFINITY, shop.large(day) ?? Number.POSITIVE_INFINITY]
      if (was !== now && sometimesLarge.some(({ on, minor }) => on < day && minor >= was !== minor >= now)) return day
    }
    return Number.POSITIVE_INFINITY
  }

  function contactsOn(day: DayNumber): readonly PastContact[] {
    return contacts.length === 0 ? none : contacts.filter(({ on }) => on === day)
  }

  function isEventful(day: DayNumber): boolean {
    return at < changes.length && changes[at] === day
  }
}

/** With its money in numbers too: the sentence is of no interest here. */
interface OnceLarge extends LargePurchase {
  readonly refundedOn: DayNumber
  readonly minor: number
}

/** The purchases of a customer that were large on some morning. */
function largest(
  { days, amounts, refundedOn, linked }: PurchaseHistory,
  [from, to]: readonly [number, number],
  least: number,
): OnceLarge[] {
  const found: OnceLarge[] = []
  for (let place = from; place < to; place++) {
    const amount = amounts[place] as number
    if (amount < least) continue
    found.push({
      on: days[place] as number,
      amount: '',
      item: null,
      minor: amount,
      refundedOn: refundedOn.get(place) ?? Number.POSITIVE_INFINITY,
      linked: linked.has(place),
    })
  }
  return found
}

function upTo(
  contacts: readonly PastContact[],
  through: DayNumber,
  known: readonly PastContact[],
): readonly PastContact[] {
  let count = known.length
  while (count < contacts.length && (contacts[count] as PastContact).on <= through) count++
  return count === known.length ? known : contacts.slice(0, count)
}

function birthdaysOf(
  { birthday }: TimelinePerson,
  policy: Policy,
  from: DayNumber,
  to: DayNumber,
): readonly DayNumber[] {
  if (birthday === null || !policy['due.birthday.on']) return none
  return birthdayIn(
    birthday,
    daySerial(from - policy['due.birthday.until'] - 1),
    daySerial(to + policy['due.birthday.days'] + 1),
  ).map(serial)
}
