import type { Policy } from '../../book/policy/policy.ts'
import { type DayNumber, daySerial, serial } from '../../day.ts'
import { birthdayIn } from '../../identity/birthday.ts'
import type { Facts, Large, Touch } from '../../reason/facts.ts'
import type { Purchases } from '../../standing/purchase-history.ts'
import { declineAfter, lossAfter } from '../../standing/stage.ts'
import { visitsOf } from '../../standing/visits.ts'
import type { Tier } from '../../vocabulary.ts'
import type { Histories } from './read-events.ts'
import { type Mornings, turningDays } from './shop-timeline.ts'

/** A customer as a life is made of. */
export interface Person {
  readonly id: number
  readonly joined_on: string | null
  readonly entered_on: string
  readonly birthday: string | null
  readonly opening_visits: number | null
  readonly opening_last_on: string | null
  readonly pinned_tier: string | null
  readonly pinned_on: string | null
  readonly pinned_until: string | null
  readonly change_id: number
}

export interface Sources {
  readonly purchases: Purchases
  readonly histories: Histories
  readonly mornings: Mornings
  readonly policy: Policy
}

/** One customer on the mornings of a stretch of days, one after another. */
export interface Life {
  /** As they stand: those of the morning last gone to. */
  readonly facts: Facts
  readonly tier: Tier
  /** Goes on to a morning: what was entered on the days before it is known, what came that day is not. */
  goTo(morning: DayNumber): void
  /** The first morning after the one gone to on which the facts may be others. */
  nextTurn(): DayNumber
  /** The contacts of a day. */
  touchesOn(day: DayNumber): readonly Touch[]
  /** Whether anything was entered on a day. */
  isEventful(day: DayNumber): boolean
}

type Mutable = { -readonly [Key in keyof Facts]: Facts[Key] }

const none: readonly never[] = []

/** The life of a customer from one morning to another, by the same reckoning as `readAccounts` for one day. */
export function liveThrough(person: Person, { purchases, histories, mornings, policy }: Sources, from: DayNumber, to: DayNumber): Life {
  const { id } = person
  const place = purchases.places.get(id) ?? ([0, 0] as const)
  const visits = visitsOf(purchases, place)
  const touches = histories.touches.get(id) ?? none
  const payments = histories.payments.get(id) ?? none
  const debts = histories.debts.get(id) ?? none
  const tiers = histories.tiers.get(id) ?? none
  const firsts = histories.firsts.get(id)
  const openedOn = person.opening_last_on === null ? null : serial(person.opening_last_on)
  const openedVisits = person.opening_visits ?? (openedOn === null ? 0 : 1)
  const pinnedOn = person.pinned_on === null ? Number.NEGATIVE_INFINITY : serial(person.pinned_on)
  const pinnedUntil = person.pinned_until === null ? Number.POSITIVE_INFINITY : serial(person.pinned_until)
  const candidates = largest(purchases, place, mornings.least)
  // A purchase between the least and the most that "large" has been may be one on some mornings alone.
  const wavering = candidates.filter(({ amount }) => amount < mornings.most)
  const reach = Math.max(policy['due.thanks.until'], policy['due.after-sale.until']) + 1
  const birthdays = birthdaysOf(person, policy, from, to)
  const events = eventsOf()
  let at = 0
  let morning = from

  const facts: Mutable = {
    customerId: id,
    joined: person.joined_on === null ? null : serial(person.joined_on),
    entered: serial(person.entered_on),
    undated: person.joined_on === null && histories.imports.has(person.change_id),
    birthday: person.birthday,
    birthdays: (first, last) => birthdays.filter((day) => day >= first && day <= last),
    purchaseDays: 0,
    ownGap: null,
    gap: 30,
    newSince: null,
    lastBought: null,
    lastPaid: null,
    slippingOn: null,
    lostOn: null,
    large: none,
    unpaid: null,
    touches: none,
    cadences: { tier: 0, lost: policy['cadence.lost'], first: policy['cadence.first'] },
  }
  const life = { facts: facts as Facts, tier: 'D' as Tier, goTo, nextTurn, touchesOn, isEventful }
  return life

  function eventsOf(): DayNumber[] {
    const days = [
      ...turningDays(purchases, place, from, to + 1),
      ...touches.map(({ on }) => on),
      ...payments,
      ...debts.map(({ on }) => on),
      ...tiers.map(({ on }) => on),
    ]
    // These change the morning of their own day.
    if (openedOn !== null) days.push(openedOn - 1)
    if (person.pinned_tier !== null) days.push(pinnedOn - 1, pinnedUntil)
    return [...new Set(days.filter((day) => day >= from && day <= to))].sort((one, other) => one - other)
  }

  function goTo(day: DayNumber): void {
    morning = day
    const through = day - 1
    while (at < events.length && (events[at] as number) <= through) at++
    visits.goTo(through)
    const before = openedOn !== null && openedOn > day ? 0 : openedVisits
    const own = visits.gap
    const shopGap = mornings.gap(day)
    const gap = own ?? shopGap
    facts.purchaseDays = visits.days + before
    facts.lastBought = before > 0 && openedOn !== null ? Math.max(openedOn, visits.lastOn ?? openedOn) : visits.lastOn
    facts.ownGap = own
    facts.gap = gap
    facts.lostOn = facts.lastBought === null ? null : facts.lastBought + Math.floor(lossAfter(gap)) + 1
    facts.slippingOn = facts.lastBought === null || facts.purchaseDays < 3 ? null : facts.lastBought + Math.ceil(declineAfter(gap))
    facts.newSince = before === 0 && visits.firstOn !== null && firsts?.has(visits.firstOn) ? visits.firstOn : null
    facts.lastPaid = payments.findLast((on) => on <= through) ?? null
    facts.unpaid = debts.findLast(({ on }) => on <= through)?.unpaid ?? null
    if (touches.length > 0) facts.touches = upTo(touches, through, facts.touches)
    const least = mornings.large(day)
    facts.large =
      candidates.length === 0 || least === null
        ? none
        : candidates.filter((one) => one.on <= through && one.goneOn > through && one.amount >= least).map(asLarge)
    life.tier = tierOn(day)
    facts.cadences = { ...facts.cadences, tier: policy[`cadence.${life.tier}`] }
  }

  function tierOn(day: DayNumber): Tier {
    if (person.pinned_tier !== null && day >= pinnedOn && day <= pinnedUntil) return person.pinned_tier as Tier
    const bought = facts.purchaseDays > 0
    const sorted = tiers.findLast(({ on }) => on < day)
    if (sorted && !(sorted.reason === 'never-bought' && bought)) return sorted.tier
    return bought ? 'C' : 'D'
  }

  function nextTurn(): DayNumber {
    let next = at < events.length ? (events[at] as number) + 1 : Number.POSITIVE_INFINITY
    if (wavering.length > 0) next = Math.min(next, wavers(next))
    if (facts.ownGap === null && facts.lastBought !== null) next = Math.min(next, rhythmTurn(facts.lastBought, next))
    return next
  }

  /**
   * The first morning before another on which the shop's gap makes a customer without one of their own another: from three purchase days on
   * by any change of it, before that (they never slip) when they come to be lost by it, or no longer are.
   */
  function rhythmTurn(lastBought: DayNumber, before: DayNumber): DayNumber {
    const isLost = facts.lostOn !== null && morning >= facts.lostOn
    for (const [at, turn] of mornings.lossTurns.entries()) {
      if (facts.purchaseDays >= 3) break
      if (turn >= before) return Number.POSITIVE_INFINITY
      const until = mornings.lossTurns[at + 1] ?? Number.POSITIVE_INFINITY
      if (until <= morning) continue
      const lostOn = lastBought + Math.floor(lossAfter(mornings.gap(turn))) + 1
      const [first, last] = [Math.max(turn, morning + 1), Math.min(until, before) - 1]
      if (first > last) continue
      if (first >= lostOn !== isLost) return first
      if (!isLost && lostOn <= last) return lostOn
    }
    return facts.purchaseDays >= 3 ? (mornings.gapTurns.find((day) => day > morning) ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY
  }

  /** The first morning before another on which a purchase is large that was not, or the other way round, while they are still thanked for. */
  function wavers(before: DayNumber): DayNumber {
    const newest = candidates.findLast(({ on }) => on < morning)?.on ?? Number.NEGATIVE_INFINITY
    const end = Math.min(before, newest + reach + 1)
    for (let day = morning + 1; day < end; day++) {
      const [was, now] = [mornings.large(day - 1) ?? Number.POSITIVE_INFINITY, mornings.large(day) ?? Number.POSITIVE_INFINITY]
      if (was !== now && wavering.some(({ on, amount }) => on < day && amount >= was !== amount >= now)) return day
    }
    return Number.POSITIVE_INFINITY
  }

  function touchesOn(day: DayNumber): readonly Touch[] {
    return touches.length === 0 ? none : touches.filter(({ on }) => on === day)
  }

  function isEventful(day: DayNumber): boolean {
    return at < events.length && events[at] === day
  }
}

interface Candidate {
  readonly on: DayNumber
  readonly goneOn: DayNumber
  readonly amount: number
}

/** The purchases of a customer that were large on some morning. */
function largest({ days, amounts, goneOn }: Purchases, [from, to]: readonly [number, number], least: number): Candidate[] {
  const found: Candidate[] = []
  for (let place = from; place < to; place++) {
    const amount = amounts[place] as number
    if (amount >= least) found.push({ on: days[place] as number, amount, goneOn: goneOn.get(place) ?? Number.POSITIVE_INFINITY })
  }
  return found
}

const asLarge = ({ on }: Candidate): Large => ({ on, amount: '', item: null })

function upTo(touches: readonly Touch[], through: DayNumber, known: readonly Touch[]): readonly Touch[] {
  let count = known.length
  while (count < touches.length && (touches[count] as Touch).on <= through) count++
  return count === known.length ? known : touches.slice(0, count)
}

function birthdaysOf({ birthday }: Person, policy: Policy, from: DayNumber, to: DayNumber): readonly DayNumber[] {
  if (birthday === null || !policy['due.birthday.on']) return none
  return birthdayIn(birthday, daySerial(from - policy['due.birthday.until'] - 1), daySerial(to + policy['due.birthday.days'] + 1)).map(serial)
}
