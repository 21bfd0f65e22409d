import {
  type GammaGamma,
  gammaGammaLikelihood,
  groupByFrequency,
  type Spender,
  type SpendersByFrequency,
} from './gamma-gamma.ts'
import { doubtOf, type FitDoubt, type FittedModel, fitLikelihood } from './maximum-likelihood.ts'

export interface GammaGammaFit {
  readonly model: GammaGamma
  readonly fitted: FittedModel
  readonly doubt: FitDoubt | null
}

/** More customers than this, and the climb begins with every n-th of them. */
const many = 20_000

/**
 * Fits Gamma-Gamma by maximum likelihood, whatever the order of the spenders. Where q is not above 1 by its standard
 * error, the shop's mean may be infinite: no-mean.
 */
export function fitGammaGamma(spenders: readonly Spender[]): GammaGammaFit {
  const customers = spenders.length
  const money = spenders.reduce((sum, { mean }) => sum + mean, 0) / customers
  const grouped = groupByFrequency(spenders)
  const every = Math.ceil(customers / many)
  const part = every === 1 ? null : takeEvenly(grouped, every)
  const fitted = fitLikelihood({
    exact: gammaGammaLikelihood(grouped),
    customers,
    rough: part && { of: gammaGammaLikelihood(part), customers: sizeOf(part) },
    starts: [
      [1, 2, money],
      [6, 4, money / 2],
      [20, 10, money],
      [1, 20, 20 * money],
    ].map((start) => start.map(Math.log)),
  })
  const [p = 0, q = 0, gamma = 0] = fitted.at
  const [, error = 0] = fitted.errors ?? []
  const doubt =
    doubtOf(fitted, ['p', 'q', 'gamma']) ??
    (q * (1 - error) > 1 ? null : { why: 'no-mean' as const, parameters: ['q'] })
  return { model: { p, q, gamma }, fitted, doubt }
}

/** Every n-th of them in their order. */
function takeEvenly(spenders: SpendersByFrequency, every: number): SpendersByFrequency {
  let passed = 0
  const taken = new Map<number, Float64Array>()
  for (const [frequency, means] of spenders) {
    const before = passed
    const some = means.filter((_, at) => (before + at) % every === every >> 1)
    if (some.length > 0) taken.set(frequency, some)
    passed += means.length
  }
  return taken
}

const sizeOf = (spenders: SpendersByFrequency) => [...spenders.values()].reduce((sum, { length }) => sum + length, 0)
