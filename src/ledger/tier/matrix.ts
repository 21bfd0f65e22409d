import type { Minor } from '../money.ts'
import { profitThreshold } from '../standing/profit.ts'
import type { Method, Verdict } from './method.ts'

/** Visits beside profit (SPEC 3): frequent and valuable A, frequent B, neither C, valuable D. */
export const matrix: Method = (buyers, policy) => {
  const visits: number[] = []
  const profits: Minor[] = []
  for (const buyer of buyers) {
    visits.push(buyer.visits)
    profits.push(buyer.profit)
  }
  const needed = policy['tier.turnover'] ?? visitsThreshold(visits)
  const profit = policy['tier.profit'] ?? profitThreshold(profits, policy['tier.profitShare'])
  return {
    thresholds: { visits: needed, profit },
    judge(candidate) {
      const often = needed !== null && candidate.visits >= needed
      const much = profit !== null && candidate.profit > 0 && candidate.profit >= profit
      return often ? (much ? highHigh : highLow) : much ? lowHigh : lowLow
    },
  }
}

const highHigh: Verdict = { tier: 'A', reason: 'high-high' }
const highLow: Verdict = { tier: 'B', reason: 'high-low' }
const lowLow: Verdict = { tier: 'C', reason: 'low-low' }
const lowHigh: Verdict = { tier: 'D', reason: 'low-high' }

/** F* = max(2, ceil(mean visits of the buyers)); null when there are none. */
export function visitsThreshold(visits: readonly number[]): number | null {
  if (visits.length === 0) return null
  const total = visits.reduce((sum, one) => sum + one, 0)
  return Math.max(2, Math.ceil(total / visits.length))
}
