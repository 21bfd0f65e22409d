import { type DayNumber, daySerial } from '../day.ts'
import { days, on, weight } from '../policy-key.ts'
import { isSettled, type LargePurchase } from './facts.ts'
import { firstAfter, rule } from './rule.ts'

/** A large purchase, unless a payer's link brought it: nobody in the shop knew who that was. */
export const thanks = rule({
  reason: 'thanks',
  relation: 'accountable',
  params: {
    on,
    weight: weight(62),
    days: days(1),
    until: days(7),
    // again: days between two of them; 0: for every such purchase.
    again: days(30),
    // What a large purchase is, for after-sale too; null: the 90th percentile purchase of the window.
    minAmount: { kind: 'money', default: null, optional: true },
  },
  heldBack: true,
  needs: 'large',
  looksAt: ['large', 'contacts'],
  nextChange: ({ large }, after, own) => nextOfLarge(large, after, own),
  find(facts, day, own) {
    if (!isAnyNear(facts.large, day, own)) return null
    for (const { on, amount, item } of apart(
      facts.large.filter(({ linked }) => !linked),
      own.again,
      (large) => large.on + own.days,
    )) {
      const dueOn = on + own.days
      if (day < dueOn || day > on + own.until || isSettled(facts, 'thanks', dueOn)) continue
      return { dueOn, of: on, detail: () => ({ on: daySerial(on), amount, item }) }
    }
    return null
  },
})

/** Whether one of the purchases is spoken of on a day at all: the older ones are over. */
export function isAnyNear(
  large: readonly LargePurchase[],
  day: DayNumber,
  own: { readonly days: number; readonly until: number },
): boolean {
  for (let at = large.length - 1; at >= 0; at--) {
    const { on } = large[at] as LargePurchase
    if (day > on + own.until) return false
    if (day >= on + own.days) return true
  }
  return false
}

/**
 * Those of the purchases that raise a reason when it is raised at most once in so many days: each whose day is that far
 * from the one before it.
 */
export function apart<One extends LargePurchase>(
  purchases: readonly One[],
  days: number,
  raisedOn: (purchase: One) => DayNumber,
): One[] {
  let last = Number.NEGATIVE_INFINITY
  return purchases.filter((purchase) => {
    const day = raisedOn(purchase)
    if (day - last < days) return false
    last = day
    return true
  })
}

/**
 * The first day after another on which one of the purchases comes to be spoken of, or is no longer. What is older than
 * one that is over is over too.
 */
export function nextOfLarge(
  large: readonly LargePurchase[],
  after: DayNumber,
  own: { readonly days: number; readonly until: number },
): DayNumber {
  let next = Number.POSITIVE_INFINITY
  for (let at = large.length - 1; at >= 0; at--) {
    const { on } = large[at] as LargePurchase
    if (on + own.until < after) break
    next = Math.min(next, firstAfter(after, on + own.days, on + own.until + 1))
  }
  return next
}
