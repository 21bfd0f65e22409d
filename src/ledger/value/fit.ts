import { climbSimplex, type Height } from './simplex.ts'
import { reachSummit, type Summit } from './summit.ts'

/** A likelihood to be made as large as can be over the logarithms of its parameters. */
export interface Likelihood {
  /** The log-likelihood of all customers, and how many they are. */
  readonly exact: (logs: readonly number[]) => number
  readonly customers: number
  /** The same of some of them, evenly taken, where all are too many to begin with. */
  readonly rough: { readonly of: (logs: readonly number[]) => number; readonly customers: number } | null
  /** Points to climb from, far apart; the first is the plainest. Units of time and money are in them. */
  readonly starts: readonly (readonly number[])[]
}

export interface Fitted {
  /** The parameters. */
  readonly at: readonly number[]
  readonly logLikelihood: number
  /** How many starts were tried, and how many came to this summit, to a hundredth of log-likelihood. */
  readonly starts: number
  readonly agreeing: number
  /** The steepest slope per customer along the logarithm of a parameter: 0 at a maximum; null where there is no telling. */
  readonly slope: number | null
  /** Standard errors of the logarithms of the parameters, from the curvature; null where the likelihood is flat. */
  readonly errors: readonly number[] | null
  /** The logarithms of the parameters over those of the first start: how far they ran from what is usual. */
  readonly strayed: readonly number[]
}

/** How far a logarithm may stray from the first start; beyond, numbers lose their digits and mean nothing. */
const bound = 12
/** Log-likelihoods nearer than this are one summit. */
const same = 0.01

/** Climbs from every start by simplex, then to the very summit by Newton's steps; with very many customers from a part of them first. */
export function fitLikelihood({ exact, customers, rough, starts }: Likelihood): Fitted {
  const [plain = []] = starts
  const within = (of: (logs: readonly number[]) => number, count: number): Height => {
    return (at) => (at.some((value, axis) => Math.abs(value - (plain[axis] ?? 0)) > bound) ? Number.NEGATIVE_INFINITY : of(at) / count)
  }
  const all = within(exact, customers)
  const first = rough ? within(rough.of, rough.customers) : all
  const summits = starts.map((start) => reachSummit(first, climbSimplex(first, start)))
  const highest = summits.reduce((one, other) => (other.height > one.height ? other : one))
  const agreeing = summits.filter(({ height }) => (highest.height - height) * (rough?.customers ?? customers) < same).length
  const { at, height, slope, spread } = rough ? reachSummit(all, climbSimplex(all, beginning(highest, plain), { step: 0.1 })) : highest
  return {
    at: at.map(Math.exp),
    logLikelihood: height * customers,
    starts: starts.length,
    agreeing,
    slope: Number.isFinite(slope) ? slope : null,
    errors: spread?.map((row, axis) => Math.sqrt((row[axis] ?? 0) / customers)) ?? null,
    strayed: at.map((value, axis) => value - (plain[axis] ?? 0)),
  }
}

/** From where to climb with everybody: the summit of the part, unless it was none. */
function beginning({ at, spread }: Summit, plain: readonly number[]): readonly number[] {
  return spread ? at : plain
}

/** Why a model is not to be relied on, and by which of its parameters. */
export interface Doubt {
  readonly why: 'runaway' | 'flat' | 'no-summit' | 'starts-differ' | 'no-mean'
  readonly parameters: readonly string[]
}

/** A thousandfold of what is usual, up or down: such a parameter is on its way to nowhere. */
const far = Math.log(1000)
/** A standard error of 3 in a logarithm: the parameter may as well be 20 times as large. */
const flat = 3
/** Per customer, of the log-likelihood along the logarithm of a parameter. */
const level = 1e-6

/**
 * The checks a fit must pass, in this order: no parameter a thousand times what is usual; the likelihood curved enough to know each to a
 * factor of 20; no slope left; at least two starts at the same summit. Null when it passes.
 */
export function doubtOf({ strayed, errors, slope, agreeing }: Fitted, names: readonly string[]): Doubt | null {
  const which = (bad: (axis: number) => boolean) => names.filter((_, axis) => bad(axis))
  const runaways = which((axis) => !(Math.abs(strayed[axis] ?? 0) < far))
  if (runaways.length > 0) return { why: 'runaway', parameters: runaways }
  if (errors === null) return { why: 'flat', parameters: [...names] }
  const vague = which((axis) => !((errors[axis] ?? 0) < flat))
  if (vague.length > 0) return { why: 'flat', parameters: vague }
  if (slope === null || slope > level) return { why: 'no-summit', parameters: [] }
  return agreeing < 2 ? { why: 'starts-differ', parameters: [] } : null
}
