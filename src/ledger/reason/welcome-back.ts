import { daySerial } from '../day.ts'
import { days, on, weight } from '../policy-key.ts'
import { isSettled } from './facts.ts'
import { firstAfter, rule } from './rule.ts'

/** Somebody who was lost bought again. */
export const welcomeBack = rule({
  reason: 'welcome-back',
  relation: 'accountable',
  params: { on, weight: weight(64), days: days(1), until: days(30) },
  heldBack: true,
  needs: 'returnedOn',
  looksAt: ['returnedOn', 'contacts'],
  nextChange: ({ returnedOn }, after, own) =>
    returnedOn === null
      ? Number.POSITIVE_INFINITY
      : firstAfter(after, returnedOn + own.days, returnedOn + own.until + 1),
  find(facts, day, own) {
    const { returnedOn } = facts
    if (returnedOn === null) return null
    const dueOn = returnedOn + own.days
    if (day < dueOn || day > returnedOn + own.until || isSettled(facts, 'welcome-back', dueOn)) return null
    return { dueOn, of: returnedOn, detail: () => ({ on: daySerial(returnedOn) }) }
  },
})
