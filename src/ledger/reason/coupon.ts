import { type DayNumber, daySerial } from '../day.ts'
import { days, on, weight } from '../policy-key.ts'
import { isSettled } from './facts.ts'
import { firstAfter, rule } from './rule.ts'

/** A coupon they can still use is good for a few days more; several are one reason, the nearest first. */
export const coupon = rule({
  reason: 'coupon',
  relation: 'proactive',
  params: { on, weight: weight(30), days: days(7) },
  heldBack: true,
  needs: 'coupons',
  looksAt: ['coupons', 'contacts'],
  nextChange: ({ coupons }, after, own) =>
    firstAfter(after, ...coupons.flatMap(({ until, givenOn }) => [Math.max(until - own.days, givenOn + 1), until + 1])),
  find(facts, day, own) {
    // Given within its last days, it was told of when it was given.
    const near = facts.coupons
      .map((one) => ({ ...one, dueOn: Math.max(one.until - own.days, one.givenOn + 1) }))
      .filter(({ until, dueOn }) => day >= dueOn && day <= until && !isSettled(facts, 'coupon', dueOn))
      .toSorted((one, other) => one.until - other.until)
    const [first] = near
    if (!first) return null
    return {
      dueOn: Math.min(...near.map(({ dueOn }) => dueOn)),
      of: first.until,
      detail: (asOf: DayNumber) => ({
        coupons: near.map(({ code, until }) => ({ code, until: daySerial(until), daysAway: until - asOf })),
      }),
    }
  },
})
