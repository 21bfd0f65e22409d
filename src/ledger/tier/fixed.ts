import type { Method } from './method.ts'

/**
 * By thresholds of the owner's own: net spend in the window from `tier.fixedA` on is A, from `tier.fixedB` on B, else
 * C. One that is not set is reached by nobody.
 */
export const fixed: Method = (_buyers, policy) => {
  const [forA, forB] = [policy['tier.fixedA'], policy['tier.fixedB']]
  return {
    thresholds: { visits: null, profit: null },
    judge({ spent }) {
      if (forA !== null && spent >= forA) return { tier: 'A', reason: 'at-a' }
      if (forB !== null && spent >= forB) return { tier: 'B', reason: 'at-b', nextTierFrom: forA }
      return { tier: 'C', reason: 'below', nextTierFrom: forB ?? forA }
    },
  }
}
