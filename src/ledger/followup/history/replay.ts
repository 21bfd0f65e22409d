import type { Book } from '../../book/book.ts'
import { type Day, type DayNumber, daySerial, serial } from '../../day.ts'
import { type Facts, isAbout, lastReached, type Touch } from '../../reason/facts.ts'
import { isPromise, standingPromise } from '../../reason/promise.ts'
import type { Found, Rule } from '../../reason/rule.ts'
import type { Reason } from '../../reason/rules.ts'
import { readPurchases } from '../../standing/purchase-history.ts'
import type { Tier } from '../../vocabulary.ts'
import { type Judging, judgingBy, silencedOn } from '../reasons.ts'
import { type Life, liveThrough, type Person, type Sources } from './customer-timeline.ts'
import { readHistories } from './read-events.ts'
import { reckonMornings } from './shop-timeline.ts'

/** How it ended that a reason held: a contact about it; they came or paid first, or were sorted anew; its time went by; or it has not ended. */
export type Fate = 'done' | 'fell-away' | 'lapsed' | 'open'

/** One time that a reason held for a customer, from the morning `due` first had it. */
export interface Occasion {
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
  fate: Fate
  /** The day of the contact, of what made it fall away, or the last on which it held; null while open. */
  endedOn: DayNumber | null
}

export type Replayed = Person & { readonly keeper: string | null }

/** The lives of a shop's customers over a stretch of days, read once. */
export interface Replay {
  /** Everyone who is not archived and may be contacted. */
  readonly people: readonly Replayed[]
  /** The days looked at must lie within the stretch. */
  occasions(person: Replayed, from: DayNumber, to: DayNumber): Occasion[]
  /** Every reason on one morning, with the day it is due since: what `due` says before anything is entered that day. */
  morning(person: Replayed, day: DayNumber): readonly { readonly reason: Reason; readonly dueOn: Day }[]
}

/** Reads what is needed to tell, for every morning of a stretch of days, what `due` said on it. */
export async function readReplay(book: Pick<Book, 'db' | 'policy'>, { from, to }: { from: Day; to: Day }): Promise<Replay> {
  const { db, policy } = book
  const [first, last] = [serial(from) - 1, serial(to) + 1]
  const purchases = await readPurchases(db, to)
  const sources: Sources = {
    purchases,
    histories: await readHistories(book, purchases, { since: daySerial(first), to }),
    mornings: reckonMornings(purchases, first, last, policy),
    policy,
  }
  const people = await db
    .selectFrom('customer')
    .select([
      'id',
      'joined_on',
      'entered_on',
      'birthday',
      'opening_visits',
      'opening_last_on',
      'pinned_tier',
      'pinned_on',
      'pinned_until',
      'keeper',
      'change_id',
    ])
    .where('archived', '=', 0)
    .where('do_not_contact', '=', 0)
    .orderBy('id')
    .execute()
  const judging = judgingBy(policy)
  return {
    people,
    occasions: (person, begin, end) =>
      begin > end ? [] : follow(person, liveThrough(person, sources, begin - 1, end + 1), judging, begin, end, policy['due.promise.days']),
    morning(person, day) {
      const life = liveThrough(person, sources, day, day)
      life.goTo(day)
      return standing(life.facts, day, judging).flatMap(({ rule, found, shown }) =>
        shown ? [{ reason: rule.reason as Reason, dueOn: daySerial(found.dueOn) }] : [],
      )
    },
  }
}

interface Holding {
  readonly rule: Rule
  readonly found: Found
  /** Neither held back by a contact of the last days nor silent as they declined. */
  readonly shown: boolean
}

function standing(facts: Facts, day: DayNumber, { active, minGap }: Judging): Holding[] {
  const isSilent = silencedOn(facts, day, minGap)
  const holding: Holding[] = []
  for (const { rule, own } of active) {
    const found = rule.find(facts, day, own as never)
    if (found) holding.push({ rule, found, shown: !isSilent(rule) })
  }
  return holding
}

/** The first morning after a day on which what stands may be otherwise. */
function nextMorning(life: Life, day: DayNumber, { active, minGap }: Judging): DayNumber {
  let next = life.nextTurn()
  const look = (turn: DayNumber) => {
    if (turn > day && turn < next) next = turn
  }
  const { facts } = life
  for (const { rule, own } of active) {
    if (rule.turns) for (const turn of rule.turns(facts, own as never)) look(turn)
    else look(day + 1)
  }
  if (facts.touches.length > 0) {
    look((lastReached(facts) ?? Number.NEGATIVE_INFINITY) + minGap)
    for (const { outcome, on } of facts.touches) if (outcome === 'declined') look(on + 90)
  }
  return next
}

function follow(person: Replayed, life: Life, judging: Judging, begin: DayNumber, end: DayNumber, promiseDays: number): Occasion[] {
  const all: Occasion[] = []
  const open = new Map<string, { readonly occasion: Occasion; readonly rule: Rule; dueOn: DayNumber }>()
  // Out of sight, and perhaps back.
  const away = new Map<string, Occasion>()
  // Nobody could have known of who was not entered yet: what waits on their first morning falls due on it.
  let day = Math.max(begin - 1, life.facts.entered + 1)
  let would = new Map<string, boolean>()
  let eventful = false
  for (;;) {
    life.goTo(day)
    const holding = standing(life.facts, day, judging)
    if (holding.length > 0 || open.size > 0) turn(holding)
    if (day > end) return all
    const next = Math.min(nextMorning(life, day, judging), end + 1)
    eventful = life.isEventful(next - 1)
    would = eventful && open.size > 0 ? stillOn(next, open, life.facts, judging) : new Map()
    day = next
  }

  function turn(holding: readonly Holding[]): void {
    const spoken = life.touchesOn(day - 1)
    const now = new Map(holding.map((one) => [keyOf(one), one]))
    for (const [key, held] of open) {
      const one = now.get(key)
      const about = spoken.some((touch) => isDone(touch, held.rule.reason))
      if (one && !(about && one.found.of === undefined && one.found.dueOn !== held.dueOn)) {
        held.dueOn = one.found.dueOn
        continue
      }
      open.delete(key)
      const { occasion } = held
      occasion.fate = about ? 'done' : eventful && would.get(key) ? 'fell-away' : 'lapsed'
      occasion.endedOn = day - 1
      if (key !== held.rule.reason) away.set(key, occasion)
    }
    for (const [key, { rule, found, shown }] of now) {
      if (open.has(key)) continue
      const back = away.get(key)
      if (back) {
        away.delete(key)
        Object.assign(back, { fate: 'open', endedOn: null })
        open.set(key, { occasion: back, rule, dueOn: found.dueOn })
      } else if (shown && day <= end) {
        const reason = rule.reason as Reason
        const occasion: Occasion = {
          customerId: person.id,
          reason,
          tier: life.tier,
          from: day,
          before: day < begin,
          by: reason === 'birthday' ? Math.max(day, found.of ?? day) : day,
          waits: reason === 'promise' && standingPromise(life.facts.touches, promiseDays)?.made.nextOn === null,
          fate: 'open',
          endedOn: null,
        }
        all.push(occasion)
        open.set(key, { occasion, rule, dueOn: found.dueOn })
      }
    }
  }
}

/** Which of the open ones would hold on a morning had nothing happened before it. */
function stillOn(day: DayNumber, open: ReadonlyMap<string, unknown>, facts: Facts, judging: Judging): Map<string, boolean> {
  const keys = new Set(standing(facts, day, judging).map(keyOf))
  return new Map([...open.keys()].map((key) => [key, keys.has(key)]))
}

function keyOf({ rule, found }: Holding): string {
  return found.of === undefined ? rule.reason : `${rule.reason} ${found.of}`
}

/** Reasons a message that was only sent does not settle. */
const needsTalk: readonly string[] = ['promise', 'complaint', 'debt']

/** Whether a contact did what a reason asks for. Any that counts winds the clock; a promise is also settled by a newer one. */
function isDone(touch: Touch, reason: string): boolean {
  if (reason === 'promise' && isPromise(touch)) return true
  return touch.counts && (reason === 'cadence' || isAbout(touch, reason)) && !(touch.outcome === 'sent' && needsTalk.includes(reason))
}
