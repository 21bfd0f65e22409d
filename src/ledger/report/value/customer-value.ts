import type { Purchasing } from './bg-nbd.ts'
import type { Buyer } from './buyers.ts'
import { discount } from './discounting.ts'
import { aliveChance, makeOutlook, type Outlook } from './expected-purchases.ts'
import { averageValue, type Spending } from './gamma-gamma.ts'

/** What the models say of a customer: a chance, purchase days within the horizon, and currency units. Null where a model says nothing. */
export interface Worth {
  readonly alive: number | null
  readonly expected: number | null
  readonly average: number | null
  readonly lifetime: number | null
}

/** How far to look, in units of so many days, and the force of interest per unit. */
export interface Prospect {
  readonly unitDays: number
  readonly horizon: number
  readonly force: number
}

/**
 * Values one customer after another; `spentAgain` in currency units. What depends on the number of purchases and the age alone, the costly
 * part, is reckoned once for all who have them in common. Without a model (null: not to be relied on) what it would say is null.
 */
export function makeAppraiser(purchasing: Purchasing | null, spending: Spending | null, { unitDays, horizon, force }: Prospect) {
  const ahead = new Map<number, { purchases: number; discounted: number }>()
  const outlook = purchasing && makeOutlook(purchasing)
  const lookAhead = (look: Outlook, frequency: number, age: number) => {
    const key = frequency * 131_072 + age
    let found = ahead.get(key)
    if (!found) {
      const history = { frequency, age: age / unitDays }
      found = { purchases: look(history, horizon), discounted: discount(look, history, horizon, force) }
      ahead.set(key, found)
    }
    return found
  }
  return ({ frequency, recency, age }: Pick<Buyer, 'frequency' | 'recency' | 'age'>, spentAgain: number): Worth => {
    if (!purchasing || !outlook) return { alive: null, expected: null, average: null, lifetime: null }
    const alive = aliveChance(purchasing, { frequency, recency: recency / unitDays, age: age / unitDays })
    const { purchases, discounted } = lookAhead(outlook, frequency, age)
    const average = spending && averageValue(spending, frequency, frequency === 0 ? 0 : spentAgain / frequency)
    return { alive, expected: alive * purchases, average, lifetime: average === null ? null : average * alive * discounted }
  }
}
