import { type DayNumber, daySerial } from '../day.ts'
import { days, on, weight } from '../policy-key.ts'
import { type Facts, isAbout, isSettled } from './facts.ts'
import { firstAfter, rule } from './rule.ts'

/**
 * Some of a customer's points lapse soon; several days are one reason, the nearest first. Whoever was told is left in
 * peace for a while: one who buys every day has points that lapse every day.
 */
export const points = rule({
  reason: 'points',
  relation: 'proactive',
  // again: days between two words about them; 0: for every day on which some lapse.
  params: { on, weight: weight(30), days: days(30), again: days(14) },
  heldBack: true,
  needs: 'points',
  looksAt: ['points', 'contacts'],
  nextChange: (facts, after, own) =>
    firstAfter(
      after,
      ...facts.points.flatMap(({ lapseOn }) => [lapseOn - own.days, lapseOn]),
      ...facts.contacts.map(({ on }) => on + own.again),
    ),
  find(facts, day, own) {
    if (toldOn(facts, day, own) !== null) return null
    const near = facts.points.filter(
      ({ lapseOn }) => day >= lapseOn - own.days && day < lapseOn && !isSettled(facts, 'points', lapseOn - own.days),
    )
    const [first] = near
    if (!first) return null
    const sum = near.reduce((total, one) => total + one.points, 0)
    return {
      dueOn: first.lapseOn - own.days,
      of: first.lapseOn,
      detail: (asOf: DayNumber) => ({
        points: first.points,
        on: daySerial(first.lapseOn),
        daysAway: first.lapseOn - asOf,
        soon: sum,
      }),
    }
  },
})

/** The day of a contact about points that were due then, less than `again` days before the day. */
function toldOn(
  { contacts, points: lots }: Facts,
  day: DayNumber,
  own: { readonly days: number; readonly again: number },
): DayNumber | null {
  const told = contacts.findLast(
    (contact) =>
      contact.counts &&
      contact.on <= day &&
      day - contact.on < own.again &&
      (contact.about === null
        ? lots.some(({ lapseOn }) => contact.on >= lapseOn - own.days && contact.on < lapseOn)
        : isAbout(contact, 'points')),
  )
  return told?.on ?? null
}
