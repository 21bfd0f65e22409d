import type { Minor } from '../money.ts'
import type { Method } from './method.ts'

/**
 * By net spend in the window (SPEC 3): A while those ranked above make less than 80 % of it, B less than 95 %, C the
 * rest; equal spend, equal tier.
 */
export const abc: Method = (buyers) => {
  const spends: Minor[] = []
  for (const { spent } of buyers) if (spent > 0) spends.push(spent)
  const ranked = Float64Array.from(spends).sort().reverse()
  const total = ranked.reduce((sum, spent) => sum + spent, 0)
  const leastA = leastWhile(ranked, (above) => above * 100 < total * 80)
  const leastB = leastWhile(ranked, (above) => above * 100 < total * 95)
  return {
    thresholds: { visits: null, profit: null },
    judge({ spent }) {
      if (leastA !== null && spent >= leastA) return { tier: 'A', reason: 'top' }
      if (leastB !== null && spent >= leastB) return { tier: 'B', reason: 'middle', nextTierFrom: leastA }
      return { tier: 'C', reason: 'rest', nextTierFrom: leastB }
    },
  }
}

/** The least spend whose betters together still pass; null when nobody spent anything. */
function leastWhile(ranked: Float64Array, passes: (above: Minor) => boolean): Minor | null {
  let least: Minor | null = null
  let above = 0
  for (const [at, spent] of ranked.entries()) {
    const equal = at > 0 && ranked[at - 1] === spent
    if (!equal && !passes(above)) break
    least = spent
    above += spent
  }
  return least
}
