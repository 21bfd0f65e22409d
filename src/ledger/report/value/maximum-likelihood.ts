import { nelderMead } from './nelder-mead.ts'
import { newtonRefine, type Optimum, type SmoothObjective } from './newton.ts'

/** A likelihood to be made as large as can be over the logarithms of its parameters. */
export interface LikelihoodProblem {
  /** The log-likelihood of all customers, and how many they are. */
  readonly exact: SmoothObjective
  readonly customers: number
  /** The same of some of them, evenly taken, where all are too many to begin with. */
  readonly rough: { readonly of: SmoothObjective; readonly customers: number } | null
  /**
   * Points to start from, far apart; the first is the plainest, the second and the last suit most shops. Units of time
   * and money are in them.
   */
  readonly starts: readonly (readonly number[])[]
}

export interface FittedModel {
  /** The parameters. */
  readonly at: readonly number[]
  readonly logLikelihood: number
  /** How many starts were tried, and how many came to this maximum, to a hundredth of log-likelihood. */
  readonly starts: number
  readonly agreeing: number
  /**
   * The steepest slope per customer along the logarithm of a parameter: 0 at a maximum; null where there is no telling.
   */
  readonly slope: number | null
  /** Standard errors of the logarithms of the parameters, from the curvature; null where the likelihood is flat. */
  readonly errors: readonly number[] | null
  /** The logarithms of the parameters over those of the first start: how far they ran from what is usual. */
  readonly strayed: readonly number[]
}

/** How far a logarithm may stray from the first start; beyond, numbers lose their digits and mean nothing. */
const bound = 12
/** Log-likelihoods nearer than this are one maximum. */
const same = 0.01

/**
 * Maximises from every start by Nelder and Mead, then refines by Newton's steps. With very many customers all starts
 * are tried over a part of them, and Newton goes on from there over everybody; where the part says too little, two
 * starts are tried over everybody.
 */
export function fitLikelihood({ exact, customers, rough, starts }: LikelihoodProblem): FittedModel {
  const [plain = []] = starts
  const within = (of: SmoothObjective, count: number): SmoothObjective => ({
    value: (at) =>
      at.some((value, axis) => Math.abs(value - (plain[axis] ?? 0)) > bound)
        ? Number.NEGATIVE_INFINITY
        : of.value(at) / count,
    derivatives(at) {
      const { slope, curvature } = of.derivatives(at)
      return {
        slope: slope.map((value) => value / count),
        curvature: curvature.map((row) => row.map((value) => value / count)),
      }
    },
  })
  const maximise = (objective: SmoothObjective, from: readonly (readonly number[])[]) =>
    from.map((start) => newtonRefine(objective, nelderMead(objective.value, start)))
  const all = within(exact, customers)
  if (!rough) return bestOf(maximise(all, starts), plain, customers)
  const part = bestOf(maximise(within(rough.of, rough.customers), starts), plain, rough.customers)
  if (doubtOf(part, []) === null) {
    const whole = bestOf([newtonRefine(all, part.at.map(Math.log))], plain, customers)
    return { ...whole, starts: part.starts, agreeing: part.agreeing }
  }
  const two = [starts[1], starts.at(-1)].filter((start) => start !== undefined)
  return bestOf(maximise(all, two), plain, customers)
}

function bestOf(optima: readonly Optimum[], plain: readonly number[], customers: number): FittedModel {
  const highest = optima.reduce((one, other) => (other.value > one.value ? other : one))
  const { at, value, slope, covariance } = highest
  return {
    at: at.map(Math.exp),
    logLikelihood: value * customers,
    starts: optima.length,
    agreeing: optima.filter((one) => (value - one.value) * customers < same).length,
    slope: Number.isFinite(slope) ? slope : null,
    errors: covariance?.map((row, axis) => Math.sqrt((row[axis] ?? 0) / customers)) ?? null,
    strayed: at.map((value, axis) => value - (plain[axis] ?? 0)),
  }
}

/** Why a model is not to be relied on, and by which of its parameters. */
export interface FitDoubt {
  readonly why: 'runaway' | 'flat' | 'no-summit' | 'starts-differ' | 'no-mean'
  readonly parameters: readonly string[]
}

/** A thousandfold of what is usual, up or down: such a parameter grows without end. */
const far = Math.log(1000)
/** A standard error of 3 in a logarithm: the parameter may as well be 20 times as large. */
const flat = 3
/** Per customer, of the log-likelihood along the logarithm of a parameter. */
const level = 1e-6

/**
 * The checks a fit must pass, in this order: no parameter a thousand times what is usual; the likelihood curved enough
 * to know each to a factor of 20; no slope left; at least two starts at the same maximum. Null when it passes.
 */
export function doubtOf({ strayed, errors, slope, agreeing }: FittedModel, names: readonly string[]): FitDoubt | null {
  const which = (bad: readonly boolean[]) => (bad.includes(true) ? names.filter((_, axis) => bad[axis]) : null)
  const runaways = which(strayed.map((by) => !(Math.abs(by) < far)))
  if (runaways) return { why: 'runaway', parameters: runaways }
  const vague = which(errors?.map((error) => !(error < flat)) ?? strayed.map(() => true))
  if (vague) return { why: 'flat', parameters: vague }
  if (slope === null || slope > level) return { why: 'no-summit', parameters: [] }
  return agreeing < 2 ? { why: 'starts-differ', parameters: [] } : null
}
