import type { Period } from '../../ledger/period.ts'
import type { Overview } from '../../ledger/report/overview.ts'
import type { Pareto } from '../../ledger/report/pareto.ts'
import type { Tier } from '../../ledger/vocabulary.ts'
import { grouped } from '../figure.ts'
import type { Speech } from '../speech.ts'

const many = (count: number, one: string, several: string) => `${grouped(count)} ${count === 1 ? one : several}`
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** What to do from here, and what to type for it. */
type Next = readonly [what: string, command: string]

type Figures = Overview['figures']

/** What the page of `report --html` says. */
export const page = {
  language: 'en',
  count: grouped,
  colon: ': ',
  reckoned: 'How it is reckoned.',
  shop: (name: string) => (name === '' ? 'The shop' : name),
  subtitle: ({ from, to }: Period, asOf: string) => `${from} to ${to} · made on ${asOf}`,
  only: (who: string) => `Only customers: ${who}. Walk-in customers are left out.`,
  headline: {
    title: 'The figures',
    lines: (
      { revenue, purchases, refunds, returns, walkIn, buyers, newBuyers, rates, balance, debtors, ages, credit, creditors }: Figures,
      { money, share }: Speech,
    ) => [
      {
        what: 'Revenue',
        figure: money(revenue),
        of: [
          `${many(purchases, 'purchase', 'purchases')}${returns > 0 ? `; ${many(returns, 'refund', 'refunds')} of ${money(refunds)}` : ''}`,
          walkIn !== null && walkIn.purchases > 0 && `walk-in ${money(walkIn.revenue)}${walkIn.share === null ? '' : ` = ${share(walkIn.share)}`}`,
        ],
      },
      {
        what: 'Buyers',
        figure: grouped(buyers),
        of: [rates.repeatRate === null ? 'nobody bought' : `${grouped(rates.repeatBuyers)} of them on two days or more = ${share(rates.repeatRate)}`],
      },
      { what: 'New', figure: grouped(newBuyers), of: ['bought for the first time'] },
      {
        what: 'Churn',
        figure: rates.churnRate === null ? '-' : share(rates.churnRate),
        of: [
          rates.churnRate === null ? 'nobody was active at the start' : `${grouped(rates.lost)} lost of ${grouped(rates.buyersAtStart)} active at the start`,
        ],
      },
      {
        what: 'Owed to the shop',
        figure: money(balance),
        of: [many(debtors, 'customer', 'customers'), /[1-9]/.test(ages.days91) && `older than 90 days: ${money(ages.days91)}`],
      },
      { what: 'In credit', figure: money(credit), of: [many(creditors, 'customer', 'customers')] },
    ],
    how: [
      ['Revenue', 'what was bought in the period, walk-in customers too, before anything was given back.'],
      [
        'Churn',
        'of those active on the first day (bought before and not lost), who are lost on the last: by their own rhythm, after three of their gaps and 90 days.',
      ],
      ['Owed, in credit', 'the accounts at the end of the last day.'],
    ],
    next: (flags: string): Next => ['Beside the period before', `regulars report summary${flags}`],
  },
  months: {
    title: 'Money by month',
    customers: 'customers with a name',
    walkIn: 'walk-in',
    label: (rows: number) => `Bars: what was bought in each of ${rows} months`,
    month: (month: string) => months[Number(month.slice(5)) - 1] ?? month,
    heads: ['month', 'revenue', 'of it walk-in', 'refunds', 'customers’ purchases', 'buyers'],
    total: 'together',
    older: (count: number) => `${many(count, 'older month', 'older months')}: in the bars and in the sum`,
    cut: ({ from, to }: Period, first: boolean, last: boolean) =>
      [first && `The first month is counted from ${from}`, last && `${first ? 'the' : 'The'} last one up to ${to}`]
        .filter(Boolean)
        .join(', ')
        .concat(' (paler).'),
    none: 'Nothing was bought in these days.',
    how: [
      ['Revenue', 'purchases that are not void, in full, in the month of the purchase; refunds: with returns, in the month they were given.'],
      ['Customers’ purchases, buyers', 'of customers with a name, without what was refunded in full. A customer who bought in several months counts in each.'],
    ],
    next: (flags: string): Next => ['Each purchase', `regulars purchases${flags}`],
  },
  tiers: {
    title: 'Tiers',
    label: 'Bars: customers in tiers A to D at the start and at the end',
    mix: (counts: Readonly<Record<Tier, number>>) => `A ${grouped(counts.A)}, B ${grouped(counts.B)}, C ${grouped(counts.C)}, D ${grouped(counts.D)}`,
    total: (count: number) => many(count, 'customer', 'customers'),
    moves: 'from ↓ to →',
    stay: 'as before',
    moved: (up: number, down: number, same: number) => `${grouped(up)} rose, ${grouped(down)} fell, ${grouped(same)} stayed.`,
    unsorted: (from: string) => `No movements to tell: nothing had been classified before ${from}.`,
    none: 'There are no customers yet.',
    how: [
      ['Tiers', 'as classify or a pin last had them. Movements: from the eve of the first day to the last day, of the customers known on that eve.'],
      ['Rose', 'towards A. A: often and high; B: often, low; C: seldom, low; D: seldom but high, and who never bought.'],
    ],
    next: (flags: string): Next => ['Who they are', `regulars list --tier A${flags}`],
  },
  pareto: {
    title: (measure: Pareto['measure']): string => (measure === 'sales' ? 'Who brings the sales' : 'Who brings the profit'),
    label: 'Curve: share of the buyers, those who brought most first, and the share they brought',
    lead: ({ customersAt80, customers, shareOfCustomersAt80, gained, measure }: Pareto, { money, share }: Speech) =>
      customersAt80 === null || shareOfCustomersAt80 === null
        ? ''
        : `${grouped(customersAt80)} of ${many(customers, 'buyer', 'buyers')} (${share(shareOfCustomersAt80)}) ${customersAt80 === 1 ? 'brings' : 'bring'} 80 % of the ${measure}, ${money(gained)}.`,
    losing: (count: number) => `${many(count, 'buyer', 'buyers')} brought less than nothing: the curve falls at its end.`,
    axes: { customers: 'buyers', part: (measure: Pareto['measure']): string => (measure === 'sales' ? 'of the sales' : 'of the profit') },
    heads: ['the best', 'buyers', 'bring', 'share'],
    none: 'Nobody bought in these days.',
    noProfit: 'Nobody brought a profit in these days.',
    how: [
      [
        'Share',
        'of what those who brought something brought: purchases of the period less refunds, less cost where it is known. The best first, so many of all buyers.',
      ],
    ],
    next: (flags: string): Next => ['Each with their share', `regulars report pareto${flags}`],
  },
  cohorts: {
    title: 'Who comes back',
    heads: ['first bought', 'new'],
    after: 'months later, how many of them bought',
    before: (hidden: number) => `${many(hidden, 'older month is', 'older months are')} not shown.`,
    earlier: (count: number) => `${many(count, 'customer', 'customers')} had bought before this ledger began: their first month is not known.`,
    none: 'Nobody bought for the first time in these months.',
    how: [
      [
        'A line',
        'those who bought for the first time in a month, and how many of them bought again so many months later. Month 0 is the first, always 100 %; the newest month is as far as it has come. The darker, the more: from none to the most of any month but the first.',
      ],
    ],
    next: (flags: string): Next => ['With the money they spent', `regulars report cohorts${flags}`],
  },
  stages: {
    title: 'How regular they are',
    label: 'Bars: customers by stage',
    total: (count: number, on: string) => `${many(count, 'customer', 'customers')} on ${on}`,
    none: 'There are no customers yet.',
    how: [
      [
        'By their own gap',
        'the median of the days between visits, from three on; else the shop’s. Lost: more than 3 gaps and 90 days. Declining: more than 2 gaps, and a gap and 7 days.',
      ],
      ['Else by days bought on', 'exploring 1-2, forming 3-5, stable 6 or more; prospect: has not bought.'],
    ],
    next: (flags: string): Next => ['Who they are', `regulars list --stage declining${flags}`],
  },
  due: {
    title: 'To contact today',
    none: 'Nobody is due today.',
    waiting: (count: number) => `${grouped(count)} more can wait: regulars due --all`,
    owes: 'owes',
    how: [
      [
        'Due',
        'a reason holds on this day: a promise, a birthday, thanks, slipping, a debt, the contact rhythm of the tier … Ranked by weight, lateness and tier.',
      ],
    ],
    next: (id: number | null): Next => (id === null ? ['The days ahead', 'regulars due --days 7'] : ['When you have talked', `regulars done ${id} -n "…"`]),
  },
  footer: (version: string, asOf: string) => `Made by regulars ${version} on ${asOf}. This page names customers: keep it as you keep the ledger.`,
  written: (path: string, { from, to }: Period, bytes: number, rehearsed: boolean) =>
    `${rehearsed ? 'Would write' : 'Wrote'} ${path}: ${from} to ${to}, ${grouped(Math.ceil(bytes / 1024))} KB. It names customers: only you can read it.`,
  open: 'Open it in a browser, or print it from there.',
}
