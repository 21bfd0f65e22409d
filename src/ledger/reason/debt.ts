import { type DayNumber, daySerial } from '../day.ts'
import { days, on, weight } from '../policy-key.ts'
import type { Facts } from './facts.ts'
import { firstAfter, rule } from './rule.ts'

/** Money owed for long, or past the day it was due. */
export const debt = rule({
  reason: 'debt',
  relation: 'basic',
  // again: how long a payment or a word about it puts it off.
  params: { on, weight: weight(50), days: days(31), again: days(7) },
  despiteDeclined: true,
  despiteComplaint: true,
  late: () => true,
  needs: 'unpaid',
  looksAt: ['unpaid', 'lastPaid', 'contacts'],
  nextChange: (facts, after, own) => firstAfter(after, debtDueOn(facts, own)),
  find(facts, day, own) {
    const { unpaid } = facts
    const dueOn = debtDueOn(facts, own)
    if (!unpaid || dueOn === null || day < dueOn) return null
    return {
      dueOn,
      detail: (asOf) => ({
        owed: unpaid.owed,
        oldestOn: daySerial(unpaid.on),
        days: asOf - unpaid.on,
        dueOn: unpaid.dueOn === null ? null : daySerial(unpaid.dueOn),
      }),
    }
  },
})

/** The day from which a debt is due to be spoken of; null when nothing is owed. */
function debtDueOn(
  { unpaid, lastPaid, contacts }: Facts,
  own: { readonly days: number; readonly again: number },
): DayNumber | null {
  if (!unpaid) return null
  let dueOn = unpaid.dueOn === null ? unpaid.on + own.days : unpaid.dueOn + 1
  if (lastPaid !== null) dueOn = Math.max(dueOn, lastPaid + own.again)
  for (const { counts, outcome, on, about } of contacts) {
    const aboutIt = about === null ? on >= dueOn : about.includes('debt')
    if (counts && outcome !== 'sent' && aboutIt) dueOn = Math.max(dueOn, on + own.again)
  }
  return dueOn
}
