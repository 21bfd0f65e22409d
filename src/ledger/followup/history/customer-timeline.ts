import { type DayNumber, serial } from '../../day.ts'
import type { Facts, PastContact } from '../../reason/facts.ts'
import { newestComeback } from '../../standing/comebacks.ts'
import { declineAfter, lastOf, lossAfter } from '../../standing/stage.ts'
import { type VisitsSoFar, visitsOf } from '../../standing/visits.ts'
import type { TierEvent } from '../../tier/history.ts'
import type { Relation, Tier } from '../../vocabulary.ts'
import { heldCoupons, lapsingPoints } from '../lapsing.ts'
import type { PersonRow } from '../people.ts'
import type { TierPolicy } from '../tier-policies.ts'
import { complaintsUpTo } from './complaint-events.ts'
import { allBits, bitsOf } from './fact-bits.ts'
import {
  changesOf,
  largeReach,
  type OnceLarge,
  type OwnHistory,
  ownHistory,
  type TimelineSources,
} from './own-history.ts'
import { type LargeOnes, nextGapChange, nextLargeChange } from './shop-changes.ts'

type Mutable = { -readonly [Key in keyof Facts]: Facts[Key] }

const none: readonly never[] = []

const [visitsBit, newBit, backBit, largeBit, itemsBit, contactsBit, paidBit, debtBit, askedBit, tierBit, pointsBit] = [
  bitsOf('lastBought'),
  bitsOf('newSince'),
  bitsOf('returnedOn'),
  bitsOf('large'),
  bitsOf('items'),
  bitsOf('contacts'),
  bitsOf('lastPaid'),
  bitsOf('unpaid'),
  bitsOf('lastAsked'),
  bitsOf('relation'),
  bitsOf('points'),
]
const seldomBits = bitsOf('wishes', 'complaints', 'occasions', 'coupons')

/**
 * The facts of a customer on one morning after another, by the same rules as `readFacts` for one day: one timeline,
 * begun anew for each customer.
 */
export class CustomerTimeline {
  tier: Tier = 'D'
  private readonly sources: TimelineSources
  private known!: Mutable
  private person!: PersonRow
  private own!: OwnHistory
  private visits!: VisitsSoFar
  private changes: readonly DayNumber[] = none
  private largeOnes!: LargeOnes
  /** The first of the changes that is not known yet. */
  private at = 0
  /** The first day not known yet on which something was entered. */
  private entryOn: DayNumber = 0
  private morning: DayNumber = 0
  private begun = false
  private shopGap = 0
  private least: number | null = null

  constructor(sources: TimelineSources) {
    this.sources = sources
  }

  /** Takes up a customer, from one morning to another. */
  begin(person: PersonRow, from: DayNumber, to: DayNumber): void {
    const { sources } = this
    const { purchases, events, shop, ofTier, policy } = sources
    const own = ownHistory(person, sources, from, to)
    this.person = person
    this.own = own
    this.visits = visitsOf(purchases, own.place)
    this.changes = changesOf(own)
    this.largeOnes = {
      large: own.large,
      // A purchase between the least and the most that "large" has meant may be large on some mornings alone.
      sometimes: own.large.length === 0 ? none : own.large.filter(({ minor }) => minor < shop.most),
      reach: largeReach(policy),
    }
    this.at = 0
    this.entryOn = this.nextEntry()
    this.morning = from
    this.begun = false
    this.shopGap = 0
    this.least = null
    const { birthdays } = own
    this.known = {
      customerId: person.id,
      joined: person.joined,
      entered: person.entered,
      undated: person.joined === null && events.imports.has(person.changeId),
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
    this.take('D')
  }

  /** As they stand on the morning last advanced to. */
  get facts(): Facts {
    return this.known
  }

  /** Whether a reason may hold on some morning that looks at a fact, by what is asked of `mayHave`. */
  may(have: (own: OwnHistory) => boolean): boolean {
    return have(this.own)
  }

  /**
   * Goes on to a morning, never back: what was entered on the days before it is known, what came that day is not. Tells
   * which facts may differ from those of the morning before (`bitsOf`).
   */
  advanceTo(day: DayNumber): number {
    const { known, own, sources } = this
    const through = day - 1
    const isNew = !this.begun || this.entryOn <= through
    this.morning = day
    let changed = this.begun ? 0 : allBits
    this.begun = true
    // The measures of the shop change from morning to morning, for few of whom they matter.
    if (isNew || (known.ownGap === null && sources.shop.gap(day) !== this.shopGap))
      changed |= this.learnVisits(day, through)
    if (own.large.length > 0 && (this.largeTurned(day) || isNew)) changed |= this.learnLarge(through)
    if (isNew) {
      changed |= this.learnEvents(through) | this.learnTier(day)
      while ((this.changes[this.at] ?? Number.POSITIVE_INFINITY) <= through) this.at++
      this.entryOn = this.nextEntry()
    }
    if (own.pointRows.length > 0) changed |= this.learnPoints(day, through)
    return changed
  }

  /** Whether another purchase of theirs may be large than on the morning before. */
  private largeTurned(day: DayNumber): boolean {
    const [before, least] = [this.least, this.sources.shop.large(day)]
    this.least = least
    return least !== before && (this.largeOnes.sometimes.length > 0 || (least === null) !== (before === null))
  }

  private learnVisits(day: DayNumber, through: DayNumber): number {
    const { known, own, visits } = this
    const { openedOn, firsts, comebacks } = own
    visits.advanceTo(through)
    const before = openedOn !== null && openedOn > day ? 0 : own.openedVisits
    const lastBought = lastOf(visits.lastOn, before, openedOn)
    const purchaseDays = visits.days + before
    const ownGap = visits.gap
    if (ownGap === null) this.shopGap = this.sources.shop.gap(day)
    const gap = ownGap ?? this.shopGap
    const { firstOn } = visits
    const isNew = firsts !== undefined && before === 0 && own.accountOn > through && firstOn !== null
    const newSince = isNew && firsts.has(firstOn) ? firstOn : null
    const returnedOn =
      comebacks.length === 0 ? null : newestComeback(comebacks, this.sources.purchases, own.place, through)
    const isSame =
      lastBought === known.lastBought &&
      purchaseDays === known.purchaseDays &&
      gap === known.gap &&
      ownGap === known.ownGap
    const changed = (newSince === known.newSince ? 0 : newBit) | (returnedOn === known.returnedOn ? 0 : backBit)
    known.newSince = newSince
    known.returnedOn = returnedOn
    if (isSame) return changed
    known.lastBought = lastBought
    known.purchaseDays = purchaseDays
    known.ownGap = ownGap
    known.gap = gap
    known.lostOn = lastBought === null ? null : lastBought + Math.floor(lossAfter(gap)) + 1
    known.slippingOn = lastBought === null || purchaseDays < 3 ? null : lastBought + Math.ceil(declineAfter(gap))
    return changed | visitsBit
  }

  private learnLarge(through: DayNumber): number {
    const { known, least } = this
    const large: OnceLarge[] = []
    for (const one of this.largeOnes.large) {
      if (least === null || one.on > through) break
      if (one.minor >= least && one.refundedOn > through) large.push(one)
    }
    if (large.length === known.large.length && large.every((one, at) => one === known.large[at])) return 0
    known.large = large
    return largeBit
  }

  /** All but purchases and tiers. */
  private learnEvents(through: DayNumber): number {
    const { known, own } = this
    let changed = 0
    if (!own.regular.isNothing) {
      const items = own.regular.through(through)
      if (items !== known.items) changed |= itemsBit
      known.items = items
    }
    if (own.contacts.length > 0) {
      const contacts = upTo(own.contacts, through, known.contacts)
      if (contacts !== known.contacts) changed |= contactsBit
      known.contacts = contacts
    }
    if (own.payments.length > 0) {
      known.lastPaid = own.payments.findLast((on) => on <= through) ?? null
      changed |= paidBit
    }
    if (own.debts.length > 0) {
      known.unpaid = own.debts.findLast(({ on }) => on <= through)?.unpaid ?? null
      changed |= debtBit
    }
    if (own.asked.length > 0) {
      const newest = own.asked.findLast(({ on }) => on <= through)
      known.lastAsked = newest?.on ?? null
      known.unhappySince = newest?.unhappy ? newest.on : null
      changed |= askedBit
    }
    return own.hasSeldom ? changed | this.learnSeldom(through) : changed
  }

  private learnSeldom(through: DayNumber): number {
    const { known, own } = this
    known.wishes = own.wishes.filter(({ arrivedOn, endedOn }) => arrivedOn <= through && endedOn > through)
    known.complaints = complaintsUpTo(own.complaints, through)
    known.occasions = own.occasions.filter(({ notedOn }) => notedOn <= through)
    known.coupons = heldCoupons(own.coupons, through)
    return seldomBits
  }

  private learnPoints(day: DayNumber, through: DayNumber): number {
    const entered = this.own.pointRows.filter(({ on }) => serial(on) <= through)
    this.known.points = lapsingPoints(entered, day, this.sources.policy)
    return pointsBit
  }

  private learnTier(day: DayNumber): number {
    const tier = this.tierOn(day)
    if (tier === this.tier) return 0
    this.take(tier)
    return tierBit
  }

  private take(tier: Tier): void {
    const { relation, surveyEvery, cadences } = this.sources.ofTier.get(tier) as TierPolicy
    this.tier = tier
    this.known.relation = (this.person.rest.relation as Relation | null) ?? relation
    this.known.surveyEvery = surveyEvery
    this.known.cadences = cadences
  }

  private tierOn(day: DayNumber): Tier {
    const { person, own } = this
    if (own.isPinned && day >= own.pinnedOn && day <= own.pinnedUntil) return person.rest.pinnedTier as Tier
    const bought = this.known.purchaseDays > 0
    for (let at = own.tiers.length - 1; at >= 0; at--) {
      const { on, tier, reason } = own.tiers[at] as TierEvent
      if (on >= day) continue
      if (reason === 'other' || (reason === 'never-bought' && !bought)) return tier
      break
    }
    return bought ? 'C' : 'D'
  }

  /** The first later morning on which the facts may differ. */
  nextChange(): DayNumber {
    const { known, largeOnes, morning } = this
    const { shop } = this.sources
    let next = this.entryOn + 1
    if (largeOnes.sometimes.length > 0) next = Math.min(next, nextLargeChange(shop, largeOnes, morning, next))
    if (known.ownGap === null) next = Math.min(next, nextGapChange(shop, known, morning, next))
    return next
  }

  /** The contacts of a day. */
  contactsOn(day: DayNumber): readonly PastContact[] {
    const { contacts } = this.own
    return contacts.length === 0 ? none : contacts.filter(({ on }) => on === day)
  }

  /** Whether anything was entered on a day that is not known yet. */
  isEventful(day: DayNumber): boolean {
    return this.entryOn === day
  }

  private nextEntry(): DayNumber {
    return Math.min(this.visits.nextOn, this.changes[this.at] ?? Number.POSITIVE_INFINITY)
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
