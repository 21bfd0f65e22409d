import type { Policy } from '../../book/policy/policy.ts'
import { type DayNumber, serial } from '../../day.ts'
import type { Facts, LargePurchase } from '../../reason/facts.ts'
import { comebacksOf } from '../../standing/comebacks.ts'
import type { PurchaseHistory } from '../../standing/purchase-history.ts'
import { openedBefore } from '../../standing/stage.ts'
import type { Tier } from '../../vocabulary.ts'
import { type NotedRow, overMornings } from '../noted-occasions.ts'
import type { PersonRow } from '../people.ts'
import { regularItemsOver } from '../regular-items.ts'
import type { TierPolicy } from '../tier-policies.ts'
import { eventDaysOf } from './complaint-events.ts'
import type { CustomerEvents } from './read-events.ts'
import type { ShopTimeline } from './shop-timeline.ts'

export interface TimelineSources {
  readonly purchases: PurchaseHistory
  readonly events: CustomerEvents
  readonly shop: ShopTimeline
  readonly policy: Policy
  readonly ofTier: ReadonlyMap<Tier, TierPolicy>
  /** Whether any tier is asked again and again how satisfied they are. */
  readonly surveys: boolean
  /** The days on which a birthday is kept, of all mornings there are. */
  readonly birthdays: (birthday: string) => readonly DayNumber[]
}

const none: readonly never[] = []

export type OwnHistory = ReturnType<typeof ownHistory>

/** What a customer's timeline from one morning to another is made of: what is theirs of all that was read. */
export function ownHistory(
  person: PersonRow,
  { purchases, events, shop, policy, surveys, birthdays }: TimelineSources,
  from: DayNumber,
  to: DayNumber,
) {
  const { id, rest } = person
  const place = purchases.places.get(id) ?? ([0, 0] as const)
  const noted = events.occasions.get(id) ?? none
  const wishes = events.wishes.get(id) ?? none
  const complaints = events.complaints.get(id) ?? none
  const coupons = events.coupons.get(id) ?? none
  const opened = openedBefore(rest.opening)
  return {
    place,
    contacts: events.contacts.get(id) ?? none,
    payments: events.payments.get(id) ?? none,
    asked: events.asked.get(id) ?? none,
    debts: events.debts.get(id) ?? none,
    tiers: events.tiers.of(id),
    firsts: events.firsts.get(id),
    accountOn: events.opened.get(id) ?? Number.POSITIVE_INFINITY,
    wishes,
    complaints,
    occasions: noted.length === 0 ? none : occasionsOver(noted, policy, from, to),
    pointRows: events.points.get(id) ?? none,
    coupons,
    /** Whether there is anything of what few customers have. */
    hasSeldom: noted.length + wishes.length + complaints.length + coupons.length > 0,
    // What is bought more often is bought without a word: most of those who come every day have nothing else.
    regular: regularItemsOver(events.bought(id), policy['due.restock.gap']),
    openedOn: opened.lastOn,
    openedVisits: opened.visits,
    isPinned: rest.pinnedTier !== null,
    pinnedOn: rest.pinnedOn === null ? Number.NEGATIVE_INFINITY : serial(rest.pinnedOn),
    pinnedUntil: rest.pinnedUntil === null ? Number.POSITIVE_INFINITY : serial(rest.pinnedUntil),
    large: largest(purchases, place, shop.least, from - largeReach(policy)),
    comebacks: comebacksOf(purchases, place, opened, shop.gapAfter, {
      from: from - policy['due.welcome-back.until'] - 1,
      to,
    }),
    birthdays: person.birthday === null ? none : birthdays(person.birthday),
    surveys,
  }
}

function occasionsOver(noted: readonly NotedRow[], policy: Policy, from: DayNumber, to: DayNumber) {
  const ahead = noted.reduce((most, one) => Math.max(most, one.ahead ?? 0), policy['due.occasion.days'])
  return noted.map((one) => overMornings(one, from - 1, to + ahead + 1))
}

/** The days on which something of theirs changes but what they bought, in order. */
export function changesOf(own: OwnHistory): readonly DayNumber[] {
  const days: DayNumber[] = []
  for (const { on } of own.contacts) days.push(on)
  for (const { on } of own.asked) days.push(on)
  for (const { on } of own.debts) days.push(on)
  for (const on of own.payments) days.push(on)
  if (own.hasSeldom) addSeldom(own, days)
  for (const { on } of own.pointRows) days.push(serial(on))
  for (const { on } of own.tiers) days.push(on)
  if (own.accountOn !== Number.POSITIVE_INFINITY) days.push(own.accountOn)
  // These change the morning of their own day.
  if (own.openedOn !== null) days.push(own.openedOn - 1)
  if (own.isPinned) days.push(own.pinnedOn - 1, own.pinnedUntil)
  return days.length < 2 ? days : days.sort((one, other) => one - other)
}

function addSeldom(own: OwnHistory, days: DayNumber[]): void {
  for (const { arrivedOn, endedOn } of own.wishes) days.push(arrivedOn, endedOn)
  for (const one of own.complaints) days.push(...eventDaysOf(one))
  for (const { notedOn } of own.occasions) days.push(notedOn)
  for (const { givenOn, used } of own.coupons) {
    days.push(givenOn)
    for (const { on, backOn } of used) days.push(on, backOn)
  }
}

/** Of which facts it is known beforehand that they may be other than empty, null or 0 on some morning. */
const mayEverHave: { readonly [Fact in keyof Facts]?: (own: OwnHistory) => boolean } = {
  birthday: ({ birthdays }) => birthdays.length > 0,
  newSince: ({ firsts }) => firsts !== undefined,
  returnedOn: ({ comebacks }) => comebacks.length > 0,
  surveyEvery: ({ surveys }) => surveys,
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

/** Whether a fact may; undefined of those that everybody has. */
export function mayHave(fact: keyof Facts | undefined): ((own: OwnHistory) => boolean) | undefined {
  return fact === undefined ? undefined : mayEverHave[fact]
}

/** A large purchase is thanked for or asked about within so many days. */
export function largeReach(policy: Policy): number {
  return Math.max(policy['due.thanks.until'], policy['due.after-sale.until']) + 1
}

/**
 * The purchases of a customer that were large on some morning: which of them is spoken of depends on those before it.
 * None where all are older than a day.
 */
function largest(
  { days, amounts, refundedOn, linked }: PurchaseHistory,
  [from, to]: readonly [number, number],
  least: number,
  since: DayNumber,
): readonly OnceLarge[] {
  let newest = to - 1
  while (newest >= from && (days[newest] as DayNumber) >= since && (amounts[newest] as number) < least) newest--
  if (newest < from || (days[newest] as DayNumber) < since) return none
  const found: OnceLarge[] = []
  for (let place = from; place <= newest; place++) {
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
