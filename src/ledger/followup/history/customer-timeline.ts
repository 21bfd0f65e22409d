import { type DayNumber, serial } from '../../day.ts'
import type { Facts, PastContact } from '../../reason/facts.ts'
import { newestComeback } from '../../standing/comebacks.ts'
import { declineAfter, lastOf, lossAfter } from '../../standing/stage.ts'
import { type VisitsSoFar, visitsOf } from '../../standing/visits.ts'
import { tiers as allTiers, type Relation, type Tier } from '../../vocabulary.ts'
import { heldCoupons, lapsingPoints } from '../lapsing.ts'
import type { TierPolicy } from '../tier-policies.ts'
import { complaintsUpTo } from './complaint-events.ts'
import { allBits, bitsOf } from './fact-bits.ts'
import {
  changesOf,
  mayEverHave,
  type OwnHistory,
  ownHistory,
  type TimelinePerson,
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
 * The facts of one customer on one morning after another, from one to another, by the same rules as `readFacts` for one
 * day.
 */
export class CustomerTimeline {
  tier: Tier = 'D'
  private readonly known: Mutable
  private readonly person: TimelinePerson
  private readonly sources: TimelineSources
  private readonly own: OwnHistory
  private readonly visits: VisitsSoFar
  private readonly changes: readonly DayNumber[]
  private readonly largeOnes: LargeOnes
  /** The first of the changes that is not known yet. */
  private at = 0
  private morning: DayNumber
  private begun = false
  private shopGap = 0
  private least: number | null = null

  constructor(person: TimelinePerson, sources: TimelineSources, from: DayNumber, to: DayNumber) {
    const { purchases, events, shop, policy, ofTier } = sources
    const own = ownHistory(person, sources, from, to)
    this.person = person
    this.sources = sources
    this.own = own
    this.visits = visitsOf(purchases, own.place)
    this.changes = changesOf(own, purchases, from, to)
    this.largeOnes = {
      large: own.large,
      // A purchase between the least and the most that "large" has meant may be large on some mornings alone.
      sometimes: own.large.length === 0 ? none : own.large.filter(({ minor }) => minor < shop.most),
      reach: Math.max(policy['due.thanks.until'], policy['due.after-sale.until']) + 1,
    }
    this.morning = from
    const { birthdays } = own
    this.known = {
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
  }

  /** As they stand on the morning last advanced to. */
  get facts(): Facts {
    return this.known
  }

  /** Whether a fact can be anything but empty, null or 0 on some morning. */
  mayHave(fact: keyof Facts): boolean {
    if (fact === 'surveyEvery') return allTiers.some((tier) => (this.sources.ofTier.get(tier)?.surveyEvery ?? 0) > 0)
    return mayEverHave[fact]?.(this.own) ?? true
  }

  /**
   * Goes on to a morning, never back: what was entered on the days before it is known, what came that day is not. Tells
   * which facts may differ from those of the morning before (`bitsOf`).
   */
  advanceTo(day: DayNumber): number {
    const { changes, known, largeOnes } = this
    const { shop } = this.sources
    const through = day - 1
    const before = this.at
    while (this.at < changes.length && (changes[this.at] as number) <= through) this.at++
    const isNew = !this.begun || before !== this.at
    const [gap, least] = [shop.gap(day), shop.large(day)]
    // The measures of the shop change from morning to morning, for few of whom they matter.
    const gapTurned = gap !== this.shopGap && known.ownGap === null
    const largeTurned =
      least !== this.least && (largeOnes.sometimes.length > 0 || (least === null) !== (this.least === null))
    this.morning = day
    this.shopGap = gap
    this.least = least
    let changed = this.begun ? 0 : allBits
    this.begun = true
    if (isNew || gapTurned) changed |= this.learnVisits(day, through)
    if (largeOnes.large.length > 0 && (isNew || largeTurned)) changed |= this.learnLarge(through)
    if (isNew) changed |= this.learnEvents(through) | this.learnTier(day)
    if (this.own.pointRows.length > 0) changed |= this.learnPoints(day, through)
    return changed
  }

  private learnVisits(day: DayNumber, through: DayNumber): number {
    const { known, own, visits, shopGap } = this
    const { openedOn, firsts, comebacks } = own
    visits.advanceTo(through)
    const before = openedOn !== null && openedOn > day ? 0 : own.openedVisits
    const lastBought = lastOf(visits.lastOn, before, openedOn)
    const purchaseDays = visits.days + before
    const ownGap = visits.gap
    const gap = ownGap ?? shopGap
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
    const large =
      least === null
        ? none
        : this.largeOnes.large.filter(
            ({ on, refundedOn, minor }) => on <= through && refundedOn > through && minor >= least,
          )
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
    const { known } = this
    this.tier = this.tierOn(day)
    const { relation, surveyEvery, cadences } = this.sources.ofTier.get(this.tier) as TierPolicy
    const isSame = cadences === known.cadences
    known.relation = (this.person.relation as Relation | null) ?? relation
    known.surveyEvery = surveyEvery
    known.cadences = cadences
    return isSame ? 0 : tierBit
  }

  private tierOn(day: DayNumber): Tier {
    const { person, own } = this
    if (own.isPinned && day >= own.pinnedOn && day <= own.pinnedUntil) return person.pinned_tier as Tier
    const bought = this.known.purchaseDays > 0
    const sorted = own.tiers.findLast(({ on }) => on < day)
    if (sorted && sorted.reason !== 'staff' && !(sorted.reason === 'never-bought' && bought)) return sorted.tier
    return bought ? 'C' : 'D'
  }

  /** The first later morning on which the facts may differ. */
  nextChange(): DayNumber {
    const { known, largeOnes, morning } = this
    const { shop } = this.sources
    let next = this.at < this.changes.length ? (this.changes[this.at] as number) + 1 : Number.POSITIVE_INFINITY
    if (largeOnes.sometimes.length > 0) next = Math.min(next, nextLargeChange(shop, largeOnes, morning, next))
    if (known.ownGap === null) next = Math.min(next, nextGapChange(shop, known, morning, next))
    return next
  }

  /** The contacts of a day. */
  contactsOn(day: DayNumber): readonly PastContact[] {
    const { contacts } = this.own
    return contacts.length === 0 ? none : contacts.filter(({ on }) => on === day)
  }

  /** Whether anything was entered on a day. */
  isEventful(day: DayNumber): boolean {
    return this.changes[this.at] === day
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
