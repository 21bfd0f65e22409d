import { type DayNumber, daySerial } from '../day.ts'
import { on, weight } from '../policy-key.ts'
import { cadenceOn, type Facts, isLost, lastReached } from './facts.ts'
import { firstAfter, rule } from './rule.ts'

/** The tier's days between contacts are over (SPEC 4, Clock). */
export const cadence = rule({
  reason: 'cadence',
  relation: 'proactive',
  // purchases: whether a purchase or a payment puts the next contact off.
  params: { on, weight: weight(40), purchases: on },
  heldBack: true,
  looksAt: ['purchaseDays', 'lastBought', 'ownGap', 'lostOn', 'lastPaid', 'cadences', 'contacts'],
  nextChange(facts, after, own) {
    const { lostOn } = facts
    const clock = clockOn(facts, Number.NEGATIVE_INFINITY, own)
    return lostOn === null ? firstAfter(after, clock) : firstAfter(after, clock, lostOn, clockOn(facts, lostOn, own))
  },
  late: (facts, day) => facts.purchaseDays > 0 && !isLost(facts, day),
  find(facts, day, own) {
    if (facts.purchaseDays === 0 && isDoneWith(facts)) return null
    const dueOn = clockOn(facts, day, own)
    if (day < dueOn) return null
    const contacted = lastReached(facts)
    return {
      dueOn,
      detail: () => ({
        cadence: cadenceOn(facts, day),
        lastContactOn: contacted === null ? null : daySerial(contacted),
        lastPurchaseOn: facts.lastBought === null ? null : daySerial(facts.lastBought),
      }),
    }
  },
})

/** The day from which the next contact is due. */
function clockOn(facts: Facts, day: DayNumber, { purchases }: { readonly purchases: boolean }): DayNumber {
  const { joined, entered, undated, customerId, lastBought, lastPaid, ownGap, cadences } = facts
  const contacted = lastReached(facts)
  const moved = !purchases ? null : lastBought === null ? lastPaid : Math.max(lastBought, lastPaid ?? lastBought)
  if (contacted === null && moved === null)
    return undated ? entered + (customerId % 15) : (joined ?? entered) + cadences.first
  const cadence = cadenceOn(facts, day)
  const afterContact = contacted === null ? Number.NEGATIVE_INFINITY : contacted + cadence
  const afterPurchase =
    moved === null ? Number.NEGATIVE_INFINITY : moved + Math.max(cadence, Math.ceil((ownGap ?? 0) + 3))
  const latest = (contacted ?? Math.max(joined ?? entered, entered)) + 4 * cadence
  return Math.min(Math.max(afterContact, afterPurchase), latest)
}

/** One who never bought and declined, or was reached three times, is left alone until they buy. */
function isDoneWith({ contacts }: Facts): boolean {
  return contacts.some(({ outcome }) => outcome === 'declined') || contacts.filter(({ counts }) => counts).length >= 3
}
