import { daySerial } from '../day.ts'
import { days, on, weight } from '../policy-key.ts'
import { type Facts, isSettled, type PastContact } from './facts.ts'
import { firstAfter, rule } from './rule.ts'

/** Somebody said they were interested, and has not bought since. The newest time counts. */
export const interested = rule({
  reason: 'interested',
  relation: 'proactive',
  params: { on, weight: weight(58), days: days(3), until: days(60) },
  needs: 'contacts',
  looksAt: ['contacts', 'lastBought'],
  nextChange(facts, after, own) {
    const shown = interestOf(facts)
    return shown === null ? Number.POSITIVE_INFINITY : firstAfter(after, shown.on + own.days, shown.on + own.until + 1)
  },
  find(facts, day, own) {
    const shown = interestOf(facts)
    if (shown === null) return null
    const dueOn = shown.on + own.days
    if (day < dueOn || day > shown.on + own.until || isSettled(facts, 'interested', dueOn)) return null
    return { dueOn, of: shown.on, detail: () => ({ on: daySerial(shown.on), note: shown.note }) }
  },
})

/** The newest contact that showed interest; null where there is none, or they bought or declined since. */
function interestOf({ contacts, lastBought }: Facts): PastContact | null {
  const at = contacts.findLastIndex(({ outcome }) => outcome === 'interested')
  const shown = contacts[at]
  if (!shown || (lastBought !== null && lastBought >= shown.on)) return null
  return contacts.slice(at + 1).some(({ outcome }) => outcome === 'declined') ? null : shown
}
