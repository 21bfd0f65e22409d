import { type DayNumber, daySerial } from '../day.ts'
import { days, on, weight } from '../policy-key.ts'
import { type Facts, isSettled, type NotedOccasion, type PastContact } from './facts.ts'
import { firstAfter, rule } from './rule.ts'

/** A day that is near, as the sentence tells it. */
interface NearDay {
  readonly text: string
  readonly on: string
  readonly daysAway: number
}

/**
 * Days the owner noted (the end of a contract, a wedding, every year or quarter), so many days before each; several are
 * one reason, the nearest first. For a partner also the yearly talk: 365 days after the last call or visit, else after
 * they joined, and every 365 days from there.
 */
export const occasion = rule({
  reason: 'occasion',
  relation: 'reactive',
  params: { on, weight: weight(60), days: days(7) },
  looksAt: ['occasions', 'relation', 'contacts'],
  nextChange(facts, after, own) {
    let next = facts.relation === 'partner' ? firstAfter(after, ...talkDays(facts)) : Number.POSITIVE_INFINITY
    for (const noted of facts.occasions)
      for (const on of noted.days(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY))
        next = Math.min(next, firstAfter(after, Math.max(on - aheadOf(noted, own), noted.notedOn), on + 1))
    return next
  },
  find(facts, day, own) {
    if (facts.occasions.length === 0) return yearlyTalk(facts, day)
    const near = facts.occasions
      .flatMap((noted) => nearDay(facts, noted, day, own) ?? [])
      .toSorted((one, other) => one.on - other.on)
    const [first] = near
    if (first) {
      const dueOn = Math.min(...near.map((one) => one.dueOn))
      const told = (asOf: DayNumber): NearDay[] =>
        near.map(({ text, on }) => ({ text, on: daySerial(on), daysAway: on - asOf }))
      return {
        dueOn,
        of: first.on,
        detail: (asOf: DayNumber) => ({ occasion: 'noted' as 'noted' | 'yearly-talk', lastOn: null, days: told(asOf) }),
      }
    }
    return yearlyTalk(facts, day)
  },
})

function aheadOf({ ahead }: NotedOccasion, own: { readonly days: number }): number {
  return ahead ?? own.days
}

/** The nearest of its days that is due for a word and has not had one. */
function nearDay(facts: Facts, noted: NotedOccasion, day: DayNumber, own: { readonly days: number }) {
  const ahead = aheadOf(noted, own)
  for (const on of noted.days(day, day + ahead)) {
    const dueOn = Math.max(on - ahead, noted.notedOn)
    if (day >= dueOn && !isSettled(facts, 'occasion', dueOn)) return { text: noted.text, on, dueOn }
  }
  return null
}

function yearlyTalk(facts: Facts, day: DayNumber) {
  if (facts.relation !== 'partner') return null
  const talked = lastTalk(facts)
  const talkedOn = lastTalkOn(facts)
  const passed = Math.floor((day - talkedOn) / 365)
  const dueOn = talkedOn + 365 * passed
  if (passed < 1 || isSettled(facts, 'occasion', dueOn)) return null
  const lastOn: string | null = talked === undefined ? null : daySerial(talked.on)
  return {
    dueOn,
    detail: () => ({ occasion: 'yearly-talk' as 'noted' | 'yearly-talk', lastOn, days: [] as NearDay[] }),
  }
}

/** The days of the talks to come, of twenty years. */
function talkDays(facts: Facts): DayNumber[] {
  const last = lastTalkOn(facts)
  return Array.from({ length: 20 }, (_, at) => last + 365 * (at + 1))
}

function lastTalkOn(facts: Facts): DayNumber {
  return lastTalk(facts)?.on ?? facts.joined ?? facts.entered
}

function lastTalk({ contacts }: Facts): PastContact | undefined {
  return contacts.findLast(
    ({ counts, outcome, channel }) => counts && outcome !== 'sent' && (channel === 'call' || channel === 'visit'),
  )
}
