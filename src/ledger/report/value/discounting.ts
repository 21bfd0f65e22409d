import type { BuyingHistory } from './bg-nbd.ts'
import type { ExpectedPurchases } from './expected-purchases.ts'

/**
 * Purchase days to expect within the horizon of a customer who is surely active, each worth less the later it comes:
 * e^(-force x time). The integral of e^(-force t) dY(t) is, by parts, e^(-force H) Y(H) + force x the integral of
 * e^(-force t) Y(t); the latter by the rule of Gauss and Legendre.
 */
export function discount(
  expected: ExpectedPurchases,
  history: Pick<BuyingHistory, 'frequency' | 'age'>,
  horizon: number,
  force: number,
): number {
  const at = (time: number) => Math.exp(-force * time) * expected(history, time)
  if (force === 0) return at(horizon)
  return at(horizon) + force * integrate(at, horizon)
}

/** What a yearly rate comes to as a force of interest per unit of time: ln(1 + rate) / units of a year. */
export function forceOf(yearlyRate: number, unitsOfYear: number): number {
  return Math.log1p(yearlyRate) / unitsOfYear
}

/** Nodes and weights of eight points on (-1, 1), the positive half (Abramowitz & Stegun, table 25.4). */
const rule = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763],
] as const

/** The integral of a smooth function from 0 to `end`. */
function integrate(of: (at: number) => number, end: number): number {
  const half = end / 2
  return half * rule.reduce((sum, [node, weight]) => sum + weight * (of(half * (1 - node)) + of(half * (1 + node))), 0)
}
