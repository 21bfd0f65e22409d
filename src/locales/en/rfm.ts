import type { Measure } from '../../ledger/segment/rfm-bands.ts'
import type { Segment } from '../../ledger/vocabulary.ts'
import { counted } from './plural.ts'

/** What `report rfm` says. */
export const rfm = {
  title: (days: string, bought: string) => `RFM, ${days}: ${bought}`,
  titleAsR: (days: string, bought: string) => `RFM as the R package rfm scores it, ${days}: ${bought}`,
  days: { upTo: (to: string) => `up to ${to}`, since: (from: string, to: string) => `${from} to ${to}` },
  nobodyBought: 'nobody bought',
  bought: (customers: number) => `${counted(customers, 'customer')} bought`,
  heads: ['', 'customers', 'of them', 'net sales', 'of sales'],
  /** What a segment is, and what to do with it. */
  advice: {
    Champions: 'here lately, come often, spend most: keep close, show them new goods first',
    'Potential Loyalist': 'here lately and fairly often: learn their taste, invite them again soon',
    'Loyal Customers': 'steady in all three: keep in touch, ask them to bring a friend',
    Promising: 'few visits yet, but they spend: greet by name, suggest what goes with it',
    'New Customers': 'here lately, few visits: ask how it was, give a reason to come again',
    "Can't Lose Them": 'came often and spent much, long away: call them yourself, today',
    'At Risk': 'spent much, long away: call, and ask what went wrong',
    'Need Attention': 'used to come often, less now: remind them before they forget you',
    'About To Sleep': 'not here for a while, few visits: a message with something new',
    Lost: 'longest away: one kind message, then leave them in peace',
    Others: 'fit none of the others: look at them one by one',
  } as Readonly<Record<Segment, string>>,
  bandHeads: ['score', 'days since', 'visits', 'net amount'],
  rangeHeads: ['segment', 'recency', 'visits', 'amount'],
  explain: {
    whom:
      'Of everyone who bought (not archived): ' +
      'days since the last purchase, counted purchases, amount net of refunds and returns.',
    scores:
      'Scores 1 to 5, 5 best: 1 + how many of the 20, 40, 60, 80 % quantiles (type 7) lie strictly below; ' +
      'days the other way round; equal values score alike.',
    scoresAsR:
      'Scores as rfm 0.3.0 for R gives them: cuts are the 20, 40, 60, 80 % quantiles (type 7) plus 1, ' +
      'money in whole currency units; from a cut on it is the next score.',
    ownCuts: (keys: string) => `Cut by the shop itself instead: ${keys} (regulars policy show rfm).`,
    segments: 'Segments: the first whose three scores fit, else Others.',
    ranges: 'Ranges of your own: regulars policy set rfm.champions 4-5 5 5',
    noPolicy: 'The policy has no say in it.',
  },
  measure: { recency: 'recency', frequency: 'visits', monetary: 'amount' } as Readonly<Record<Measure, string>>,
  lacking: (measure: string, scores: string) => `${measure} ${scores}`,
  collapsed: (lacking: string) =>
    `Too few customers, or too much alike, for five scores; scores nobody has: ${lacking}`,
  sell: 'Enter a purchase: regulars buy NAME 88',
  next: (segment: Segment) => `Who: regulars list --segment "${segment}"   how it is reckoned: --explain`,
  nextAsCsv: 'Who: the same with --format csv   how it is reckoned: --explain',
}
