import { daySerial } from '../day.ts'
import { days, on, weight } from '../policy-key.ts'
import { isSettled } from './facts.ts'
import { rule } from './rule.ts'
import { apart, isAnyNear, nextOfLarge } from './thanks.ts'

/** How is the newest large purchase doing? */
export const afterSale = rule({
  reason: 'after-sale',
  relation: 'accountable',
  params: { on, weight: weight(60), days: days(7), until: days(30), again: days(30) },
  needs: 'large',
  looksAt: ['large', 'contacts'],
  nextChange: ({ large }, after, own) => nextOfLarge(large, after, own),
  find(facts, day, own) {
    if (!isAnyNear(facts.large, day, own)) return null
    // One that a newer large purchase followed before its own day was never asked about.
    const asked = facts.large.filter(
      ({ on }, at) => (facts.large[at + 1]?.on ?? Number.POSITIVE_INFINITY) > on + own.days,
    )
    const newest = facts.large.at(-1)
    if (!newest || !apart(asked, own.again, ({ on }) => on + own.days).includes(newest)) return null
    const dueOn = newest.on + own.days
    if (day < dueOn || day > newest.on + own.until || isSettled(facts, 'after-sale', dueOn)) return null
    return {
      dueOn,
      of: newest.on,
      detail: () => ({ on: daySerial(newest.on), amount: newest.amount, item: newest.item }),
    }
  },
})
