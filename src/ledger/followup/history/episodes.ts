import type { DayNumber } from '../../day.ts'
import { declineSilence, type Facts, isAbout, lastReached, type PastContact } from '../../reason/facts.ts'
import { isPromise, standingPromise } from '../../reason/promise.ts'
import { firstAfter, type HeldReason, type Rule } from '../../reason/rule.ts'
import type { Reason } from '../../reason/rules.ts'
import type { Relation, Tier } from '../../vocabulary.ts'
import { type ActiveRules, isOfRelation, silencedOn } from '../reasons.ts'
import type { CustomerTimeline } from './customer-timeline.ts'
import { bitsOf } from './fact-bits.ts'
import { mayHave } from './own-history.ts'

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

/** What of the policy tells when a reason begins and ends. */
export interface EpisodePolicy {
  readonly minGap: number
  readonly promiseDays: number
}

const relationBit = bitsOf('relation')

/** A reason as it goes from morning to morning for one customer, and then for the next. */
class WatchedReason {
  readonly rule: Rule
  readonly reason: string
  /** Whether it can hold for a customer at all. */
  readonly mayHold: ReturnType<typeof mayHave>
  /** What it looks at (`bitsOf`). */
  readonly looksAt: number
  private readonly own: never
  // Rules are all of different shapes: what is asked of each a million times is looked up once.
  private readonly find: Rule['find']
  private readonly nextChange: Rule['nextChange']
  /** The relation asked of last, as most have the same, and what was said of it. */
  private relation: Relation | null = null
  private isNear = false
  /** As it stood on the last morning on which it may have turned, and the next of those mornings. */
  found: HeldReason | null = null
  turnsOn: DayNumber = Number.NEGATIVE_INFINITY
  open: OpenEpisode | null = null
  /** Those that ended and may go on: the same birthday, the same purchase. */
  private away: OpenEpisode[] | null = null

  constructor({ rule, own }: ActiveRules['active'][number]) {
    this.rule = rule
    this.reason = rule.reason
    this.mayHold = mayHave(rule.needs)
    this.own = own as never
    this.find = rule.find
    this.nextChange = rule.nextChange
    this.looksAt = bitsOf(...rule.looksAt)
  }

  begin(): void {
    this.found = null
    this.turnsOn = Number.NEGATIVE_INFINITY
    this.open = null
    this.away = null
  }

  /** Whether a customer is kept in touch with closely enough. */
  isFor(relation: Relation): boolean {
    if (relation !== this.relation) {
      this.relation = relation
      this.isNear = isOfRelation(this.rule, { relation })
    }
    return this.isNear
  }

  look(facts: Facts, day: DayNumber): void {
    this.found = this.find(facts, day, this.own)
    this.turnsOn = this.nextChange(facts, day, this.own)
  }

  /** How it would stand on a morning if nothing were entered on the day before. */
  foresee(facts: Facts, morning: DayNumber): void {
    const { open } = this
    if (open === null) return
    const found = this.turnsOn > morning ? open : this.find(facts, morning, this.own)
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

/** Tells of one customer after another when reasons held. */
export class EpisodeReader {
  private readonly timeline: CustomerTimeline
  private readonly rules: EpisodePolicy
  private readonly all: readonly WatchedReason[]
  /** Those of the reasons that can hold for the customer at all. */
  private watched: WatchedReason[] = []
  private begin: DayNumber = 0
  private end: DayNumber = 0
  private found: Episode[] = []

  constructor(timeline: CustomerTimeline, { active }: ActiveRules, rules: EpisodePolicy) {
    this.timeline = timeline
    this.rules = rules
    this.all = active.map((one) => new WatchedReason(one))
  }

  /** Every time a reason held on the mornings from one to another, by a timeline that begins before. */
  episodes(begin: DayNumber, end: DayNumber): Episode[] {
    const { timeline } = this
    const { facts } = timeline
    this.begin = begin
    this.end = end
    this.found = []
    this.watch()
    // A customer is known from the morning after they were entered: what already holds then falls due on that day.
    let day = Math.max(begin - 1, facts.entered + 1)
    let eventful = false
    for (;;) {
      const turnsOn = this.look(day, eventful)
      if (day > end) return this.found
      const next = Math.min(turnsOn, timeline.nextChange(), this.silenceEnds(day), end + 1)
      eventful = timeline.isEventful(next - 1)
      if (eventful) for (const one of this.watched) one.foresee(facts, next)
      day = next
    }
  }

  private watch(): void {
    this.watched = this.all.filter(({ mayHold }) => mayHold === undefined || this.timeline.may(mayHold))
    for (const one of this.watched) one.begin()
  }

  /**
   * What stands on a morning, `eventful` where something was entered on the day before. Tells when one of the reasons
   * may turn of itself.
   */
  private look(day: DayNumber, eventful: boolean): DayNumber {
    const { timeline } = this
    const changed = timeline.advanceTo(day)
    let next = Number.POSITIVE_INFINITY
    for (const one of this.watched) {
      const isLooked = one.turnsOn <= day || (changed & one.looksAt) !== 0
      if (isLooked) one.look(timeline.facts, day)
      // An open one stays as it is until it is looked at again, or their relation is another.
      const isSettled = one.open === null ? one.found === null : !isLooked && (changed & relationBit) === 0
      if (!isSettled) this.settle(one, day, eventful)
      if (one.turnsOn < next) next = one.turnsOn
    }
    return next
  }

  /** Ends or begins an episode by what was found on a morning. */
  private settle(one: WatchedReason, day: DayNumber, eventful: boolean): void {
    const { facts } = this.timeline
    const { rule, open } = one
    const found = one.found !== null && one.isFor(facts.relation) ? one.found : null
    if (open) {
      const isAbout = this.timeline.contactsOn(day - 1).some((contact) => isDone(contact, rule.reason))
      const again = isAbout && found?.of === undefined && found?.dueOn !== open.dueOn
      if (found && found.of === open.of && !again) {
        open.dueOn = found.dueOn
        return
      }
      open.episode.end = isAbout ? 'done' : eventful && open.wouldStay ? 'fell-away' : 'lapsed'
      open.episode.endedOn = day - 1
      one.putAway(open)
    }
    if (!found || one.isBack(found) || day > this.end || silencedOn(facts, day, this.rules.minGap)(rule)) return
    const episode = this.begun(day, rule, found)
    this.found.push(episode)
    one.open = { episode, of: found.of, dueOn: found.dueOn, wouldStay: false }
  }

  private begun(day: DayNumber, { reason }: Rule, { of }: HeldReason): Episode {
    const { facts, tier } = this.timeline
    return {
      customerId: facts.customerId,
      reason: reason as Reason,
      tier,
      from: day,
      before: day < this.begin,
      by: reason === 'birthday' ? Math.max(day, of ?? day) : day,
      waits: reason === 'promise' && standingPromise(facts.contacts, this.rules.promiseDays)?.made.nextOn === null,
      end: 'open',
      endedOn: null,
    }
  }

  /** The first later morning on which a contact holds a reason back no more. */
  private silenceEnds(day: DayNumber): DayNumber {
    const { facts } = this.timeline
    const { contacts } = facts
    if (contacts.length === 0) return Number.POSITIVE_INFINITY
    const reached = lastReached(facts)
    let next = firstAfter(day, reached === null ? null : reached + this.rules.minGap)
    for (const { outcome, on } of contacts)
      if (outcome === 'declined') next = Math.min(next, firstAfter(day, on + declineSilence))
    return next
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
