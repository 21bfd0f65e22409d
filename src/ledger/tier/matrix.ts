import type { Minor } from '../money.ts'
import { profitThreshold } from '../standing/profit.ts'
import type { Method, Verdict } from './method.ts'

/** Turnover beside profit (SPEC 3): frequent and valuable A, frequent B, neither C, valuable D. */
export const matrix: Method = (buyers, policy) => {
  const turnovers: number[] = []
  const profits: Minor[] = []
  for (const buyer of buyers) {
    turnovers.push(buyer.turnover)
    profits.push(buyer.profit)
  }
  const turnover = policy['tier.turnover'] ?? turnoverThreshold(turnovers)
  const profit = policy['tier.profit'] ?? profitThreshold(profits, policy['tier.profitShare'])
  return {
    thresholds: { turnover, profit },
    judge(candidate) {
      const often = turnover !== null && candidate.turnover >= turnover
      const much = profit !== null && candidate.profit > 0 && candidate.profit >= profit
      return often ? (much ? highHigh : highLow) : much ? lowHigh : lowLow
    },
  }
}

const highHigh: Verdict = { tier: 'A', reason: 'high-high' }
const highLow: Verdict = { tier: 'B', reason: 'high-low' }
const lowLow: Verdict = { tier: 'C', reason: 'low-low' }
const lowHigh: Verdict = { tier: 'D', reason: 'low-high' }

/** F* = max(2, ceil(mean turnover of the buyers)); null when there are none. */
export function turnoverThreshold(turnovers: readonly number[]): number | null {
  if (turnovers.length === 0) return null
  const total = turnovers.reduce((sum, one) => sum + one, 0)
  return Math.max(2, Math.ceil(total / turnovers.length))
}
