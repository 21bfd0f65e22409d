/** A function of several numbers to be made as large as can be; -Infinity where it must not go. */
export type Objective = (at: readonly number[]) => number

/**
 * Maximises with a simplex of n + 1 points (Nelder & Mead 1965, A simplex method for function minimization, The
 * Computer Journal 7), with the steps by dimension of Gao & Han 2012. Returns the highest point when the simplex is as
 * small and as level as `close` says, or after `most` evaluations. It needs no slope, and goes on where a likelihood is
 * flat.
 */
export function nelderMead(
  objective: Objective,
  start: readonly number[],
  { step = 0.5, close = 1e-6, most = 2_000 } = {},
): readonly number[] {
  const n = start.length
  const [expansion, contraction, shrinkage] = [1 + 2 / n, 0.75 - 0.5 / n, 1 - 1 / n]
  const evaluate = (at: readonly number[]): EvaluatedPoint => {
    const found = objective(at)
    return { at, value: Number.isNaN(found) ? Number.NEGATIVE_INFINITY : found }
  }
  let points = [
    evaluate(start),
    ...start.map((_, axis) => evaluate(start.map((value, at) => (at === axis ? value + step : value)))),
  ]
  let evaluations = n + 1
  while (evaluations < most) {
    points = points.toSorted((one, other) => other.value - one.value)
    const [best, lowest] = [points[0] as EvaluatedPoint, points[n] as EvaluatedPoint]
    if (isSmall(points, close)) return best.at
    const others = points.slice(0, n)
    const centre = start.map((_, axis) => others.reduce((sum, { at }) => sum + (at[axis] ?? 0), 0) / n)
    const along = (factor: number) => {
      evaluations++
      return evaluate(centre.map((value, axis) => value + factor * (value - (lowest.at[axis] ?? 0))))
    }
    const second = points[n - 1] as EvaluatedPoint
    const reflected = along(1)
    let next: EvaluatedPoint | null = reflected
    if (reflected.value > best.value) {
      const expanded = along(expansion)
      if (expanded.value > reflected.value) next = expanded
    } else if (reflected.value <= second.value) {
      const inside = reflected.value <= lowest.value
      const contracted = along(inside ? -contraction : contraction)
      next = contracted.value > Math.max(reflected.value, lowest.value) ? contracted : null
    }
    if (next) points = [...others, next]
    else {
      points = [
        best,
        ...points
          .slice(1)
          .map(({ at }) =>
            evaluate(at.map((value, axis) => (best.at[axis] ?? 0) + shrinkage * (value - (best.at[axis] ?? 0)))),
          ),
      ]
      evaluations += n
    }
  }
  return (points.toSorted((one, other) => other.value - one.value)[0] as EvaluatedPoint).at
}

interface EvaluatedPoint {
  readonly at: readonly number[]
  readonly value: number
}

function isSmall([best, ...others]: readonly EvaluatedPoint[], close: number): boolean {
  if (!best) return true
  const far = (point: EvaluatedPoint) =>
    Math.max(...point.at.map((value, axis) => Math.abs(value - (best.at[axis] ?? 0))))
  return others.every(
    (point) => far(point) < 100 * close && best.value - point.value <= close * Math.max(1, Math.abs(best.value)) * 1e-3,
  )
}
