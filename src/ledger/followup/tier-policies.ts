import type { Policy } from '../book/policy/policy.ts'
import type { Facts } from '../reason/facts.ts'
import { type Relation, type Tier, tiers } from '../vocabulary.ts'

/** What the policy says of the customers of a tier: put together once, as it is asked for millions of times. */
export interface TierPolicy {
  readonly relation: Relation
  readonly surveyEvery: number
  readonly cadences: Facts['cadences']
}

/** Of every tier. */
export function tierPolicies(policy: Policy): ReadonlyMap<Tier, TierPolicy> {
  const [lost, first] = [policy['cadence.lost'], policy['cadence.first']]
  return new Map(
    tiers.map((tier) => [
      tier,
      {
        relation: policy[`relation.${tier}`],
        surveyEvery: policy[`survey.every.${tier}`],
        cadences: { tier: policy[`cadence.${tier}`], lost, first },
      },
    ]),
  )
}
