import type { Pareto } from '../../ledger/report/pareto.ts'
import { grouped } from '../figure.ts'
import type { Speech } from '../speech.ts'

const buyers = (count: number) => `${grouped(count)} ${count === 1 ? 'buyer' : 'buyers'}`
const from = (day: string | null) => (day === null ? '' : ` from ${day}`)

/** What `report pareto` says. */
export const pareto = {
  title: ({ from: since, to, customers, profit, measure }: Pareto, { money }: Speech) =>
    customers === 0 ? `Pareto${from(since)} up to ${to}: nobody bought` : `Pareto${from(since)} up to ${to}: ${buyers(customers)}, ${money(profit)} ${measure}`,
  curve: ({ customers, customersAt80, shareOfCustomersAt80, gained, losing, measure }: Pareto, { money, share }: Speech): string[] => {
    if (customersAt80 === null || shareOfCustomersAt80 === null)
      return [`Nobody of the ${buyers(customers)} brought any ${measure}: there is nothing to share out.`]
    const bring = customersAt80 === 1 ? 'brings' : 'bring'
    const lines = [`${grouped(customersAt80)} of ${buyers(customers)} (${share(shareOfCustomersAt80)}) ${bring} 80 % of the ${measure}.`]
    if (losing > 0) lines.push(`${grouped(losing)} brought less than nothing: shares are of the ${money(gained)} the others brought.`)
    return lines
  },
  tenths: (measure: Pareto['measure']) => `The customers by tenths, the best first: ${measure} of each tenth, and its share`,
  tenth: (first: number, last: number) => `${grouped(first)}-${grouped(last)}`,
  heads: ({ measure }: Pareto) => ['customer', measure, 'share', 'together'],
  explain: [
    'buyers: customers with a counted purchase in these days (neither void nor refunded in full); walk-ins and archived customers are left out.',
    'profit: what was paid after discounts and refunds less its cost; without a cost, the margin of the policy (tier.margin). With a margin of 1 and no costs it is sales.',
    'share: of the profit of all who brought some. together: the running sum, the highest profit first.',
    '80 %: the fewest buyers who together bring 80 % of that profit; tiers of the method matrix part at the same point in their window.',
  ],
  next: ({ customers, customersAt80 }: Pareto, whole: boolean) => {
    if (customers === 0) return whole ? 'Note what is sold: regulars buy NAME 88.50' : 'All customers and days: regulars report pareto'
    const inList = customersAt80 === null ? 'regulars list --sort spent' : `regulars list --sort profit --limit ${customersAt80}`
    return `Who they are: ${whole ? inList : `the same with --ids${customersAt80 === null ? '' : ` | head -${customersAt80}`}`}   how: --explain`
  },
}
