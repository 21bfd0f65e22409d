import { betaQuadrature, type Quadrature } from './beta-quadrature.ts'
import type { BgNbd, BuyingHistory } from './bg-nbd.ts'

/**
 * The chance that a customer has not left for good (Fader & Hardie 2008, "Computing P(alive) using the BG/NBD model",
 * note 021). 1 for everyone who bought once: the model lets customers leave after a repeat purchase only.
 */
export function aliveChance({ r, alpha, a, b }: BgNbd, { frequency, recency, age }: BuyingHistory): number {
  if (frequency === 0) return 1
  return (
    1 /
    (1 + Math.exp(Math.log(a / (b + frequency - 1)) + (r + frequency) * Math.log((alpha + age) / (alpha + recency))))
  )
}

/** Purchase days to expect within a time of a customer with so many so far and so old. */
export type ExpectedPurchases = (history: Pick<BuyingHistory, 'frequency' | 'age'>, time: number) => number

/**
 * What to expect of a customer who is surely active, for one after another. Who leaves with chance p after each
 * purchase makes (1 - e^(-rate p t)) / p of them within t. Given x and T the rate is gamma distributed (r + x, alpha +
 * T), which makes it
 *
 *   (1 - (1 + p t / (alpha + T))^-(r + x)) / p
 *
 * and p is beta distributed (a, b + x). The mean over p is formula 10 of Fader, Hardie & Lee (2005), which they give by
 * 2F1. Taken as it stands every term is positive: 2F1 is 0 / 0 at a = 1 and a + b + x = 1, and loses all digits where r
 * is large.
 */
export function makeExpectedPurchases({ r, alpha, a, b }: BgNbd): ExpectedPurchases {
  const quadratures = new Map<number, Quadrature>()
  const quadratureOf = (frequency: number) => {
    const found = quadratures.get(frequency) ?? betaQuadrature(a, b + frequency)
    quadratures.set(frequency, found)
    return found
  }
  return ({ frequency, age }, time) => {
    const { chance, weight } = quadratureOf(frequency)
    const shape = r + frequency
    const reach = time / (alpha + age)
    let sum = 0
    for (let at = 0; at < chance.length; at++) {
      const p = chance[at] as number
      // So small a chance to leave is none.
      sum += (weight[at] as number) * (p < 1e-200 ? shape * reach : -Math.expm1(-shape * Math.log1p(p * reach)) / p)
    }
    return sum
  }
}
