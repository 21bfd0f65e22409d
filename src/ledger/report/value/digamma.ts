/**
 * The first derivative of ln Γ(x), x > 0: by the recurrence up to where the asymptotic series is exact, then by that
 * (Abramowitz & Stegun 6.3.5 and 6.3.18).
 */
export function digamma(x: number): number {
  let [at, sum] = [x, 0]
  for (; at < exactFrom; at++) sum -= 1 / at
  const square = 1 / (at * at)
  const series = 1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square / 132)))
  return sum + Math.log(at) - 1 / (2 * at) - square * series
}

/** The second, in the same way (6.4.6 and 6.4.12). */
export function trigamma(x: number): number {
  let [at, sum] = [x, 0]
  for (; at < exactFrom; at++) sum += 1 / (at * at)
  const square = 1 / (at * at)
  const series = 1 / 6 - square * (1 / 30 - square * (1 / 42 - square * (1 / 30 - (square * 5) / 66)))
  return sum + 1 / at + square / 2 + (square / at) * series
}

const exactFrom = 12
