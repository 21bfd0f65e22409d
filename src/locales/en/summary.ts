import { grouped } from '../figure.ts'
import { counted, every, plural } from './plural.ts'

const running = (unit: string) => (now: string, before: string) => `${now} beside ${before}: the ${unit} is not over`

/** The owner's one page. */
export const summary = {
  title: {
    days: (now: string, days: number, before: string) => `${now} (${counted(days, 'day')}) beside ${before}`,
    whole: (now: string, before: string) => `${now} beside ${before}`,
    running: { month: running('month'), quarter: running('quarter') },
  },
  span: (from: string, to: string) => `${from} to ${to}`,
  /** A month or quarter with its year, and as a head. */
  named: {
    month: (year: string, month: string) => `${year}-${month}`,
    quarter: (year: string, quarter: string) => `${year}-Q${quarter}`,
  },
  heads: {
    days: ['period', 'before'] as readonly [string, string],
    month: (year: string, month: string) => `${year}-${month}`,
    quarter: (quarter: string) => `Q${quarter}`,
  },
  chosen: (customers: number) =>
    `Only the ${counted(customers, 'customer')} asked for, as they are today; walk-ins are left out.`,
  recorded: {
    none: (to: string) => `Nothing was bought up to ${to}.`,
    nothing: (from: string) => `The ledger begins on ${from}: it has nothing to compare with.`,
    part: (from: string) => `The ledger begins on ${from}: it does not hold all of the period before.`,
  },
  money: {
    revenue: 'revenue',
    purchases: (count: number) => counted(count, 'purchase'),
    walkIn: 'walk-ins',
    ofRevenue: (purchases: string, share: string) => `${purchases}, ${share} of revenue`,
    refunds: 'refunds',
    returns: (now: number, before: number) => `${grouped(now)}, before ${grouped(before)}`,
    net: 'net',
    profit: 'profit',
  },
  people: {
    buyers: 'buyers',
    count: grouped,
    new: { what: 'new', note: 'bought for the first time' },
    repeat: 'repeat',
    repeatRate: (share: string) => `${share} bought on two days or more`,
    referrers: 'referrers',
    referralRate: (share: string) => `${share} brought somebody who bought`,
    nobodyBought: 'no buyers',
    lost: 'lost',
    churn: (churn: string, kept: number, retention: string) => `churn ${churn}; kept ${grouped(kept)} = ${retention}`,
    nobodyActive: 'nobody active at the start',
    regained: { what: 'regained', note: 'lost at the start, bought since' },
  },
  accounts: {
    owed: 'owed to you',
    debtors: (count: number) => counted(count, 'customer'),
    ages: { days0: '0-30 days', days31: '31-60', days61: '61-90', days91: 'over 90' },
    credit: 'in credit',
    creditors: (count: number) => counted(count, 'customer'),
  },
  contacts: {
    what: 'contacts',
    count: grouped,
    with: (customers: number, outcomes: string) => `with ${counted(customers, 'customer')}: ${outcomes}`,
    due: 'of those due',
    done: (share: string, inTime: number, open: number) =>
      `${share} done, ${grouped(inTime)} in time; ${grouped(open)} still open`,
  },
  tiers: 'Tiers',
  unclassified: (by: string) => `(nobody had been classified by ${by})`,
  movements: 'Moved',
  nobodyMoved: 'nobody',
  moved: (from: string, to: string, customers: number) => `${from}->${to} ${grouped(customers)}`,
  stages: 'Stages',
  beside: (what: string, now: number, before: number) => `${what} ${grouped(now)} (${grouped(before)})`,
  brackets: (to: string, before: string) => `at the end of ${to}; in brackets: of ${before}`,
  best: {
    title: {
      sales: (count: number) => `The ${counted(count, 'customer')} who spent most`,
      profit: (count: number) => `The ${counted(count, 'customer')} who brought most profit`,
    },
    purchases: (count: number) => counted(count, 'purchase'),
    profit: (purchases: string, profit: string) => `profit ${profit}, ${purchases}`,
  },
  fading: {
    /** Of all who come less, and of those who brought most of them. */
    all: {
      sales: (count: number) => `Coming less: ${counted(count, 'customer')}`,
      profit: (count: number) => `Coming less: ${counted(count, 'customer')} (profit)`,
    },
    most: {
      sales: (count: number) => `Coming less: ${counted(count, 'customer')}; of them those who ever spent most`,
      profit: (count: number) =>
        `Coming less: ${counted(count, 'customer')}; of them those who ever brought most (profit)`,
    },
    rhythm: (gap: string, since: number, lostOn: string) =>
      `usually ${every(gap)}, now ${grouped(since)}; lost on ${lostOn}`,
  },
  common: {
    buyers: (count: number) =>
      `In common: the ${counted(count, 'customer')} who bought and ${plural(count, 'is', 'are')} not lost`,
    lost: (count: number) => `In common: the ${counted(count, 'customer')} lost`,
    tags: 'tags',
    sources: 'source',
    firstItems: 'bought first',
    tiers: 'tier',
    trait: (value: string, customers: number) => `${value} (${grouped(customers)})`,
  },
  explain: [
    'before: of a month or quarter the one before it, ' +
      'of one not over yet the same days of the one before; else as many days just before.',
    'revenue: purchases of the period that are not void, in full, walk-ins too. ' +
      'refunds: refunds and returns of the period, whenever the goods were bought. net = revenue - refunds.',
    'profit: of each purchase of a customer (walk-ins aside) what was not given back, times (1 - cost / amount), ' +
      'or times tier.margin where no cost is known; what a refund takes back counts on the day of the refund.',
    'change in %: only where the period before is all in the ledger, ' +
      'is not nought and rests on ten purchases or buyers.',
    'buyers: customers with a counted purchase in the period (not void, not refunded in full). new: their first. ' +
      'repeat: on two days or more. referrers: buyers who brought somebody who has bought.',
    'lost: active on the first day (neither prospect nor lost), lost on the last; ' +
      'churn = lost / active on the first day; kept = the others. regained: lost on the first day, bought since.',
    'owed, in credit: the accounts at the end of the last day (regulars balances); ages in days since the purchase.',
    'contacts: of the period, in and out; those voided are not counted. of those due: of what stood on the list of ' +
      'each morning and the customer did not settle first, what was done (regulars report followups --explain).',
    'tiers, stages: at the end of the last day; who has not bought by then is counted from the day they joined. ' +
      'moved: from the eve of the first day to the last; what the first classify finds is no movement.',
    'best: who brought most profit in the period. ' +
      'coming less: declining by a gap of their own (three purchase days or more), by what they brought since ever.',
    'in common: of those who bought in the period and are not lost, and of all who are lost at its end; ' +
      'tags and source as they are today, what they bought first on their first day. Counts, no more.',
    'archived customers: their money counts, they are in no count of people.',
  ],
  next: (days: string): string[] => [
    'Who: regulars list --stage declining   months: regulars report rates --by month',
    `Why they left: regulars report losses${days}   how it is reckoned: --explain`,
  ],
}
