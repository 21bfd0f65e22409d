import type { Objective } from '../../../../src/ledger/report/value/nelder-mead.ts'
import type { Derivatives, SmoothObjective } from '../../../../src/ledger/report/value/newton.ts'

/** The same of a function that has none: by central differences. */
export function smoothed(value: Objective): SmoothObjective {
  return { value, derivatives: (at) => derivatives(value, at) }
}

/** Small enough that the third derivative does not show, large enough that rounding does not. */
const slopeStep = 1e-4
const curvatureStep = 1e-3

/** The first and second derivatives of a function at a point, by central differences. */
export function derivatives(objective: Objective, at: readonly number[]): Derivatives {
  const shifted = (...shifts: readonly (readonly [axis: number, by: number])[]) => {
    const moved = [...at]
    for (const [axis, by] of shifts) moved[axis] = (moved[axis] ?? 0) + by
    return objective(moved)
  }
  const slope = at.map((_, axis) => (shifted([axis, slopeStep]) - shifted([axis, -slopeStep])) / (2 * slopeStep))
  const here = objective(at)
  const h = curvatureStep
  const curvature = at.map(() => at.map(() => 0))
  for (let i = 0; i < at.length; i++) {
    for (let j = 0; j <= i; j++) {
      const second =
        i === j
          ? (shifted([i, h]) - 2 * here + shifted([i, -h])) / (h * h)
          : (shifted([i, h], [j, h]) -
              shifted([i, h], [j, -h]) -
              shifted([i, -h], [j, h]) +
              shifted([i, -h], [j, -h])) /
            (4 * h * h)
      ;(curvature[i] as number[])[j] = second
      ;(curvature[j] as number[])[i] = second
    }
  }
  return { slope, curvature }
}
