import { type GammaGamma, gammaGammaLikelihood, type Spender } from './gamma-gamma.ts'
import { doubtOf, type FitDoubt, type FittedModel, fitLikelihood } from './maximum-likelihood.ts'

export interface GammaGammaFit {
  readonly model: GammaGamma
  readonly fitted: FittedModel
  readonly doubt: FitDoubt | null
}

/** More customers than this, and the climb begins with every n-th of them. */
const many = 20_000

/**
 * Fits Gamma-Gamma by maximum likelihood, the spenders sorted so that their order matters nothing. Where q is not above
 * 1 by its standard error, the shop's mean may be infinite: no-mean.
 */
export function fitGammaGamma(spenders: readonly Spender[]): GammaGammaFit {
  const customers = spenders.length
  const money = spenders.reduce((sum, { mean }) => sum + mean, 0) / customers
  const every = Math.ceil(customers / many)
  const part = every === 1 ? null : spenders.filter((_, at) => at % every === every >> 1)
  const fitted = fitLikelihood({
    exact: gammaGammaLikelihood(spenders),
    customers,
    rough: part && { of: gammaGammaLikelihood(part), customers: part.length },
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
