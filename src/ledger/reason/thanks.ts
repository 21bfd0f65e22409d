import { type DayNumber, daySerial } from '../day.ts'
import { days, on, weight } from '../policy-key.ts'
import { isSettled, type LargePurchase } from './facts.ts'
import { rule } from './rule.ts'

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
  changeDays: ({ large }, own) =>
    large.length === 0 ? [] : large.flatMap(({ on }) => [on + own.days, on + own.until + 1]),
  find(facts, day, own) {
    if (facts.large.length === 0) return null
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
