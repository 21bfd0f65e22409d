import type { Objective } from './nelder-mead.ts'

/** The first and second derivatives of a function at a point. */
export interface Derivatives {
  readonly slope: readonly number[]
  readonly curvature: readonly (readonly number[])[]
}

/** A function with its derivatives by formula. */
export interface SmoothObjective {
  readonly value: Objective
  derivatives(at: readonly number[]): Derivatives
}

export interface Optimum {
  readonly at: readonly number[]
  readonly value: number
  /** The steepest slope along any axis: 0 at a maximum. */
  readonly slope: number
  /**
   * The inverse of the negated curvature where that is positive definite, else null: of a log-likelihood, the
   * covariance.
   */
  readonly covariance: readonly (readonly number[])[] | null
}

/** Goes from near a maximum to it by Newton's steps, halved until they lead up; stops where they no longer do. */
export function newtonRefine(
  { value: objective, derivatives }: SmoothObjective,
  start: readonly number[],
  most = 20,
): Optimum {
  let at = start
  let here = objective(at)
  for (let round = 0; ; round++) {
    const { slope, curvature } = derivatives(at)
    const steepest = Math.max(...slope.map(Math.abs))
    const covariance = invertPositive(curvature.map((row) => row.map((value) => -value)))
    const optimum = { at, value: here, slope: steepest, covariance }
    if (round === most || steepest < 1e-9 || covariance === null) return optimum
    const step = covariance.map((row) => row.reduce((sum, value, axis) => sum + value * (slope[axis] ?? 0), 0))
    const longest = Math.max(...step.map(Math.abs))
    let part = Math.min(1, 2 / longest)
    let next = at
    let there = Number.NEGATIVE_INFINITY
    for (; part > 1e-3 && !(there > here); part /= 2) {
      next = at.map((value, axis) => value + part * (step[axis] ?? 0))
      there = objective(next)
    }
    if (!(there > here)) return optimum
    at = next
    here = there
  }
}

/** The inverse of a symmetric matrix by Cholesky's decomposition; null when it is not positive definite. */
export function invertPositive(matrix: readonly (readonly number[])[]): number[][] | null {
  const n = matrix.length
  const lower = matrix.map(() => new Array<number>(n).fill(0))
  const entry = (of: readonly (readonly number[])[], i: number, j: number) => of[i]?.[j] ?? 0
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = entry(matrix, i, j)
      for (let k = 0; k < j; k++) sum -= entry(lower, i, k) * entry(lower, j, k)
      if (i === j && !(sum > 1e-12 * Math.abs(entry(matrix, i, i)))) return null
      ;(lower[i] as number[])[j] = i === j ? Math.sqrt(sum) : sum / entry(lower, j, j)
    }
  }
  const columns = matrix.map((_, column) => {
    const half = new Array<number>(n).fill(0)
    for (let i = 0; i < n; i++) {
      let sum = i === column ? 1 : 0
      for (let k = 0; k < i; k++) sum -= entry(lower, i, k) * (half[k] ?? 0)
      half[i] = sum / entry(lower, i, i)
    }
    const whole = new Array<number>(n).fill(0)
    for (let i = n - 1; i >= 0; i--) {
      let sum = half[i] ?? 0
      for (let k = i + 1; k < n; k++) sum -= entry(lower, k, i) * (whole[k] ?? 0)
      whole[i] = sum / entry(lower, i, i)
    }
    return whole
  })
  return columns
}
