import type { Height } from './nelder-mead.ts'

/** How the ground lies at a point: the slope along each axis, and the curvature, both by central differences. */
export interface Ground {
  readonly slope: readonly number[]
  readonly curvature: readonly (readonly number[])[]
}

/** Small enough that the third derivative does not show, large enough that rounding does not. */
const slopeStep = 1e-4
const curvatureStep = 1e-3

export function feel(height: Height, at: readonly number[]): Ground {
  const shifted = (...shifts: readonly (readonly [axis: number, by: number])[]) => {
    const moved = [...at]
    for (const [axis, by] of shifts) moved[axis] = (moved[axis] ?? 0) + by
    return height(moved)
  }
  const slope = at.map((_, axis) => (shifted([axis, slopeStep]) - shifted([axis, -slopeStep])) / (2 * slopeStep))
  const here = height(at)
  const h = curvatureStep
  const curvature = at.map(() => at.map(() => 0))
  for (let i = 0; i < at.length; i++) {
    for (let j = 0; j <= i; j++) {
      const bend =
        i === j
          ? (shifted([i, h]) - 2 * here + shifted([i, -h])) / (h * h)
          : (shifted([i, h], [j, h]) - shifted([i, h], [j, -h]) - shifted([i, -h], [j, h]) + shifted([i, -h], [j, -h])) / (4 * h * h)
      ;(curvature[i] as number[])[j] = bend
      ;(curvature[j] as number[])[i] = bend
    }
  }
  return { slope, curvature }
}

export interface Summit {
  readonly at: readonly number[]
  readonly height: number
  /** The steepest slope along any axis: 0 at a summit. */
  readonly slope: number
  /** The inverse of the curvature turned over, where it bends down every way; null on flat ground. Of a likelihood: the covariance. */
  readonly spread: readonly (readonly number[])[] | null
}

/** Goes from near a summit to it by Newton's steps, halved until they lead up; stops where they no longer do. */
export function reachSummit(height: Height, start: readonly number[], most = 20): Summit {
  let at = start
  let here = height(at)
  for (let round = 0; ; round++) {
    const { slope, curvature } = feel(height, at)
    const steepest = Math.max(...slope.map(Math.abs))
    const spread = invertPositive(curvature.map((row) => row.map((value) => -value)))
    const summit = { at, height: here, slope: steepest, spread }
    if (round === most || steepest < 1e-9 || spread === null) return summit
    const step = spread.map((row) => row.reduce((sum, value, axis) => sum + value * (slope[axis] ?? 0), 0))
    const longest = Math.max(...step.map(Math.abs))
    let part = Math.min(1, 2 / longest)
    let next = at
    let there = Number.NEGATIVE_INFINITY
    for (; part > 1e-3 && !(there > here); part /= 2) {
      next = at.map((value, axis) => value + part * (step[axis] ?? 0))
      there = height(next)
    }
    if (!(there > here)) return summit
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
