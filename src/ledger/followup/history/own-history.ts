import type { Policy } from '../../book/policy/policy.ts'
import { type DayNumber, daySerial, serial } from '../../day.ts'
import { birthdayIn } from '../../identity/birthday.ts'
import type { Facts, LargePurchase } from '../../reason/facts.ts'
import { comebacksOf } from '../../standing/comebacks.ts'
import type { PurchaseHistory } from '../../standing/purchase-history.ts'
import { openedBefore } from '../../standing/stage.ts'
import type { Tier } from '../../vocabulary.ts'
import { openingOf } from '../customer-facts.ts'
import { type NotedRow, overMornings } from '../noted-occasions.ts'
import { regularItemsOver } from '../regular-items.ts'
import type { TierPolicy } from '../tier-policies.ts'
import { eventDaysOf } from './complaint-events.ts'
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

const none: readonly never[] = []

export type OwnHistory = ReturnType<typeof ownHistory>

/** What a customer's timeline from one morning to another is made of: what is theirs of all that was read. */
export function ownHistory(
  person: TimelinePerson,
  { purchases, events, shop, policy }: TimelineSources,
  from: DayNumber,
  to: DayNumber,
) {
  const { id } = person
  const place = purchases.places.get(id) ?? ([0, 0] as const)
  const noted = events.occasions.get(id) ?? none
  const wishes = events.wishes.get(id) ?? none
  const complaints = events.complaints.get(id) ?? none
  const coupons = events.coupons.get(id) ?? none
  const opened = openedBefore(openingOf(person))
  return {
    place,
    contacts: events.contacts.get(id) ?? none,
    payments: events.payments.get(id) ?? none,
    asked: events.asked.get(id) ?? none,
    debts: events.debts.get(id) ?? none,
    tiers: events.tiers.get(id) ?? none,
    firsts: events.firsts.get(id),
    accountOn: events.opened.get(id) ?? Number.POSITIVE_INFINITY,
    wishes,
    complaints,
    occasions: noted.length === 0 ? none : occasionsOver(noted, policy, from, to),
    pointRows: events.points.get(id) ?? none,
    coupons,
    /** Whether there is anything of what few customers have. */
    hasSeldom: noted.length + wishes.length + complaints.length + coupons.length > 0,
    regular: regularItemsOver(events.bought(id)),
    openedOn: opened.lastOn,
    openedVisits: opened.visits,
    isPinned: person.pinned_tier !== null,
    pinnedOn: person.pinned_on === null ? Number.NEGATIVE_INFINITY : serial(person.pinned_on),
    pinnedUntil: person.pinned_until === null ? Number.POSITIVE_INFINITY : serial(person.pinned_until),
    large: largest(purchases, place, shop.least),
    comebacks: comebacksOf(purchases, place, opened, (day) => shop.gap(day + 1), {
      from: from - policy['due.welcome-back.until'] - 1,
      to,
    }),
    birthdays: birthdaysOf(person, policy, from, to),
  }
}

function occasionsOver(noted: readonly NotedRow[], policy: Policy, from: DayNumber, to: DayNumber) {
  const ahead = noted.reduce((most, one) => Math.max(most, one.ahead ?? 0), policy['due.occasion.days'])
  return noted.map((one) => overMornings(one, from - 1, to + ahead + 1))
}

/** The days between two on which something of theirs changes, in order. */
export function changesOf(own: OwnHistory, purchases: PurchaseHistory, from: DayNumber, to: DayNumber): DayNumber[] {
  const days = changeDaysOf(purchases, own.place, from, to + 1)
  let isOrdered = true
  const add = (day: DayNumber) => {
    const last = days.at(-1)
    if (day < from || day > to || day === last) return
    if (last !== undefined && day < last) isOrdered = false
    days.push(day)
  }
  for (const { on } of own.contacts) add(on)
  for (const { on } of own.asked) add(on)
  for (const { on } of own.debts) add(on)
  for (const on of own.payments) add(on)
  if (own.hasSeldom) addSeldom(own, add)
  for (const { on } of own.pointRows) add(serial(on))
  for (const { on } of own.tiers) add(on)
  add(own.accountOn)
  // These change the morning of their own day.
  if (own.openedOn !== null) add(own.openedOn - 1)
  if (own.isPinned) {
    add(own.pinnedOn - 1)
    add(own.pinnedUntil)
  }
  return isOrdered ? days : [...new Set(days)].sort((one, other) => one - other)
}

function addSeldom(own: OwnHistory, add: (day: DayNumber) => void): void {
  for (const { arrivedOn, endedOn } of own.wishes) {
    add(arrivedOn)
    add(endedOn)
  }
  for (const one of own.complaints) eventDaysOf(one).forEach(add)
  for (const { notedOn } of own.occasions) add(notedOn)
  for (const { givenOn, used } of own.coupons) {
    add(givenOn)
    for (const { on, backOn } of used) {
      add(on)
      add(backOn)
    }
  }
}

/** Of which facts it is known beforehand that they may be other than empty, null or 0 on some morning. */
export const mayEverHave: { readonly [Fact in keyof Facts]?: (own: OwnHistory) => boolean } = {
  birthday: ({ birthdays }) => birthdays.length > 0,
  newSince: ({ firsts }) => firsts !== undefined,
  returnedOn: ({ comebacks }) => comebacks.length > 0,
  slippingOn: ({ place: [first, end], openedVisits }) => end - first + openedVisits >= 3,
  large: ({ large }) => large.length > 0,
  unpaid: ({ debts }) => debts.length > 0,
  unhappySince: ({ asked }) => asked.some(({ unhappy }) => unhappy),
  items: ({ regular }) => !regular.isNothing,
  wishes: ({ wishes }) => wishes.length > 0,
  complaints: ({ complaints }) => complaints.length > 0,
  points: ({ pointRows }) => pointRows.length > 0,
  coupons: ({ coupons }) => coupons.length > 0,
  contacts: ({ contacts }) => contacts.length > 0,
}

/** With its money in numbers too: the sentence is of no interest here. */
export interface OnceLarge extends LargePurchase {
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
