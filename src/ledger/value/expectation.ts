import type { History, Purchasing } from './purchasing.ts'

/**
 * The chance that a customer has not left for good (Fader & Hardie 2008, "Computing P(alive) using the BG/NBD model", note 021). 1 for
 * everyone who bought once: the model lets customers leave after a repeat purchase only.
 */
export function aliveChance({ r, alpha, a, b }: Purchasing, { frequency, recency, age }: History): number {
  if (frequency === 0) return 1
  return 1 / (1 + Math.exp(Math.log(a / (b + frequency - 1)) + (r + frequency) * Math.log((alpha + age) / (alpha + recency))))
}

/**
 * Purchase days to expect within `time` of a customer who is surely active (Fader, Hardie & Lee 2005, formula 10, before the chance of
 * being so): with c = a + b + x - 1 and z = t / (alpha + T + t),
 *
 *   c / (a - 1) [1 - (1 - z)^(r + x) 2F1(r + x, b + x; c; z)]
 *
 * is 0 / 0 at a = 1 and at c = 0, near which real shops lie. Euler's transformation, 2F1(A, B; c; z) = (1 - z)^(c - A - B) 2F1(c - A,
 * c - B; c; z) with c - B = a - 1, leaves the factor a - 1 in every term but the first, and c beneath every term but the first:
 *
 *   -c expm1((a - 1) ln(1 - z)) / (a - 1) - (1 - z)^(a - 1) sum over k >= 1 of (c - A)_k (a)_(k-1) / ((c + 1)_(k-1) k!) z^k
 */
export function expectedWhileAlive({ r, alpha, a, b }: Purchasing, { frequency, age }: Pick<History, 'frequency' | 'age'>, time: number): number {
  if (time <= 0) return 0
  const c = a + b + frequency - 1
  const z = time / (alpha + age + time)
  const left = Math.log1p(-z)
  const plain = a === 1 ? -left : -Math.expm1((a - 1) * left) / (a - 1)
  const { sum, scale } = sumSeries(c - r - frequency, a, c, z)
  const expected = c * plain - sum * Math.exp((a - 1) * left + scale)
  return Math.max(0, expected)
}

/** Purchase days to expect within `time` of a customer with this history, alive or not (formula 10). */
export function expectedPurchases(model: Purchasing, history: History, time: number): number {
  return aliveChance(model, history) * expectedWhileAlive(model, history, time)
}

/** The sum above, as sum x e^scale: with a large `a` its terms outgrow a double before (1 - z)^(a - 1) makes them small again. */
function sumSeries(d: number, a: number, c: number, z: number): { sum: number; scale: number } {
  let term = d * z
  let sum = term
  let scale = 0
  for (let k = 1; k < 1_000_000; k++) {
    term *= (((d + k) * (a + k - 1)) / ((c + k) * (k + 1))) * z
    sum += term
    // From where each term is smaller than the one before, what is left is below a geometric series.
    const ratio = (Math.abs(d + k + 1) * (a + k) * z) / ((c + k + 1) * (k + 2))
    if (ratio < 1 && Math.abs(term) <= 1e-16 * Math.abs(sum) * (1 - ratio)) break
    if (Math.abs(term) > 1e250) {
      term *= 1e-250
      sum *= 1e-250
      scale += 250 * Math.LN10
    }
  }
  return { sum, scale }
}
