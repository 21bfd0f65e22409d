import type { Policy } from '../book/policy/policy.ts'
import type { Candidate, Method, Sorting, Verdict } from './method.ts'

const methods: Readonly<Record<Policy['tier.method'], () => Promise<Method>>> = {
  matrix: async () => (await import('./matrix.ts')).matrix,
  abc: async () => (await import('./abc.ts')).abc,
  rfm: async () => (await import('./rfm.ts')).rfm,
  scorecard: async () => (await import('./scorecard.ts')).scorecard,
  fixed: async () => (await import('./fixed.ts')).fixed,
}

/**
 * Sorts candidates by the policy's method. Who did not buy in the window is C if they ever did, D if they never did,
 * whatever the method.
 */
export async function sortBy(policy: Policy, candidates: Iterable<Candidate>): Promise<Sorting> {
  const method = await methods[policy['tier.method']]()
  const { thresholds, judge } = method(buyersOf(candidates), policy)
  return {
    thresholds,
    judge: (candidate) => (candidate.visits > 0 ? judge(candidate) : candidate.bought ? earlierBuyer : neverBought),
  }
}

function* buyersOf(candidates: Iterable<Candidate>): Generator<Candidate> {
  for (const candidate of candidates) if (candidate.visits > 0) yield candidate
}

const earlierBuyer: Verdict = { tier: 'C', reason: 'earlier-buyer' }
const neverBought: Verdict = { tier: 'D', reason: 'never-bought' }
