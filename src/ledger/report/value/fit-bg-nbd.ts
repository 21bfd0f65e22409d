import type { BgNbd, SharedHistory } from './bg-nbd.ts'
import { bgNbdLikelihood } from './bg-nbd-likelihood.ts'
import { doubtOf, type FitDoubt, type FittedModel, fitLikelihood } from './maximum-likelihood.ts'

export interface BgNbdFit {
  readonly model: BgNbd
  readonly fitted: FittedModel
  readonly doubt: FitDoubt | null
}

/** More histories than this, and the climb begins with so many customers evenly taken; it ends over everybody. */
const many = 5_000

/**
 * Fits BG/NBD by maximum likelihood. The order of the histories matters nothing when they come sorted, as `groupAlike`
 * gives them.
 */
export function fitBgNbd(histories: readonly SharedHistory[]): BgNbdFit {
  const customers = histories.reduce((sum, one) => sum + one.customers, 0)
  // Nobody may have been seen for a day.
  const time = histories.reduce((sum, one) => sum + one.customers * one.age, 0) / customers || 1
  const part = histories.length > many ? takeEvenly(histories, customers, many) : null
  const fitted = fitLikelihood({
    exact: bgNbdLikelihood(histories),
    customers,
    rough: part && { of: bgNbdLikelihood(part), customers: part.reduce((sum, one) => sum + one.customers, 0) },
    starts: [
      [1, time, 1, 1],
      [0.25, time / 8, 0.8, 2.5],
      [3, 3 * time, 0.2, 5],
      [1, time / 4, 0.05, 2],
    ].map((start) => start.map(Math.log)),
  })
  const [r = 0, alpha = 0, a = 0, b = 0] = fitted.at
  return { model: { r, alpha, a, b }, fitted, doubt: doubtOf(fitted, ['r', 'alpha', 'a', 'b']) }
}

/** About `wanted` of the customers, every n-th in the order of their histories. */
function takeEvenly(histories: readonly SharedHistory[], customers: number, wanted: number): SharedHistory[] {
  const every = Math.ceil(customers / wanted)
  const taken: SharedHistory[] = []
  let passed = every >> 1
  for (const one of histories) {
    passed += one.customers
    const hits = Math.floor(passed / every)
    passed -= hits * every
    if (hits > 0) taken.push({ ...one, customers: hits })
  }
  return taken
}
