import logGamma from '@stdlib/math-base-special-gammaln'
import type { BgNbd, BuyingHistory } from '../../../../src/ledger/report/value/bg-nbd.ts'

/** The fit Fader, Hardie & Lee (2005) publish. */
export const published: BgNbd = { r: 0.2426, alpha: 4.4136, a: 0.7929, b: 2.4259 }

/** Gauss's series as it stands, for |z| < 1. */
export function gauss(a: number, b: number, c: number, z: number): number {
  let [term, sum] = [1, 1]
  // Not before the terms fall.
  for (let k = 0; k < 100_000 && (k < Math.abs(a) + Math.abs(b) || Math.abs(term) > 1e-17 * Math.abs(sum)); k++) {
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z
    sum += term
  }
  return sum
}

/** Formula 10 of the paper as it stands. */
export function paperExpectation(
  { r, alpha, a, b }: BgNbd,
  { frequency: x, recency, age }: BuyingHistory,
  t: number,
): number {
  const left = ((alpha + age) / (alpha + age + t)) ** (r + x)
  const grown = ((a + b + x - 1) / (a - 1)) * (1 - left * gauss(r + x, b + x, a + b + x - 1, t / (alpha + age + t)))
  return grown / (1 + (x > 0 ? (a / (b + x - 1)) * ((alpha + age) / (alpha + recency)) ** (r + x) : 0))
}

/** Formula 6 of the paper as it stands, with its gamma functions. */
export function paperLikelihood({ r, alpha, a, b }: BgNbd, { frequency: x, recency, age }: BuyingHistory): number {
  const beta = (p: number, q: number) => logGamma(p) + logGamma(q) - logGamma(p + q)
  const stayed =
    beta(a, b + x) - beta(a, b) + logGamma(r + x) - logGamma(r) + r * Math.log(alpha) - (r + x) * Math.log(alpha + age)
  if (x === 0) return stayed
  const left =
    beta(a + 1, b + x - 1) -
    beta(a, b) +
    logGamma(r + x) -
    logGamma(r) +
    r * Math.log(alpha) -
    (r + x) * Math.log(alpha + recency)
  return Math.max(stayed, left) + Math.log1p(Math.exp(-Math.abs(stayed - left)))
}

/** The mean of f(p) where p is beta distributed, by the midpoint rule in a variable that flattens both ends. */
export function overBeta(a: number, b: number, of: (p: number, q: number) => number, steps = 4_000): number {
  let [sum, weight] = [0, 0]
  for (let at = 0; at < steps; at++) {
    // The double exponential of Takahasi and Mori: p = 1 / (1 + e^(-pi sinh u)).
    const u = -4.2 + (8.4 * (at + 0.5)) / steps
    const bent = Math.PI * Math.sinh(u)
    const [logP, logQ] = [-Math.log1p(Math.exp(-bent)), -Math.log1p(Math.exp(bent))]
    const w = Math.exp(a * logP + b * logQ) * Math.cosh(u)
    weight += w
    if (w > 0) sum += w * of(Math.exp(logP), Math.exp(logQ))
  }
  return sum / weight
}

/** Draws, the same each time. */
export function chance(seed: number) {
  let state = seed >>> 0
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4_294_967_296
  }
  const exponential = (rate: number) => -Math.log(uniform()) / rate
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
  /** Marsaglia & Tsang 2000. */
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape)
    const d = shape - 1 / 3
    for (;;) {
      const x = normal()
      const v = (1 + x / Math.sqrt(9 * d)) ** 3
      if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
    }
  }
  const beta = (a: number, b: number) => {
    const [x, y] = [gamma(a), gamma(b)]
    return x / (x + y)
  }
  return { uniform, exponential, gamma, beta }
}

/** When a customer of the model buys after the first purchase, up to `end`. */
export function visits(
  { r, alpha, a, b }: BgNbd,
  end: number,
  { exponential, gamma, beta, uniform }: ReturnType<typeof chance>,
): number[] {
  const rate = gamma(r) / alpha
  const leaving = beta(a, b)
  const times: number[] = []
  for (let at = exponential(rate); at <= end; at += exponential(rate)) {
    times.push(at)
    if (uniform() < leaving) break
  }
  return times
}
