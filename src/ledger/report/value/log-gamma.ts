/**
 * ln Γ(x) for x > 0, to about 1e-14 of max(1, |ln Γ(x)|): the recurrence Γ(x + 1) = x Γ(x) lifts x to 10, from where Stirling's series
 * (Abramowitz & Stegun 6.1.41) has its first seven terms; what is left out is below 3e-17. Neither term cancels the other there.
 */
export function logGamma(x: number): number {
  let product = 1
  let at = x
  for (; at < 10; at++) product *= at
  const inverse = 1 / (at * at)
  const series =
    (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse * (1 / 1188 - inverse * (691 / 360_360 - inverse / 156)))))) / at
  return (at - 0.5) * Math.log(at) - at + halfLogTwoPi + series - Math.log(product)
}

const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI)
