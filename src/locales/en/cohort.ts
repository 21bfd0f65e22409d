import { grouped } from '../figure.ts'
import { counted, plural } from './plural.ts'

/** What `report cohorts` says. */
export const cohort = {
  title: (days: string, began: string) => `Cohorts ${days}: ${began}`,
  nobodyBegan: 'nobody bought for the first time',
  began: (customers: number) => `${counted(customers, 'buyer')} by the month of the first purchase`,
  shares: 'Who came again, % of each cohort, by months since (the newest is not over):',
  shareHeads: ['first', 'buyers'],
  counts: 'The same in customers; money: all a cohort has bought so far, refunds taken off.',
  countHeads: ['first', 'money'],
  hidden: {
    one: (month: number) => `month ${month} does not fit here: a wider window shows more, --format csv all`,
    several: (first: number, last: number) =>
      `months ${first}-${last} do not fit here: a wider window shows more, --format csv all`,
  },
  earlier: (count: number) =>
    `${grouped(count)} left out: ${plural(count, 'this customer', 'they')} bought before this ledger began, ` +
    'nobody knows in which month first.',
  explain: [
    'cohort: the customers whose first counted purchase (neither void nor refunded in full) fell in that month; ' +
      'with --from only those who began since.',
    'so many months after: calendar months; ' +
      'who made a counted purchase in it, of the customers of the cohort. Month 0 is all of them.',
    'money: what they bought in the month, less what of it was refunded since; ' +
      'a return that names no purchase is taken off in its own month.',
    'left out: customers of whom an old roster tells that they bought before this ledger (visits_before), ' +
      'walk-ins, archived customers.',
  ],
  next: 'Who is fading: regulars list --stage declining   how it is reckoned: --explain',
}
