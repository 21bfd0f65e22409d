import { daySerial } from '../day.ts'
import { days, on, weight } from '../policy-key.ts'
import { isSettled } from './facts.ts'
import { firstAfter, rule } from './rule.ts'

/** A regular stays away longer than they use to; raised once more on the day they count as lost. */
export const slipping = rule({
  reason: 'slipping',
  relation: 'proactive',
  // until: how long after the lost day it is still worth a word.
  params: { on, weight: weight(55), until: days(60) },
  needs: 'slippingOn',
  looksAt: ['slippingOn', 'lostOn', 'lastBought', 'gap', 'contacts'],
  nextChange: ({ slippingOn, lostOn }, after, own) =>
    slippingOn === null || lostOn === null
      ? Number.POSITIVE_INFINITY
      : firstAfter(after, slippingOn, lostOn, lostOn + own.until + 1),
  find(facts, day, own) {
    const { slippingOn, lostOn, lastBought, gap } = facts
    if (slippingOn === null || lostOn === null || lastBought === null || day < slippingOn || day > lostOn + own.until)
      return null
    const lost = day >= lostOn
    const dueOn = lost ? lostOn : slippingOn
    if (isSettled(facts, 'slipping', dueOn)) return null
    return {
      dueOn,
      of: lost ? lostOn : lastBought,
      detail: (asOf) => ({ gap, since: asOf - lastBought, lastOn: daySerial(lastBought), lost }),
    }
  },
})
