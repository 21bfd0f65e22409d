import type { BgNbd } from './bg-nbd.ts'
import type { BgNbdFit } from './fit-bg-nbd.ts'
import type { GammaGammaFit } from './fit-gamma-gamma.ts'
import type { FitDoubt, FittedModel } from './maximum-likelihood.ts'

/** Both models as JSON says them. */
export interface ValueModel extends BgNbd {
  readonly logLikelihood: number
  readonly p: number | null
  readonly q: number | null
  readonly gamma: number | null
  /** Of BG/NBD: when it is unreliable, nothing is said of any customer. */
  readonly status: 'reliable' | 'unreliable'
  readonly doubt: FitDoubt | null
  readonly checks: FitChecks
  /** Of Gamma-Gamma, apart: when it is not reliable, no money is said. */
  readonly spending: {
    readonly status: 'reliable' | 'unreliable' | 'too-little-data'
    readonly doubt: FitDoubt | null
    /** How many customers' repeat days it is fitted to, and how many it takes. */
    readonly customers: number
    readonly needed: number
    readonly logLikelihood: number | null
    readonly checks: FitChecks | null
  }
}

/** Whether a maximum was found; `doubtOf` says what must hold. */
export interface FitChecks {
  readonly starts: number
  readonly agreeing: number
  readonly slope: number | null
  /** Standard errors of the logarithms of the parameters, in their order. */
  readonly errors: readonly number[] | null
}

/** Both models as they are told: their parameters, how sure they are, and how many they were fitted to. */
export function modelToPublic(
  { model, fitted, doubt }: BgNbdFit,
  spending: GammaGammaFit | null,
  spenders: { customers: number; needed: number },
): ValueModel {
  const { p = null, q = null, gamma = null } = spending?.model ?? {}
  return {
    r: significant(model.r),
    alpha: significant(model.alpha),
    a: significant(model.a),
    b: significant(model.b),
    logLikelihood: tidy(fitted.logLikelihood),
    p: p && significant(p),
    q: q && significant(q),
    gamma: gamma && significant(gamma),
    status: doubt ? 'unreliable' : 'reliable',
    doubt,
    checks: checksOf(fitted),
    spending: {
      status: !spending ? 'too-little-data' : spending.doubt ? 'unreliable' : 'reliable',
      doubt: spending?.doubt ?? null,
      ...spenders,
      logLikelihood: spending && tidy(spending.fitted.logLikelihood),
      checks: spending && checksOf(spending.fitted),
    },
  }
}

function checksOf({ starts, agreeing, slope, errors }: FittedModel): FitChecks {
  return {
    starts,
    agreeing,
    slope: slope === null ? null : significant(slope, 1),
    errors: errors?.map((error) => significant(error, 3)) ?? null,
  }
}

/** So many digits as mean something: a fit is known to about seven. */
export function significant(value: number, digits = 7): number {
  return Number(value.toPrecision(digits))
}

/** A millionth is less than any figure of a shop is known to. */
export function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
