import type { Policy } from '../../ledger/book/policy/policy.ts'
import type { OpenPeriod } from '../../ledger/period.ts'
import type { Measure } from '../../ledger/segment/rfm-bands.ts'
import type { Segment } from '../../ledger/vocabulary.ts'
import { grouped } from '../figure.ts'

const measures: Record<Measure, string> = { recency: 'recency', frequency: 'visits', monetary: 'amount' }

/** What `report rfm` says. */
export const rfm = {
  title: ({ from, to, compat }: OpenPeriod & { readonly compat: 'r' | null }, buyers: number) =>
    `RFM${compat ? ' as the R package rfm scores it' : ''}, ${from === null ? `up to ${to}` : `${from} to ${to}`}: ${
      buyers === 0 ? 'nobody bought' : `${grouped(buyers)} ${buyers === 1 ? 'customer' : 'customers'} bought`
    }`,
  heads: ['', 'customers', 'of them', 'net sales', 'of sales'],
  count: grouped,
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
  /** `policy` null: as R does it. */
  explain: (policy: Policy | null): string[] => {
    const own = (['rfm.days', 'rfm.visits', 'rfm.money'] as const).filter((key) => policy?.[key])
    return [
      'Of everyone who bought (not archived): days since the last purchase, counted purchases, amount net of refunds and returns.',
      policy === null
        ? 'Scores as rfm 0.3.0 for R gives them: cuts are the 20, 40, 60, 80 % quantiles (type 7) plus 1, money in whole currency units; from a cut on it is the next score.'
        : 'Scores 1 to 5, 5 best: 1 + how many of the 20, 40, 60, 80 % quantiles (type 7) lie strictly below; days the other way round; equal values score alike.',
      ...(own.length === 0 ? [] : [`Cut by the shop itself instead: ${own.join(', ')} (regulars policy show rfm).`]),
      'Segments: the first whose three scores fit, else Others.',
      policy === null ? 'The policy has no say in it.' : 'Ranges of your own: regulars policy set rfm.champions 4-5 5 5',
    ]
  },
  collapsed: (lacking: Readonly<Partial<Record<Measure, readonly number[]>>>) =>
    `Too few customers, or too much alike, for five scores; nobody scores: ${Object.entries(lacking)
      .map(([measure, scores]) => `${measures[measure as Measure]} ${scores.join(', ')}`)
      .join('; ')}`,
  /** `list` knows the segments of all days, as the shop scores them. */
  next: (segment: Segment | undefined, { whole, compat }: { readonly whole: boolean; readonly compat: 'r' | null }) => {
    if (segment === undefined) return whole ? 'Enter a purchase: regulars buy NAME 88' : 'All customers and days: regulars report rfm'
    return `Who: ${whole && compat === null ? `regulars list --segment "${segment}"` : 'the same with --format csv'}   how it is reckoned: --explain`
  },
}
