import type { DayNumber } from '../../day.ts'
import { declineSilence, isAbout, lastReached, type PastContact } from '../../reason/facts.ts'
import { isPromise, standingPromise } from '../../reason/promise.ts'
import type { HeldReason, Rule } from '../../reason/rule.ts'
import type { Reason } from '../../reason/rules.ts'
import type { Tier } from '../../vocabulary.ts'
import { type ActiveRules, isOfRelation, silencedOn } from '../reasons.ts'
import type { CustomerTimeline } from './customer-timeline.ts'

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

/** A reason as it goes from morning to morning for one customer. */
interface WatchedReason {
  readonly rule: Rule
  readonly own: never
  /** As it stood on the last morning on which it may have turned, and the next of those mornings. */
  found: HeldReason | null
  turnsOn: DayNumber
  open: OpenEpisode | null
  /** Those that ended and may go on: the same birthday, the same purchase. */
  away: Map<number, Episode> | null
}

interface OpenEpisode {
  readonly episode: Episode
  readonly of: number | undefined
  dueOn: DayNumber
  /** Whether it would hold on the next morning if nothing were entered on the day before. */
  wouldStay: boolean
}

/** Every time a reason held for a customer on the mornings from one to another, by a timeline that begins before. */
export function episodesOf(
  timeline: CustomerTimeline,
  begin: DayNumber,
  end: DayNumber,
  { active, minGap, promiseDays }: ActiveRules & { readonly promiseDays: number },
): Episode[] {
  const { facts } = timeline
  const all: Episode[] = []
  const watched: WatchedReason[] = []
  for (const { rule, own } of active) {
    if (rule.needs !== undefined && !timeline.mayHave(rule.needs)) continue
    watched.push({ rule, own: own as never, found: null, turnsOn: 0, open: null, away: null })
  }
  // A customer is known from the morning after they were entered: what already holds then falls due on that day.
  let day = Math.max(begin - 1, facts.entered + 1)
  let eventful = false
  for (;;) {
    const changed = timeline.advanceTo(day)
    for (const one of watched) {
      if (!changed && one.turnsOn > day) continue
      one.found = one.rule.find(facts, day, one.own)
      one.turnsOn = one.rule.nextChange(facts, day, one.own)
    }
    update()
    if (day > end) return all
    const next = Math.min(nextMorning(), end + 1)
    eventful = timeline.isEventful(next - 1)
    if (eventful) foresee(next)
    day = next
  }

  function update(): void {
    const contacts = timeline.contactsOn(day - 1)
    let isSilent: ((rule: Rule) => boolean) | undefined
    for (const one of watched) {
      const { rule, open } = one
      if (one.found === null && open === null) continue
      const found = isOfRelation(rule, facts) ? one.found : null
      if (open) {
        const about = contacts.length > 0 && contacts.some((contact) => isDone(contact, rule.reason))
        const again = about && found?.of === undefined && found?.dueOn !== open.dueOn
        if (found && found.of === open.of && !again) {
          open.dueOn = found.dueOn
          continue
        }
        close(one, open, about)
      }
      if (!found) continue
      const back = found.of === undefined ? undefined : one.away?.get(found.of)
      if (back) {
        one.away?.delete(found.of as number)
        back.end = 'open'
        back.endedOn = null
        one.open = { episode: back, of: found.of, dueOn: found.dueOn, wouldStay: false }
        continue
      }
      isSilent ??= silencedOn(facts, day, minGap)
      if (day > end || isSilent(rule)) continue
      const episode = begun(rule, found)
      all.push(episode)
      one.open = { episode, of: found.of, dueOn: found.dueOn, wouldStay: false }
    }
  }

  function close(one: WatchedReason, { episode, of, wouldStay }: OpenEpisode, about: boolean): void {
    one.open = null
    episode.end = about ? 'done' : eventful && wouldStay ? 'fell-away' : 'lapsed'
    episode.endedOn = day - 1
    if (of === undefined) return
    one.away ??= new Map()
    one.away.set(of, episode)
  }

  function begun({ reason }: Rule, { of }: HeldReason): Episode {
    return {
      customerId: facts.customerId,
      reason: reason as Reason,
      tier: timeline.tier,
      from: day,
      before: day < begin,
      by: reason === 'birthday' ? Math.max(day, of ?? day) : day,
      waits: reason === 'promise' && standingPromise(facts.contacts, promiseDays)?.made.nextOn === null,
      end: 'open',
      endedOn: null,
    }
  }

  /** The first later morning on which what stands may be otherwise. */
  function nextMorning(): DayNumber {
    let next = timeline.nextChange()
    for (const { turnsOn } of watched) if (turnsOn < next) next = turnsOn
    if (facts.contacts.length === 0) return next
    const consider = (change: DayNumber) => {
      if (change > day && change < next) next = change
    }
    consider((lastReached(facts) ?? Number.NEGATIVE_INFINITY) + minGap)
    for (const { outcome, on } of facts.contacts) if (outcome === 'declined') consider(on + declineSilence)
    return next
  }

  function foresee(next: DayNumber): void {
    for (const { rule, own, open, turnsOn } of watched) {
      if (open === null) continue
      const found = turnsOn > next ? open : rule.find(facts, next, own)
      open.wouldStay = found !== null && found.of === open.of
    }
  }
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
