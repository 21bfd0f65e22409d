import type { Sign } from '../../ledger/segment/loyalty.ts'
import type { Quadrant } from '../../ledger/vocabulary.ts'
import { grouped } from '../figure.ts'
import { counted, plural } from './plural.ts'
import { terms } from './terms.ts'

const asInTiers = '(P* of the tiers, over these days)'

/** What `report quadrants` says. */
export const quadrant = {
  title: (days: string, bought: string) => `Value and loyalty ${days}: ${bought}`,
  nobodyBought: 'nobody bought',
  buyers: (count: number) => counted(count, 'buyer'),
  nobodyHigh: (measure: string) => `Nobody brought any ${measure}, so nobody's value is high.`,
  high: (profit: string, measure: string, why: string) =>
    `High value: ${profit} ${measure} or more (${why}); loyal: 3 signs, or half of those known.`,
  bring: (share: string) => `they bring ${share}`,
  value: ['value high', 'value low'],
  loyalty: ['loyal', 'not so'],
  customers: (quadrant: string, count: number, share: string) => `${quadrant} ${grouped(count)} (${share})`,
  brought: (profit: string, measure: string) => `${profit} ${measure}`,
  /** Where they would move to if all that is not known were so. */
  wouldBe: {
    meteor: (count: number) => `${counted(count, 'meteor')} would be gold`,
    burden: (count: number) => `${counted(count, 'burden')} would be ${plural(count, 'a small star', 'small stars')}`,
  },
  undecided: (moves: string) => `Not decided: ${moves} if all that is not known were so.`,
  signs: 'Signs of loyalty',
  sign: {
    returns: 'comes back',
    suggests: 'suggests',
    answers: 'answers',
    refers: 'brings others',
    wallet: 'buys mostly here',
  } as Readonly<Record<Sign, string>>,
  meaning: {
    returns: '3 purchase days or more, not fading',
    suggests: 'gave a suggestion',
    answers: 'bought after word of new arrivals',
    refers: 'brought a customer who bought',
    wallet: '80 % or more of what they need',
  } as Readonly<Record<Sign, string>>,
  known: {
    ofNobody: (meaning: string) => `not known of anybody: ${meaning}`,
    ofAll: (of: number, share: string, meaning: string) => `of ${grouped(of)} = ${share}: ${meaning}`,
    ofSome: (of: number, share: string, unknown: number, meaning: string) =>
      `of ${grouped(of)} = ${share}, not known of ${grouped(unknown)}: ${meaning}`,
  },
  threshold: {
    policy: 'tier.profit of the policy',
    share: (share: string) =>
      `that of the last of those who together bring ${share} of all profit, the highest first ${asInTiers}`,
  },
  explain: (threshold: string) => [
    [
      `value: high where the profit of these days is above 0 and at least ${threshold}.`,
      'Without costs and with a margin of 1 profit is sales.',
    ].join(' '),
    'loyal: three of the five signs hold, or at least half of those known with coming back among them, ' +
      'as of the last day. What is not known counts for nothing, and is said apart.',
    'comes back: stage forming or stable (regulars report stages --explain). ' +
      'brings others: a customer referred by them has a counted purchase; known once the shop notes who sent whom.',
    'answers: a contact of yours that was not left unanswered, with a campaign named new-arrival (or 新品, 新到, 上新), ' +
      'and a counted purchase on that day or in the 30 days after; known of everybody once anybody has answered.',
    'buys mostly here: wallet share (edit --share) of 80 or more; not known where nobody wrote it down. ' +
      'suggests: the ledger keeps no suggestions yet.',
    `${terms.quadrant['gold']}: valuable and loyal. ${terms.quadrant['meteor']}: valuable, may be gone tomorrow. ` +
      `${terms.quadrant['small-star']}: loyal, could buy more. ${terms.quadrant['burden']}: neither. ` +
      'Only buyers of these days; walk-ins and archived customers are left out.',
  ],
  next: (quadrant: Quadrant) => `Who they are: regulars list --quadrant ${quadrant} --sort profit   how: --explain`,
  nextAsCsv: 'Who they are: the same with --format csv   how: --explain',
}
