import type { DayNumber } from '../day.ts'
import { compareFractions } from '../fraction.ts'
import type { Tier } from '../vocabulary.ts'
import type { CustomerFacts } from './customer-facts.ts'
import { type DueCandidate, type LeastShown, scoreOf } from './rank.ts'
import type { ShopFacts } from './read-facts.ts'
import { type ActiveRules, isOfRelation, silencedOn } from './reasons.ts'

/**
 * Whose items are worth reading. What a customer buys again and again is told by the texts of all their purchases,
 * which takes longer than everything else of the list: they are read of those alone for whom a reason to restock could
 * change who is due, or who is shown.
 */
export interface RestockReach {
  /** Whether the reason could hold for the customer on the days asked for. */
  mayHold(customer: CustomerFacts): boolean
  /** Whether it could bring a candidate among those shown, or higher among them. */
  mayBring(
    candidate: Pick<DueCandidate, 'score' | 'daysOverdue'> & Pick<CustomerFacts, 'tier' | 'bought'>,
    least: LeastShown,
  ): boolean
}

/** Whose items are worth reading for the days from the shop's on, as far as is known before they are read. */
export function mayRestock(shop: ShopFacts, days = 0): number[] {
  const { mayHold } = restockReach(shop.rules, shop.day, shop.day + days)
  return shop.people.flatMap((person) => (mayHold(shop.factsOf(person)) ? [person.id] : []))
}

/** For the days from one to another. */
export function restockReach(rules: ActiveRules, from: DayNumber, to: DayNumber): RestockReach {
  const restock = rules.active.find(({ rule }) => rule.reason === 'restock')
  if (!restock) return { mayHold: () => false, mayBring: () => false }
  const scoreIn = (tier: Tier) => scoreOf(tier, [{ points: { top: restock.own['weight'] as number, bottom: 1 } }])
  const scores = { A: scoreIn('A'), B: scoreIn('B'), C: scoreIn('C'), D: scoreIn('D') }
  const [days, gap] = [restock.own['days'] as number, restock.own['gap'] as number]
  return {
    mayHold({ facts, bought }) {
      const { days: visits, firstOn, lastOn } = bought
      if (visits < 3 || firstOn === null || lastOn === null || !isOfRelation(restock.rule, facts)) return false
      // Of three days the gap is half of the time between them at most, and no gap counts that is shorter than the shop
      // says.
      if (from > lastOn + (lastOn - firstOn) || to < firstOn + 3 * gap - days) return false
      return from !== to || !silencedOn(facts, from, rules.minGap)(restock.rule)
    },
    mayBring({ tier, bought, ...candidate }, least) {
      const { days: visits, firstOn, lastOn } = bought
      if (visits < 3 || firstOn === null || lastOn === null) return false
      const score = scores[tier]
      if (compareFractions(score, candidate.score) > 0 && compareFractions(score, least.score) >= 0) return true
      const overdue = (lastOn - firstOn) / 2 + days
      return overdue > candidate.daysOverdue && overdue >= least.daysOverdue
    },
  }
}
