import { grouped } from '../figure.ts'
import { counted, plural } from './plural.ts'

/** What `report pareto` says. */
export const pareto = {
  title: (days: string, brought: string) => `Pareto ${days}: ${brought}`,
  nobodyBought: 'nobody bought',
  brought: (buyers: number, profit: string, measure: string) => `${counted(buyers, 'buyer')}, ${profit} ${measure}`,
  nothing: (buyers: number, measure: string) =>
    `Nobody of the ${counted(buyers, 'buyer')} brought any ${measure}: there is nothing to share out.`,
  few: (few: number, buyers: number, share: string, measure: string) =>
    `${grouped(few)} of ${counted(buyers, 'buyer')} (${share}) ` +
    `${plural(few, 'brings', 'bring')} 80 % of the ${measure}.`,
  losing: (count: number, gained: string) =>
    `${grouped(count)} brought less than nothing: shares are of the ${gained} the others brought.`,
  tenths: (measure: string) => `The customers by tenths, the best first: ${measure} of each tenth, and its share`,
  tenth: (first: number, last: number) => `${grouped(first)}-${grouped(last)}`,
  heads: (measure: string) => ['customer', measure, 'share', 'together'],
  explain: [
    'buyers: customers with a counted purchase in these days (neither void nor refunded in full); ' +
      'walk-ins and archived customers are left out.',
    'profit: what was paid after discounts and refunds less its cost; ' +
      'without a cost, the margin of the policy (tier.margin). With a margin of 1 and no costs it is sales.',
    'share: of the profit of all who brought some. together: the running sum, the highest profit first.',
    '80 %: the fewest buyers who together bring 80 % of that profit; ' +
      'tiers of the method matrix part at the same point in their window.',
  ],
  next: (how: string) => `Who they are: ${how}   how: --explain`,
  sameWith: (flags: string) => `the same with ${flags}`,
}
