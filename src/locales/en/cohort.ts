import type { OpenPeriod } from '../../ledger/period.ts'
import type { Cohort } from '../../ledger/report/cohort-table.ts'
import { grouped } from '../figure.ts'

/** What `report cohorts` says. */
export const cohort = {
  title: (cohorts: readonly Cohort[], { from, to }: OpenPeriod) => {
    const all = cohorts.reduce((sum, { customers }) => sum + customers, 0)
    const days = from === null ? `up to ${to}` : `from ${from} up to ${to}`
    return all === 0
      ? `Cohorts ${days}: nobody bought for the first time`
      : `Cohorts ${days}: ${grouped(all)} ${all === 1 ? 'buyer' : 'buyers'} by the month of the first purchase`
  },
  count: grouped,
  shares: 'Who came again, % of each cohort, by months since (the newest is not over):',
  shareHeads: ['first', 'buyers'],
  counts: 'The same in customers; money: all a cohort has bought so far, refunds taken off.',
  countHeads: ['first', 'money'],
  hidden: (first: number, last: number) =>
    `  ${first === last ? `month ${first} does` : `months ${first}-${last} do`} not fit here: a wider window shows more, --format csv all`,
  earlier: (count: number) =>
    `${grouped(count)} left out: ${count === 1 ? 'this customer' : 'they'} bought before this ledger began, nobody knows in which month first.`,
  explain: [
    'cohort: the customers whose first counted purchase (neither void nor refunded in full) fell in that month; with --from only those who began since.',
    'so many months after: calendar months; who made a counted purchase in it, of the customers of the cohort. Month 0 is all of them.',
    'money: what they bought in the month, less what of it was refunded since; a return that names no purchase is taken off in its own month.',
    'left out: customers of whom an old roster tells that they bought before this ledger (visits_before), walk-ins, archived customers.',
  ],
  next: (cohorts: readonly Cohort[], whole: boolean): string => {
    if (cohorts.length > 0) return 'Who is fading: regulars list --stage declining   how it is reckoned: --explain'
    return whole ? 'Note what is sold: regulars buy NAME 88.50' : 'All customers and days: regulars report cohorts'
  },
}
