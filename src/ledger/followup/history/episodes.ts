import type { DayNumber } from '../../day.ts'
import { declineSilence, type Facts, isAbout, lastReached, type PastContact } from '../../reason/facts.ts'
import { isPromise, standingPromise } from '../../reason/promise.ts'
import type { HeldReason, Rule } from '../../reason/rule.ts'
import type { Reason } from '../../reason/rules.ts'
import type { Tier } from '../../vocabulary.ts'
import { type ActiveRules, isOfRelation, silencedOn } from '../reasons.ts'
import type { CustomerTimeline } from './customer-timeline.ts'
import { bitsOf } from './fact-bits.ts'

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

/** A rule that is switched on, with its own settings and what it looks at (`bitsOf`). */
export interface ReplayedRule {
  readonly rule: Rule
  readonly own: never
  readonly looksAt: number
}

export interface ReplayedRules {
  readonly active: readonly ReplayedRule[]
  readonly minGap: number
  readonly promiseDays: number
}

export function replayedRules({ active }: ActiveRules): ReplayedRule[] {
  return active.map(({ rule, own }) => ({ rule, own: own as never, looksAt: bitsOf(...rule.looksAt) }))
}

/** A reason as it goes from morning to morning for one customer. */
class WatchedReason {
  readonly rule: Rule
  readonly own: never
  readonly looksAt: number
  /** As it stood on the last morning on which it may have turned, and the next of those mornings. */
  found: HeldReason | null = null
  turnsOn: DayNumber = 0
  open: OpenEpisode | null = null
  /** Those that ended and may go on: the same birthday, the same purchase. */
  private away: OpenEpisode[] | null = null

  constructor({ rule, own, looksAt }: ReplayedRule) {
    this.rule = rule
    this.own = own
    this.looksAt = looksAt
  }

  look(facts: Facts, day: DayNumber): void {
    this.found = this.rule.find(facts, day, this.own)
    this.turnsOn = this.rule.nextChange(facts, day, this.own)
  }

  /** How it would stand on a morning if nothing were entered on the day before. */
  foresee(facts: Facts, morning: DayNumber): void {
    const { open } = this
    if (open === null) return
    const found = this.turnsOn > morning ? open : this.rule.find(facts, morning, this.own)
    open.wouldStay = found !== null && found.of === open.of
  }

  putAway(episode: OpenEpisode): void {
    this.open = null
    if (episode.of === undefined) return
    this.away ??= []
    this.away.push(episode)
  }

  /** Goes on with one that ended, where it is the same that has come up. */
  isBack({ of, dueOn }: HeldReason): boolean {
    const { away } = this
    if (of === undefined || away === null) return false
    const at = away.findIndex((one) => one.of === of)
    if (at === -1) return false
    const [back] = away.splice(at, 1) as [OpenEpisode]
    this.open = { ...back, dueOn, wouldStay: false }
    this.open.episode.end = 'open'
    this.open.episode.endedOn = null
    return true
  }
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
  rules: ReplayedRules,
): Episode[] {
  const { facts } = timeline
  const watched: WatchedReason[] = []
  for (const one of rules.active)
    if (one.rule.needs === undefined || timeline.mayHave(one.rule.needs)) watched.push(new WatchedReason(one))
  const all: Episode[] = []
  const stretch = { begin, end, rules, watched, all }
  // A customer is known from the morning after they were entered: what already holds then falls due on that day.
  let day = Math.max(begin - 1, facts.entered + 1)
  let eventful = false
  for (;;) {
    const changed = timeline.advanceTo(day)
    for (const one of watched) if (one.turnsOn <= day || (changed & one.looksAt) !== 0) one.look(facts, day)
    update(timeline, day, eventful, stretch)
    if (day > end) return all
    const next = Math.min(nextMorning(timeline, day, stretch), end + 1)
    eventful = timeline.isEventful(next - 1)
    if (eventful) for (const one of watched) one.foresee(facts, next)
    day = next
  }
}

interface Stretch {
  readonly begin: DayNumber
  readonly end: DayNumber
  readonly rules: ReplayedRules
  readonly watched: readonly WatchedReason[]
  readonly all: Episode[]
}

/** Ends and begins episodes by what was found on a morning; `eventful`: something was entered on the day before. */
function update(timeline: CustomerTimeline, day: DayNumber, eventful: boolean, stretch: Stretch): void {
  const { facts } = timeline
  const contacts = timeline.contactsOn(day - 1)
  let isSilent: ((rule: Rule) => boolean) | undefined
  for (const one of stretch.watched) {
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
      open.episode.end = about ? 'done' : eventful && open.wouldStay ? 'fell-away' : 'lapsed'
      open.episode.endedOn = day - 1
      one.putAway(open)
    }
    if (!found || one.isBack(found)) continue
    isSilent ??= silencedOn(facts, day, stretch.rules.minGap)
    if (day > stretch.end || isSilent(rule)) continue
    const episode = begun(timeline, day, rule, found, stretch)
    stretch.all.push(episode)
    one.open = { episode, of: found.of, dueOn: found.dueOn, wouldStay: false }
  }
}

function begun(
  { facts, tier }: CustomerTimeline,
  day: DayNumber,
  { reason }: Rule,
  { of }: HeldReason,
  { begin, rules }: Stretch,
): Episode {
  return {
    customerId: facts.customerId,
    reason: reason as Reason,
    tier,
    from: day,
    before: day < begin,
    by: reason === 'birthday' ? Math.max(day, of ?? day) : day,
    waits: reason === 'promise' && standingPromise(facts.contacts, rules.promiseDays)?.made.nextOn === null,
    end: 'open',
    endedOn: null,
  }
}

/** The first later morning on which what stands may be otherwise. */
function nextMorning(timeline: CustomerTimeline, day: DayNumber, { watched, rules }: Stretch): DayNumber {
  const { facts } = timeline
  let next = timeline.nextChange()
  for (const { turnsOn } of watched) if (turnsOn < next) next = turnsOn
  if (facts.contacts.length === 0) return next
  const consider = (change: DayNumber) => {
    if (change > day && change < next) next = change
  }
  consider((lastReached(facts) ?? Number.NEGATIVE_INFINITY) + rules.minGap)
  for (const { outcome, on } of facts.contacts) if (outcome === 'declined') consider(on + declineSilence)
  return next
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
