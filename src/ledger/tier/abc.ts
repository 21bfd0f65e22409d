import type { Minor } from '../money.ts'
import type { Candidate, Method } from './method.ts'

/**
 * By net spend in the window (SPEC 3): A while those ranked above make less than 80 % of it, B less than 95 %, C the
 * rest; equal spend, equal tier. With `tier.potential` n each point of potential above 1 counts n % more.
 */
export const abc: Method = (buyers, policy) => {
  const perPoint = policy['tier.potential']
  const weighed: number[] = []
  for (const buyer of buyers) if (buyer.spent > 0) weighed.push(weigh(buyer, perPoint))
  const ranked = Float64Array.from(weighed).sort().reverse()
  const total = ranked.reduce((sum, spent) => sum + spent, 0)
  const leastA = leastWhile(ranked, (above) => above * 100 < total * 80)
  const leastB = leastWhile(ranked, (above) => above * 100 < total * 95)
  return {
    thresholds: { visits: null, profit: null },
    judge(candidate) {
      const weight = weigh(candidate, perPoint)
      const counted = perPoint > 0 ? { countsPercent: percentOf(candidate, perPoint) } : {}
      const next = (least: number | null): Minor | null =>
        least === null ? null : Math.ceil(least / percentOf(candidate, perPoint))
      if (leastA !== null && weight >= leastA) return { tier: 'A', reason: 'top', ...counted }
      if (leastB !== null && weight >= leastB)
        return { tier: 'B', reason: 'middle', nextTierFrom: next(leastA), ...counted }
      return { tier: 'C', reason: 'rest', nextTierFrom: next(leastB), ...counted }
    },
  }
}

/** What 100 of spend count as, in whole percent: who has no potential noted counts as they are. */
const percentOf = ({ potential }: Candidate, perPoint: number) => 100 + perPoint * ((potential ?? 1) - 1)
/** In hundredths of minor units, so that equal is equal. */
const weigh = (candidate: Candidate, perPoint: number) => candidate.spent * percentOf(candidate, perPoint)

/** The least weight whose betters together still pass; null when nobody spent anything. */
function leastWhile(ranked: Float64Array, passes: (above: number) => boolean): number | null {
  let least: number | null = null
  let above = 0
  for (const [at, spent] of ranked.entries()) {
    const equal = at > 0 && ranked[at - 1] === spent
    if (!equal && !passes(above)) break
    least = spent
    above += spent
  }
  return least
}
