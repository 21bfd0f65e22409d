import { daySerial } from '../day.ts'
import { days, on, weight } from '../policy-key.ts'
import { isSettled } from './facts.ts'
import { firstAfter, rule } from './rule.ts'

/** Somebody bought for the first time: greeted while they are new. */
export const welcome = rule({
  reason: 'welcome',
  relation: 'accountable',
  params: { on, weight: weight(65), days: days(1), until: days(30) },
  heldBack: true,
  needs: 'newSince',
  looksAt: ['newSince', 'purchaseDays', 'contacts'],
  nextChange: ({ newSince }, after, own) =>
    newSince === null ? Number.POSITIVE_INFINITY : firstAfter(after, newSince + own.days, newSince + own.until + 1),
  find(facts, day, own) {
    const { newSince, purchaseDays } = facts
    if (newSince === null || purchaseDays > newDays) return null
    const dueOn = newSince + own.days
    if (day < dueOn || day > newSince + own.until || isSettled(facts, 'welcome', dueOn)) return null
    return { dueOn, detail: () => ({ firstOn: daySerial(newSince) }) }
  },
})

/** Who has bought on more days is a regular. */
const newDays = 2
