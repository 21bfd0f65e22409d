import logGamma from '@stdlib/math-base-special-gammaln'

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

/**
 * The log-likelihood of the parameters' logarithms (ln p, ln q, ln gamma), made for many looks (formula 1a of the
 * note).
 */
export function gammaGammaLikelihood(spenders: readonly Spender[]): (logs: readonly number[]) => number {
  const weights = new Map<number, number>()
  let [logMeans, repeats] = [0, 0]
  for (const { frequency, mean } of spenders) {
    weights.set(frequency, (weights.get(frequency) ?? 0) + 1)
    logMeans += Math.log(mean)
    repeats += frequency * Math.log(mean * frequency)
  }
  const total = spenders.length
  const frequencies = [...weights]
  const spent = Float64Array.from(spenders, ({ frequency, mean }) => frequency * mean)
  const frequency = Float64Array.from(spenders, (one) => one.frequency)
  return ([logP = 0, logQ = 0, logGammaScale = 0]) => {
    const [p, q, gamma] = [Math.exp(logP), Math.exp(logQ), Math.exp(logGammaScale)]
    let sum = total * (q * logGammaScale - logGamma(q)) - logMeans + p * repeats
    for (const [x, customers] of frequencies) sum += customers * (logGamma(p * x + q) - logGamma(p * x))
    for (let at = 0; at < total; at++)
      sum -= (p * (frequency[at] as number) + q) * Math.log(gamma + (spent[at] as number))
    return sum
  }
}

/**
 * What a purchase day of a customer brings on average, given the mean of so many repeat days (formula 5 of the note):
 * the shop's mean where there are none, the more the customer's own the more there are. A mean below 0 counts as 0.
 * Needs q > 1.
 */
export function averageValue({ p, q, gamma }: GammaGamma, frequency: number, mean: number): number {
  return ((gamma + frequency * Math.max(0, mean)) * p) / (p * frequency + q - 1)
}
