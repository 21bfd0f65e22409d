/** A function of several numbers to be made as large as can be; -Infinity where it must not go. */
export type Height = (at: readonly number[]) => number

/**
 * Climbs with a simplex of n + 1 points (Nelder & Mead 1965, A simplex method for function minimization, The Computer Journal 7), with
 * the steps by dimension of Gao & Han 2012. Returns the highest point when the simplex is as small and as level as `close` says, or
 * after `most` looks at the function. It needs no slope, and does not lose its way where a likelihood is flat.
 */
export function climbSimplex(height: Height, start: readonly number[], { step = 0.5, close = 1e-6, most = 2_000 } = {}): readonly number[] {
  const n = start.length
  const [expansion, contraction, shrinkage] = [1 + 2 / n, 0.75 - 0.5 / n, 1 - 1 / n]
  const stand = (at: readonly number[]): Point => {
    const found = height(at)
    return { at, height: Number.isNaN(found) ? Number.NEGATIVE_INFINITY : found }
  }
  let points = [stand(start), ...start.map((_, axis) => stand(start.map((value, at) => (at === axis ? value + step : value))))]
  let looks = n + 1
  while (looks < most) {
    points = points.toSorted((one, other) => other.height - one.height)
    const [best, lowest] = [points[0] as Point, points[n] as Point]
    if (isSmall(points, close)) return best.at
    const others = points.slice(0, n)
    const centre = start.map((_, axis) => others.reduce((sum, { at }) => sum + (at[axis] ?? 0), 0) / n)
    const along = (factor: number) => {
      looks++
      return stand(centre.map((value, axis) => value + factor * (value - (lowest.at[axis] ?? 0))))
    }
    const second = points[n - 1] as Point
    const reflected = along(1)
    let next: Point | null = reflected
    if (reflected.height > best.height) {
      const expanded = along(expansion)
      if (expanded.height > reflected.height) next = expanded
    } else if (reflected.height <= second.height) {
      const inside = reflected.height <= lowest.height
      const contracted = along(inside ? -contraction : contraction)
      next = contracted.height > Math.max(reflected.height, lowest.height) ? contracted : null
    }
    if (next) points = [...others, next]
    else {
      points = [best, ...points.slice(1).map(({ at }) => stand(at.map((value, axis) => (best.at[axis] ?? 0) + shrinkage * (value - (best.at[axis] ?? 0)))))]
      looks += n
    }
  }
  return (points.toSorted((one, other) => other.height - one.height)[0] as Point).at
}

interface Point {
  readonly at: readonly number[]
  readonly height: number
}

function isSmall([best, ...others]: readonly Point[], close: number): boolean {
  if (!best) return true
  const far = (point: Point) => Math.max(...point.at.map((value, axis) => Math.abs(value - (best.at[axis] ?? 0))))
  return others.every((point) => far(point) < 100 * close && best.height - point.height <= close * Math.max(1, Math.abs(best.height)) * 1e-3)
}
