import type { Sign } from '../../ledger/segment/loyalty.ts'
import type { QuadrantCount, Quadrants } from '../../ledger/segment/quadrants.ts'
import { grouped } from '../figure.ts'
import type { Speech } from '../speech.ts'
import type { Line } from './report.ts'
import { terms } from './terms.ts'

const buyers = (count: number) => `${grouped(count)} ${count === 1 ? 'buyer' : 'buyers'}`
const plural: Readonly<Record<string, string>> = { meteor: 'meteors', burden: 'burdens' }
const named: Readonly<Record<Sign, string>> = {
  returns: 'comes back',
  suggests: 'suggests',
  answers: 'answers',
  refers: 'brings others',
  wallet: 'buys mostly here',
}
const meaning: Readonly<Record<Sign, string>> = {
  returns: '3 purchase days or more, not fading',
  suggests: 'gave a suggestion',
  answers: 'bought after word of new arrivals',
  refers: 'brought a customer who bought',
  wallet: '80 % or more of what they need',
}

/** What `report quadrants` says. */
export const quadrant = {
  title: ({ from, to, buyers: count }: Quadrants) =>
    `Value and loyalty ${from === null ? '' : `from ${from} `}up to ${to}: ${count === 0 ? 'nobody bought' : buyers(count)}`,
  high: ({ profitNeeded, profitShare, measure }: Quadrants, { money, share }: Speech) =>
    profitNeeded === null
      ? `Nobody brought any ${measure}, so nobody's value is high.`
      : `High value: ${money(profitNeeded)} ${measure} or more (${profitShare === null ? 'tier.profit' : `they bring ${share(profitShare)}`}); loyal: 3 signs.`,
  value: ['value high', 'value low'],
  loyalty: ['loyal', 'not so'],
  cell: ({ quadrant, customers, profit }: QuadrantCount, { buyers: count, measure }: Quadrants, { money, share }: Speech): [string, string] => [
    `${terms.quadrant[quadrant]} ${grouped(customers)} (${share(customers / count)})`,
    `${money(profit)} ${measure}`,
  ],
  undecided: ({ quadrants }: Quadrants): string[] => {
    const open = quadrants.filter(({ undecided }) => undecided > 0)
    if (open.length === 0) return []
    const said = open.map(({ quadrant, undecided }) => {
      const then = quadrant === 'meteor' ? 'gold' : undecided === 1 ? 'a small star' : 'small stars'
      return `${grouped(undecided)} ${undecided === 1 ? quadrant : plural[quadrant]} would be ${then}`
    })
    return [`Not decided: ${said.join(', ')} if all that is not known were so.`]
  },
  signs: 'Signs of loyalty',
  signLines: ({ signs, buyers: count }: Quadrants, { share }: Speech): Line[] =>
    signs.map(({ sign, yes, unknown }) => [
      named[sign],
      grouped(yes),
      unknown === count
        ? `not known of anybody: ${meaning[sign]}`
        : `of ${grouped(count - unknown)} = ${share(yes / (count - unknown))}${unknown === 0 ? '' : `, not known of ${grouped(unknown)}`}: ${meaning[sign]}`,
    ]),
  explain: ({ profitShare }: Quadrants, { share }: Speech) => [
    `value: high where the profit of these days is above 0 and at least ${profitShare === null ? 'tier.profit of the policy' : `that of the last of those who together bring ${share(profitShare)} of all profit, the highest first (P* of the tiers, over these days)`}. Without costs and with a margin of 1 profit is sales.`,
    'loyal: three of the five signs are known to hold, as of the last day. What is not known counts for nothing, and is said apart.',
    'comes back: stage forming or stable (regulars report stages --explain). brings others: a customer referred by them has a counted purchase.',
    'answers: a contact of yours that was not left unanswered, with a campaign named new-arrival (or 新品, 新到, 上新), and a counted purchase on that day or in the 30 days after; not known before those are over, or where none was made.',
    'buys mostly here: wallet share (edit --share) of 80 or more; not known where nobody wrote it down. suggests: the ledger keeps no suggestions yet.',
    `${terms.quadrant['gold']}: valuable and loyal. ${terms.quadrant['meteor']}: valuable, may be gone tomorrow. ${terms.quadrant['small-star']}: loyal, could buy more. ${terms.quadrant['burden']}: neither. Only buyers of these days; walk-ins and archived customers are left out.`,
  ],
  next: ({ quadrants, buyers: count }: Quadrants, whole: boolean) => {
    if (count === 0) return whole ? 'Note what is sold: regulars buy NAME 88.50' : 'All customers and days: regulars report quadrants'
    const many = (name: string) => (quadrants.find(({ quadrant }) => quadrant === name)?.customers ?? 0) > 0
    const first = ['gold', 'meteor', 'small-star', 'burden'].find(many) ?? 'gold'
    return `Who they are: ${whole ? `regulars list --quadrant ${first} --sort profit` : 'the same with --format csv'}   how: --explain`
  },
}
