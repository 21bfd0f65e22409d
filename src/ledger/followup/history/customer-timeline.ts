import { type DayNumber, serial } from '../../day.ts'
import type { Facts, PastContact } from '../../reason/facts.ts'
import { newestComeback } from '../../standing/comebacks.ts'
import { declineAfter, lossAfter } from '../../standing/stage.ts'
import { visitsOf } from '../../standing/visits.ts'
import { tiers as allTiers, type Relation, type Tier } from '../../vocabulary.ts'
import { heldCoupons, lapsingPoints } from '../lapsing.ts'
import type { TierPolicy } from '../tier-policies.ts'
import { complaintsUpTo } from './complaint-events.ts'
import { changesOf, mayEverHave, ownHistory, type TimelinePerson, type TimelineSources } from './own-history.ts'
import { nextGapChange, nextLargeChange } from './shop-changes.ts'

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
  sources: TimelineSources,
  from: DayNumber,
  to: DayNumber,
): CustomerTimeline {
  const { purchases, events, shop, policy, ofTier } = sources
  const own = ownHistory(person, sources, from, to)
  const { place, contacts, payments, asked, debts, tiers, firsts, wishes, complaints, occasions } = own
  const { pointRows, coupons, regular, openedOn, openedVisits, large, comebacks, birthdays } = own
  const visits = visitsOf(purchases, place)
  // A purchase between the least and the most that "large" has meant may be large on some mornings alone.
  const sometimesLarge = large.filter(({ minor }) => minor < shop.most)
  const reach = Math.max(policy['due.thanks.until'], policy['due.after-sale.until']) + 1
  const largeOnes = { large, sometimes: sometimesLarge, reach }
  const changes = changesOf(own, purchases, from, to)
  let at = 0
  let morning = from
  let known = false
  let shopGap = 0
  let least: number | null = null

  const facts: Mutable = {
    customerId: person.id,
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

  function mayHave(fact: keyof Facts): boolean {
    if (fact === 'surveyEvery') return allTiers.some((tier) => (ofTier.get(tier)?.surveyEvery ?? 0) > 0)
    return mayEverHave[fact]?.(own) ?? true
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
    const ownGap = visits.gap
    const gap = ownGap ?? shopGap
    facts.purchaseDays = visits.days + before
    facts.lastBought = before > 0 && openedOn !== null ? Math.max(openedOn, visits.lastOn ?? openedOn) : visits.lastOn
    facts.ownGap = ownGap
    facts.gap = gap
    facts.lostOn = facts.lastBought === null ? null : facts.lastBought + Math.floor(lossAfter(gap)) + 1
    facts.slippingOn =
      facts.lastBought === null || facts.purchaseDays < 3 ? null : facts.lastBought + Math.ceil(declineAfter(gap))
    facts.newSince =
      before === 0 && own.accountOn > through && visits.firstOn !== null && firsts?.has(visits.firstOn)
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
      const entered = pointRows.filter(({ on }) => serial(on) <= through)
      facts.points = lapsingPoints(entered, day, policy)
    }
    if (coupons.length > 0) facts.coupons = heldCoupons(coupons, through)
    timeline.tier = tierOn(day)
    const { relation, surveyEvery, cadences } = ofTier.get(timeline.tier) as TierPolicy
    facts.relation = (person.relation as Relation | null) ?? relation
    facts.surveyEvery = surveyEvery
    facts.cadences = cadences
  }

  function tierOn(day: DayNumber): Tier {
    if (person.pinned_tier !== null && day >= own.pinnedOn && day <= own.pinnedUntil) return person.pinned_tier as Tier
    const bought = facts.purchaseDays > 0
    const sorted = tiers.findLast(({ on }) => on < day)
    if (sorted && sorted.reason !== 'staff' && !(sorted.reason === 'never-bought' && bought)) return sorted.tier
    return bought ? 'C' : 'D'
  }

  function nextChange(): DayNumber {
    let next = at < changes.length ? (changes[at] as number) + 1 : Number.POSITIVE_INFINITY
    if (sometimesLarge.length > 0) next = Math.min(next, nextLargeChange(shop, largeOnes, morning, next))
    if (facts.ownGap === null) next = Math.min(next, nextGapChange(shop, facts, morning, next))
    return next
  }

  function contactsOn(day: DayNumber): readonly PastContact[] {
    return contacts.length === 0 ? none : contacts.filter(({ on }) => on === day)
  }

  function isEventful(day: DayNumber): boolean {
    return at < changes.length && changes[at] === day
  }
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
