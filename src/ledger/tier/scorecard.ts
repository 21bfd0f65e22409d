import type { Policy } from '../book/policy/policy.ts'
import { byPoints, type Candidate, type Method } from './method.ts'
import { windowScales } from './rfm.ts'

/** What a scorecard weighs, each part 0 to 100; null: not known. */
export const parts = ['spend', 'frequency', 'recency', 'referrals', 'satisfaction', 'potential'] as const
type Part = (typeof parts)[number]
type Card = Readonly<Record<Part, number | null>>

/**
 * By points of 0 to 100: spend, frequency and recency over the window as rfm scores them (1 is 0, 5 is 100), 50 for
 * each buyer they brought (100 at most; not known where nobody of the window's buyers brought any), satisfaction (80
 * where C is 1, 100 from 1.25 on), and potential (1 is 0, 5 is 100), each by its `tier.scorecard`.
 * What is not known is left out with its weight. A from `tier.scorecard.A` on, B from `tier.scorecard.B`, else C.
 */
export const scorecard: Method = (buyers, policy) => {
  let someBring = false
  const seen = function* () {
    for (const buyer of buyers) {
      someBring ||= (buyer.referred ?? 0) > 0
      yield buyer
    }
  }
  const { recency, frequency, monetary } = windowScales(seen(), policy)
  const quarters = (score: number) => (score - 1) * 25
  const fill = ({ since, visits, spent, referred, potential, satisfaction }: Candidate): Card => ({
    spend: quarters(monetary(spent)),
    frequency: quarters(frequency(visits)),
    recency: quarters(recency(since ?? 0)),
    referrals: someBring ? Math.min(100, 50 * (referred ?? 0)) : null,
    satisfaction: satisfaction === null ? null : Math.min(100, Math.round(80 * satisfaction)),
    potential: potential === null ? null : quarters(potential),
  })
  return {
    thresholds: { visits: null, profit: null },
    judge(candidate) {
      const card = fill(candidate)
      return byPoints(
        { points: weighed(card, policy), of: 100, parts: card },
        policy['tier.scorecard.A'],
        policy['tier.scorecard.B'],
      )
    },
  }
}

/** The weighted mean of what is known, rounded to a whole point; 0 where nothing that weighs is known. */
export function weighed(card: Card, policy: Pick<Policy, `tier.scorecard.${Part}`>): number {
  let [sum, weights] = [0, 0]
  for (const part of parts) {
    const points = card[part]
    if (points === null) continue
    sum += points * policy[`tier.scorecard.${part}`]
    weights += policy[`tier.scorecard.${part}`]
  }
  return weights === 0 ? 0 : Math.round(sum / weights)
}
