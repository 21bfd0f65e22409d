import type { BgNbd } from './bg-nbd.ts'
import type { ModelBuyer } from './buyers.ts'
import { discount } from './discounting.ts'
import { aliveChance, type ExpectedPurchases, makeExpectedPurchases } from './expected-purchases.ts'
import { averageValue, type GammaGamma } from './gamma-gamma.ts'

/**
 * What the models say of a customer: a chance, purchase days within the horizon, and currency units. Null where a model
 * says nothing.
 */
export interface CustomerValue {
  readonly alive: number | null
  readonly expected: number | null
  readonly average: number | null
  readonly lifetime: number | null
}

/** How far to look, in units of so many days, and the force of interest per unit. */
export interface ValueHorizon {
  readonly unitDays: number
  readonly horizon: number
  readonly force: number
}

/**
 * Values one customer after another; `spentAgain` in currency units. What depends on the number of purchases and the
 * age alone, the costly part, is worked out once for all who have them in common. Without a model (null: not to be
 * relied on) what it would say is null.
 */
export function makeValuer(
  purchasing: BgNbd | null,
  spending: GammaGamma | null,
  { unitDays, horizon, force }: ValueHorizon,
) {
  const ahead = new Map<number, { purchases: number; discounted: number }>()
  const expected = purchasing && makeExpectedPurchases(purchasing)
  const lookAhead = (expected: ExpectedPurchases, frequency: number, age: number) => {
    const key = frequency * 131_072 + age
    let found = ahead.get(key)
    if (!found) {
      const history = { frequency, age: age / unitDays }
      found = { purchases: expected(history, horizon), discounted: discount(expected, history, horizon, force) }
      ahead.set(key, found)
    }
    return found
  }
  return (
    { frequency, recency, age }: Pick<ModelBuyer, 'frequency' | 'recency' | 'age'>,
    spentAgain: number,
  ): CustomerValue => {
    if (!purchasing || !expected) return { alive: null, expected: null, average: null, lifetime: null }
    const alive = aliveChance(purchasing, { frequency, recency: recency / unitDays, age: age / unitDays })
    const { purchases, discounted } = lookAhead(expected, frequency, age)
    const average = spending && averageValue(spending, frequency, frequency === 0 ? 0 : spentAgain / frequency)
    return {
      alive,
      expected: alive * purchases,
      average,
      lifetime: average === null ? null : average * alive * discounted,
    }
  }
}
