import { grouped } from '../figure.ts'
import { counted, plural } from './plural.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** What to do from here, and what to type for it. */
type Next = readonly [what: string, command: string]

/** What the page of `report --html` says. */
export const page = {
  language: 'en',
  colon: ': ',
  reckoned: 'How it is reckoned.',
  unnamed: 'The shop',
  subtitle: (from: string, to: string, asOf: string) => `${from} to ${to} · made on ${asOf}`,
  only: (who: string) => `Only customers: ${who}. Walk-in customers are left out.`,
  headline: {
    title: 'This period',
    before: (figure: string) => `before: ${figure}`,
    beforeChanged: (figure: string, change: string) => `before: ${figure}, ${change}`,
    revenue: 'Revenue',
    purchases: (count: number) => counted(count, 'purchase'),
    refunded: (purchases: string, returns: number, refunds: string) =>
      `${purchases}; ${counted(returns, 'refund')} of ${refunds}`,
    walkIn: (revenue: string) => `walk-in ${revenue}`,
    walkInPart: (revenue: string, share: string) => `walk-in ${revenue} = ${share}`,
    buyers: 'Buyers',
    customers: grouped,
    repeat: (count: number, share: string) => `${grouped(count)} of them on two days or more = ${share}`,
    nobodyBought: 'nobody bought',
    new: { what: 'New', note: 'bought for the first time' },
    churn: 'Churn',
    lost: (lost: number, active: number) => `${grouped(lost)} lost of ${grouped(active)} active at the start`,
    nobodyActive: 'nobody was active at the start',
    owed: 'Owed to the shop',
    debtors: (count: number) => counted(count, 'customer'),
    old: (amount: string) => `older than 90 days: ${amount}`,
    credit: 'In credit',
    creditors: (count: number) => counted(count, 'customer'),
    how: [
      ['Revenue', 'what was bought in the period, walk-in customers too, before anything was given back.'],
      [
        'Churn',
        'of those active on the first day (bought before and not lost), who are lost on the last: ' +
          'by their own rhythm, after three of their gaps and 90 days.',
      ],
      ['Owed, in credit', 'the accounts at the end of the last day.'],
    ],
    next: (flags: string): Next => ['Beside the period before', `regulars report summary${flags}`],
    nextAlone: (flags: string): Next => ['More of it', `regulars report summary${flags}`],
  },
  months: {
    title: 'Money by month',
    titleByDay: 'Money by day',
    customers: 'customers with a name',
    walkIn: 'walk-in',
    label: (rows: number) => `Bars: what was bought in each of ${counted(rows, 'month')}`,
    labelByDay: (rows: number) => `Bars: what was bought on each of ${counted(rows, 'day')}`,
    month: (month: number) => months[month - 1] ?? '',
    heads: ['', 'revenue', 'walk-ins', 'refunds', 'customers’ purchases', 'buyers'],
    total: 'Total',
    older: (count: number) => `${counted(count, 'older month')}: in the bars and in the sum`,
    cut: {
      first: (from: string) => `The first month is counted from ${from} (paler).`,
      last: (to: string) => `The last one up to ${to} (paler).`,
      both: (from: string, to: string) => `The first month is counted from ${from}, the last one up to ${to} (paler).`,
    },
    none: 'Nothing was bought in these days.',
    how: [
      [
        'Revenue',
        'purchases that are not void, in full, in the month of the purchase; ' +
          'refunds: with returns, in the month they were given.',
      ],
      [
        'Customers’ purchases, buyers',
        'of customers with a name, without what was refunded in full. ' +
          'A customer who bought in several months counts in each.',
      ],
    ],
    next: (flags: string): Next => ['Each purchase', `regulars purchases${flags}`],
  },
  tiers: {
    title: 'Tiers',
    label: 'Bars: customers in tiers A to D at the start and at the end',
    total: (count: number) => counted(count, 'customer'),
    moves: 'from ↓ to →',
    stay: 'as before',
    moved: (up: number, down: number, same: number) =>
      `${grouped(up)} rose, ${grouped(down)} fell, ${grouped(same)} stayed.`,
    unsorted: (from: string) => `No movements to tell: nothing had been classified before ${from}.`,
    none: 'There are no customers yet.',
    how: [
      [
        'Tiers',
        'as classify or a pin last had them. ' +
          'Movements: from the eve of the first day to the last day, of the customers known on that eve.',
      ],
      [
        'Rose',
        'towards A. A: often and high; B: often, low; C: seldom, low; D: seldom but high, and who never bought.',
      ],
    ],
    next: (flags: string): Next => ['Who they are', `regulars list --tier A${flags}`],
  },
  pareto: {
    title: { sales: 'Who brings the sales', profit: 'Who brings the profit' },
    label: 'Curve: share of the buyers, those who brought most first, and the share they brought',
    lead: (few: number, buyers: number, share: string, measure: string, gained: string) =>
      `${grouped(few)} of ${counted(buyers, 'buyer')} (${share}) ${plural(few, 'brings', 'bring')} ` +
      `80 % of the ${measure}, ${gained}.`,
    losing: (count: number) => `${counted(count, 'buyer')} brought less than nothing: the curve falls at its end.`,
    axes: { customers: 'buyers', part: { sales: 'of the sales', profit: 'of the profit' } },
    heads: ['the best', 'buyers', 'bring', 'share'],
    none: 'Nobody bought in these days.',
    noProfit: 'Nobody brought a profit in these days.',
    how: [
      [
        'Share',
        'of what those who brought something brought: ' +
          'purchases of the period less refunds, less cost where it is known. The best first, so many of all buyers.',
      ],
    ],
    next: (flags: string): Next => ['Each with their share', `regulars report pareto${flags}`],
  },
  cohorts: {
    title: 'Who comes back',
    heads: ['first bought', 'new'],
    after: 'months later, how many of them bought',
    before: (hidden: number) => `${counted(hidden, 'older month is', 'older months are')} not shown.`,
    earlier: (count: number) =>
      `${counted(count, 'customer')} had bought before this ledger began: their first month is not known.`,
    none: 'Nobody bought for the first time in these months.',
    how: [
      [
        'A line',
        'those who bought for the first time in a month, and how many of them bought again so many months later. ' +
          'Month 0 is the first, always 100 %; the newest month is as far as it has come. ' +
          'The darker, the more: from none to the most of any month but the first.',
      ],
    ],
    next: (flags: string): Next => ['With the money they spent', `regulars report cohorts${flags}`],
  },
  stages: {
    title: 'How regular they are',
    label: 'Bars: customers by stage',
    total: (count: number, on: string) => `${counted(count, 'customer')} on ${on}`,
    none: 'There are no customers yet.',
    how: [
      [
        'By their own gap',
        'the median of the days between visits, from three on; else the shop’s. ' +
          'Lost: more than 3 gaps and 90 days. Declining: more than 2 gaps, and a gap and 7 days.',
      ],
      ['Else by days bought on', 'exploring 1-2, forming 3-5, stable 6 or more; prospect: has not bought.'],
    ],
    next: (flags: string): Next => ['Who they are', `regulars list --stage declining${flags}`],
  },
  complaints: {
    title: 'Complaints',
    none: 'Nobody complained in these days.',
    how: [
      ['Complaints', 'those opened in these days, as they stand on the last of them; suggestions are counted apart.'],
    ],
    next: (flags: string): Next => ['More of it', `regulars report complaints${flags}`],
  },
  satisfaction: {
    title: 'Satisfaction',
    none: 'Nobody was asked in these days.',
    asked: (count: number) => `${grouped(count)} asked`,
    how: [
      [
        'Satisfaction',
        'what was perceived / what was expected, over the answers of the last day they were asked; ' +
          'below 0.95 is dissatisfied, above 1.05 highly satisfied.',
      ],
    ],
    next: (flags: string): Next => ['Who they are', `regulars report satisfaction${flags}`],
  },
  points: {
    title: 'Points',
    customers: (count: number) => counted(count, 'customer'),
    held: 'Points held',
    worth: 'Worth when redeemed',
    expiring: 'Lapse within 30 days',
    how: [['Points', 'what customers hold on the last of these days and can redeem: the shop owes it.']],
    next: (flags: string): Next => ['Who they are', `regulars report points${flags}`],
  },
  due: {
    title: 'To contact today',
    none: 'Nobody is due today.',
    waiting: (count: number) => `${grouped(count)} more can wait: regulars due --all`,
    owes: 'owes',
    how: [
      [
        'Due',
        'a reason holds on this day: a promise, a birthday, thanks, slipping, a debt, ' +
          'the contact rhythm of the tier … Ranked by weight, lateness and tier.',
      ],
    ],
    ahead: ['The days ahead', 'regulars due --days 7'] as Next,
    next: (id: number): Next => ['When you have talked', `regulars done ${id} -n "…"`],
  },
  footer: (version: string, asOf: string) =>
    `Made by regulars ${version} on ${asOf}. This page names customers: keep it as you keep the ledger.`,
  written: (path: string, from: string, to: string, size: string) =>
    `Wrote ${path}: ${from} to ${to}, ${size}. It names customers: only you can read it.`,
  wouldWrite: (path: string, from: string, to: string, size: string) =>
    `Would write ${path}: ${from} to ${to}, ${size}. It names customers: only you can read it.`,
  opened: 'It opens in your browser.',
  notOpened: 'No browser could be opened from here: open the file by hand, or print it from there.',
}
