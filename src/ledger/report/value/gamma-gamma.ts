import logGamma from '@stdlib/math-base-special-gammaln'
import { digamma, trigamma } from './digamma.ts'
import type { Objective } from './nelder-mead.ts'
import type { Derivatives, SmoothObjective } from './newton.ts'

/**
 * The Gamma-Gamma model of what a purchase day brings (Fader & Hardie 2013, "The Gamma-Gamma model of monetary value",
 * note 025 at brucehardie.com): amounts of a customer are gamma distributed (shape p) around a mean of their own, which
 * is inverse gamma distributed over customers (shape q, scale p gamma). Currency units.
 */
export interface GammaGamma {
  readonly p: number
  readonly q: number
  readonly gamma: number
}

/** A customer's purchase days after the first, and the mean of what they brought, above 0. */
export interface Spender {
  readonly frequency: number
  readonly mean: number
}

/** Their means by their frequencies, both in order. */
export type SpendersByFrequency = ReadonlyMap<number, Float64Array>

export function groupByFrequency(spenders: readonly Spender[]): SpendersByFrequency {
  const groups = [...Map.groupBy(spenders, ({ frequency }) => frequency)].sort(([one], [other]) => one - other)
  return new Map(groups.map(([frequency, alike]) => [frequency, Float64Array.from(alike, ({ mean }) => mean).sort()]))
}

/**
 * The log-likelihood of the parameters' logarithms (ln p, ln q, ln gamma), made for many looks (formula 1a of the
 * note).
 */
export function gammaGammaLikelihood(spenders: SpendersByFrequency): SmoothObjective {
  let [total, logMeans, repeats] = [0, 0, 0]
  for (const [frequency, means] of spenders) {
    total += means.length
    for (const mean of means) {
      logMeans += Math.log(mean)
      repeats += frequency * Math.log(mean * frequency)
    }
  }
  const byFrequency = [...spenders].map(
    ([frequency, means]) => [frequency, means.map((mean) => frequency * mean)] as const,
  )
  const value: Objective = ([logP = 0, logQ = 0, logGammaScale = 0]) => {
    const [p, q, gamma] = [Math.exp(logP), Math.exp(logQ), Math.exp(logGammaScale)]
    let sum = total * (q * logGammaScale - logGamma(q)) - logMeans + p * repeats
    for (const [x, spent] of byFrequency)
      sum += spent.length * (logGamma(p * x + q) - logGamma(p * x)) - (p * x + q) * sumOfLogs(spent, gamma)
    return sum
  }
  return { value, derivatives }

  /** Along p, q and gamma themselves term by term; along the logarithm of one it is so many times that. */
  function derivatives([logP = 0, logQ = 0, logGammaScale = 0]: readonly number[]): Derivatives {
    const [p, q, gamma] = [Math.exp(logP), Math.exp(logQ), Math.exp(logGammaScale)]
    let [ofP, ofQ, ofGamma] = [repeats, total * (logGammaScale - digamma(q)), (total * q) / gamma]
    let [pp, pq, qq] = [0, 0, -total * trigamma(q)]
    let [pGamma, qGamma, gammaGamma] = [0, total / gamma, (-total * q) / gamma ** 2]
    for (const [x, spent] of byFrequency) {
      const [customers, shape] = [spent.length, p * x + q]
      const [logs, parts, squares] = [sumOfLogs(spent, gamma), ...sumsOfParts(spent, gamma)]
      const [slope, bend] = [digamma(shape), trigamma(shape)]
      ofP += x * (customers * (slope - digamma(p * x)) - logs)
      ofQ += customers * slope - logs
      ofGamma -= shape * parts
      pp += x * x * customers * (bend - trigamma(p * x))
      pq += x * customers * bend
      qq += customers * bend
      pGamma -= x * parts
      qGamma -= parts
      gammaGamma += shape * squares
    }
    return {
      slope: [p * ofP, q * ofQ, gamma * ofGamma],
      curvature: [
        [p * (ofP + p * pp), p * q * pq, p * gamma * pGamma],
        [p * q * pq, q * (ofQ + q * qq), q * gamma * qGamma],
        [p * gamma * pGamma, q * gamma * qGamma, gamma * (ofGamma + gamma * gammaGamma)],
      ],
    }
  }
}

/** The sum of ln(value + more) over values: the logarithm is taken of many at a time. */
function sumOfLogs(values: Float64Array, more: number): number {
  let [sum, product] = [0, 1]
  for (let at = 0; at < values.length; at++) {
    product *= (values[at] as number) + more
    if (product > 1e200 || product < 1e-200) {
      sum += Math.log(product)
      product = 1
    }
  }
  return sum + Math.log(product)
}

/** The sums of 1 / (value + more) and of its square. */
function sumsOfParts(values: Float64Array, more: number): [parts: number, squares: number] {
  let [parts, squares] = [0, 0]
  for (let at = 0; at < values.length; at++) {
    const part = 1 / ((values[at] as number) + more)
    parts += part
    squares += part * part
  }
  return [parts, squares]
}

/**
 * What a purchase day of a customer brings on average, given the mean of so many repeat days (formula 5 of the note):
 * the shop's mean where there are none, the more the customer's own the more there are. A mean below 0 counts as 0.
 * Needs q > 1.
 */
export function averageValue({ p, q, gamma }: GammaGamma, frequency: number, mean: number): number {
  return ((gamma + frequency * Math.max(0, mean)) * p) / (p * frequency + q - 1)
}
