import type { Policy } from '../book/policy/policy.ts'
import { cutOffsOf } from '../segment/rfm-bands.ts'
import { ownScales, type ScoreScales } from '../segment/rfm-score.ts'
import { byPoints, type Candidate, type Method } from './method.ts'

/**
 * By the scores of SPEC 7 over the window: recency, counted purchases and net spend, each 1 to 5 against the window's
 * buyers, added up.
 * A from `tier.rfm.A` points of 15 on, B from `tier.rfm.B`, else C.
 */
export const rfm: Method = (buyers, policy) => {
  const { recency, frequency, monetary } = windowScales(buyers, policy)
  return {
    thresholds: { visits: null, profit: null },
    judge({ since, visits, spent }) {
      const parts = { recency: recency(since ?? 0), frequency: frequency(visits), monetary: monetary(spent) }
      return byPoints(
        { points: parts.recency + parts.frequency + parts.monetary, of: 15, parts },
        policy['tier.rfm.A'],
        policy['tier.rfm.B'],
      )
    },
  }
}

/** How the buyers of the window score one against another. */
export function windowScales(buyers: Iterable<Candidate>, policy: Policy): ScoreScales {
  const [days, counts, amounts]: [number[], number[], number[]] = [[], [], []]
  for (const { since, visits, spent } of buyers) {
    days.push(since ?? 0)
    counts.push(visits)
    amounts.push(spent)
  }
  return ownScales(
    { days: Float64Array.from(days), visits: Float64Array.from(counts), amounts: Float64Array.from(amounts) },
    cutOffsOf(policy),
  )
}
