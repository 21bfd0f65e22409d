import { type DayNumber, serial } from '../day.ts'
import { compareFractions } from '../fraction.ts'
import type { DueCandidate, leastShown } from './rank.ts'
import { scoreOf } from './rank.ts'
import type { CustomerFacts } from './read-facts.ts'
import { type ActiveRules, isOfRelation, silencedOn } from './reasons.ts'

/**
 * Whose items are worth reading. What a customer buys again and again is told by the texts of all their purchases, which takes longer than
 * everything else of the list: they are read of those alone for whom a reason to restock could change who is due, or who is shown.
 */
export interface RestockReach {
  /** Whether the reason could hold for the customer on the days asked for. */
  mayHold(customer: CustomerFacts): boolean
  /** Whether it could bring a candidate among those shown. */
  mayBring(candidate: DueCandidate, customer: CustomerFacts, least: NonNullable<ReturnType<typeof leastShown>>): boolean
}

export function restockReach(rules: ActiveRules, from: DayNumber, to: DayNumber): RestockReach {
  const restock = rules.active.find(({ rule }) => rule.reason === 'restock')
  if (!restock) return { mayHold: () => false, mayBring: () => false }
  const [weight, days, gap] = [restock.own['weight'] as number, restock.own['days'] as number, restock.own['gap'] as number]
  return {
    mayHold({ facts, standing }) {
      const { days: visits, firstOn, lastOn } = standing
      if (visits < 3 || firstOn === null || lastOn === null || !isOfRelation(restock.rule, facts)) return false
      const [first, last] = [serial(firstOn), serial(lastOn)]
      // Of three days the gap is half of the time between them at most, and no gap counts that is shorter than the shop says.
      if (from > last + (last - first) || to < first + 3 * gap - days) return false
      return from !== to || !silencedOn(facts, from, rules.minGap)(restock.rule)
    },
    mayBring(candidate, { tier, standing }, least) {
      const raised = scoreOf(tier, [{ points: { top: weight, bottom: 1 } }])
      if (compareFractions(raised, candidate.score) > 0 && compareFractions(raised, least.score) >= 0) return true
      const overdue = standing.firstOn === null || standing.lastOn === null ? 0 : (serial(standing.lastOn) - serial(standing.firstOn)) / 2 + days
      return overdue > candidate.daysOverdue && overdue >= least.daysOverdue
    },
  }
}
