import type { Policy } from '../book/policy/policy.ts'
import type { DayNumber } from '../day.ts'
import type { CustomerFacts } from '../followup/customer-facts.ts'
import type { Raised } from '../followup/reasons.ts'
import { declinedBefore, isSettled, lastReached, unansweredOn } from '../reason/facts.ts'
import { isPromise, standingPromise } from '../reason/promise.ts'
import type { WordedReason } from './templates.ts'

/** Why somebody has no message, in the order it is looked at. */
export const leftOutReasons = [
  'staff',
  'archived',
  'do-not-contact',
  'complaint',
  'declined',
  'snoozed',
  'came',
  'already',
  'not-due',
  'too-early',
  'relation',
  'unhappy',
  'question',
  'recent',
  'enough',
  'refused',
  'not-asked',
  'no-address',
  'same-address',
  'unknown',
  'held-out',
  'quiet-hours',
] as const
export type LeftOutWhy = (typeof leftOutReasons)[number]

/** Messages of the last weeks to one customer. */
export interface PastMessages {
  /** Of this very campaign, invitation or greeting. */
  readonly same: boolean
  /** They came to the event already. */
  readonly came: boolean
  /** How many of any campaign within 30 days. */
  readonly count: number
}

/** What a message is judged by. */
export interface Judged {
  readonly customer: CustomerFacts
  readonly complains: boolean
  readonly snoozed: boolean
  readonly past: PastMessages
  /** Today's reasons. */
  readonly raised: readonly Raised[]
}

/** Reasons `due` raises whatever was said in the last days: they are about a day or a wish, and come no second time. */
const despiteRecent: readonly WordedReason[] = [
  'birthday',
  'wanted',
  'occasion',
  'debt',
  'after-sale',
  'interested',
  'slipping',
]

/** What the customer asked for, or owes: nobody is left out of it because they declined to be disturbed. */
const despiteDeclined: readonly WordedReason[] = ['debt', 'wanted']

/**
 * Why one who may be contacted at all has no message of a template today; null where nothing speaks against it. A
 * reason must hold today for who is told of it; one who waits for an answer or is unhappy is not greeted; nobody hears
 * from the shop twice on one day, within `due.minGap` days, or more than `message.most` times in 30 days.
 */
export function whyLeftOut(
  { customer, complains, snoozed, past, raised }: Judged,
  reason: WordedReason | null,
  day: DayNumber,
  policy: Policy,
): LeftOutWhy | null {
  const { facts } = customer
  if (complains) return 'complaint'
  if (declinedBefore(facts, day) && !(reason && despiteDeclined.includes(reason))) return 'declined'
  if (snoozed) return 'snoozed'
  if (past.came) return 'came'
  if (past.same || (reason === 'debt' && remindedSince(facts, day - policy['due.debt.again']))) return 'already'
  if (reason !== null) {
    const held = raised.find((one) => one.reason === reason)
    if (!held || unansweredOn(facts, day)) return 'not-due'
    if (reason === 'birthday' && isAhead(held)) return 'too-early'
  } else {
    if (facts.relation === 'basic') return 'relation'
    if (isUnhappy(facts, day, policy)) return 'unhappy'
    if (waitsForAnswer(facts, policy)) return 'question'
  }
  const reached = lastReached(facts)
  const urgent = reason !== null && despiteRecent.includes(reason)
  const gap = urgent ? 1 : Math.max(1, policy['due.minGap'])
  if (reached !== null && day - reached < gap) return 'recent'
  return !urgent && past.count >= policy['message.most'] ? 'enough' : null
}

/** They were not satisfied, and nobody has talked to them since: from the very day, before `due` says so. */
function isUnhappy(facts: CustomerFacts['facts'], day: DayNumber, policy: Policy): boolean {
  const { unhappySince } = facts
  return (
    unhappySince !== null &&
    day <= unhappySince + policy['due.unhappy.until'] &&
    !isSettled(facts, 'unhappy', unhappySince + policy['due.unhappy.days'])
  )
}

function isAhead(held: Raised): boolean {
  const { detail } = held.tell()
  return 'daysAway' in detail && detail.daysAway > 0
}

function waitsForAnswer({ contacts }: CustomerFacts['facts'], policy: Policy): boolean {
  const standing = standingPromise(contacts, policy['due.promise.days'])
  return standing !== null && isPromise(standing.made) && standing.made.nextOn === null
}

/** A message about a debt settles nothing, and is not written again all the same. */
function remindedSince({ contacts }: CustomerFacts['facts'], since: DayNumber): boolean {
  return contacts.some(({ about, outcome, on }) => outcome === 'sent' && about?.includes('debt') && on > since)
}
