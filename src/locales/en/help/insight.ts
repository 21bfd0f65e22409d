import type { CommandHelp } from '../../command-help.ts'

export const insight: Record<string, CommandHelp> = {
  report: {
    does: 'With --html: the shop on one page, for a browser, a phone or paper; without it, which reports there are.',
    examples: [
      'regulars report --html shop.html',
      'regulars report --html november.html --month 2026-11 --open',
      'regulars report --html - --tier A > tier-a.html',
    ],
    flags: {
      '--html': 'the file to write, which only you can read; - is stdout. Written over only with --yes',
      '--open': 'opens it in the browser, once it is written',
      '--explain': 'how it is reckoned: the page says so anyway',
      '--from': 'the first day (default: the first of the month eleven months before)',
      '--to': 'the last day (default today)',
    },
  },
  'report summary': {
    does: "The owner's one page: money, customers, tiers, stages, accounts and contacts, beside the period before.",
    examples: [
      'regulars report summary --month 2026-11',
      'regulars report summary --quarter 4 --tier A,B',
      'regulars report summary --explain',
    ],
    flags: {
      '--from': 'the first day (default 365 days up to --to)',
      '--to': 'the last day (default today)',
    },
  },
  'report day': {
    does: "The day's close: sales by how they were paid, refunds, debts paid, top-ups, what stands on account.",
    examples: ['regulars report day', 'regulars report day --on yesterday', 'regulars report day --json'],
    flags: { '--on': 'the day (default today)' },
  },
  'report stages': {
    does: 'How many customers are new, regular, fading or lost, each by their own rhythm.',
    examples: [
      'regulars report stages',
      'regulars report stages --today 2026-06-30 --tier A',
      'regulars report stages --explain',
    ],
  },
  'report items': {
    does: 'What was sold: how much of each thing, to how many customers, and when last.',
    examples: [
      'regulars report items --month 2026-11',
      'regulars report items --tier A',
      'regulars report items --format csv',
    ],
  },
  'report returns': {
    does: 'What was given back: by thing, by reason, by whose fault it was.',
    examples: ['regulars report returns', 'regulars report returns --quarter 4 --format csv'],
  },
  'report sources': {
    does: 'How customers came, and what became of them: who bought, what they spent, who is still here.',
    examples: [
      'regulars report sources',
      'regulars report sources --from 2026-01-01',
      'regulars report sources --json',
    ],
  },
  'report rfm': {
    does: 'Who came lately, who comes often, who spends: scores of 1 to 5, and the segments they make.',
    examples: [
      'regulars report rfm',
      'regulars list --segment "Can\'t Lose Them"',
      'regulars report rfm --from 2026-01-01 --format csv',
      'regulars report rfm --compat r --json',
    ],
    flags: { '--compat': 'r: the scores and segments of the R package rfm 0.3.0' },
    more: 'The segments and where the scores part are rules of the shop: regulars policy show rfm',
  },
  'report followups': {
    does: 'What fell due in a period, and what was done of it in time, late or never: by reason, tier and keeper.',
    examples: [
      'regulars report followups',
      'regulars report followups --month 2026-10',
      'regulars report followups --tier A --explain',
    ],
    flags: { '--from': 'the first day (default 365 days up to --to)', '--to': 'the last day (default today)' },
  },
  'report losses': {
    does: 'Who was lost in a period, why, what they used to bring, and what the shop had left undone.',
    examples: [
      'regulars report losses',
      'regulars report losses --quarter Q4',
      'regulars report losses --tier A,B --format csv',
    ],
    flags: { '--from': 'the first day (default 365 days up to --to)', '--to': 'the last day (default today)' },
  },
  'report complaints': {
    does: 'What was complained of, how soon and how it was settled, what it cost, and who came back.',
    examples: [
      'regulars report complaints',
      'regulars report complaints --quarter Q4',
      'regulars report complaints --tier A,B --explain',
    ],
    flags: { '--from': 'the first day (default: all)', '--to': 'the last day (default today)' },
  },
  'report satisfaction': {
    does:
      'How satisfied those are who were asked, dissatisfied first, ' +
      'by what was asked about, and who was satisfied and left.',
    examples: [
      'regulars report satisfaction',
      'regulars report satisfaction --quarter Q4',
      'regulars report satisfaction --tier A,B --format csv',
    ],
    flags: { '--from': 'the first day (default: all)', '--to': 'the last day (default today)' },
  },
  'report rates': {
    does: 'Churn, retention, new and regained customers, repeat and referral rates of a period.',
    examples: [
      'regulars report rates',
      'regulars report rates --month 2026-10',
      'regulars report rates --from 2026-01-01 --to 2026-06-30 --by month',
    ],
    flags: {
      '--from': 'the first day (default 365 days up to --to)',
      '--to': 'the last day (default today)',
      '--by': 'month: a line for each',
    },
  },
  'report pareto': {
    does: 'How few customers bring most of the profit: where 80 % is reached, and each with their share.',
    examples: [
      'regulars report pareto',
      'regulars report pareto --from 2026-01-01',
      'regulars report pareto --format csv',
    ],
    more: 'All purchases up to today, unless days are asked for.',
  },
  'report cohorts': {
    does: 'Customers by the month they first bought in: who came again, month after month, and what they spent.',
    examples: [
      'regulars report cohorts',
      'regulars report cohorts --from 2026-01-01',
      'regulars report cohorts --format csv',
    ],
    flags: { '--from': 'only customers who first bought on this day or later' },
    more:
      'Who bought before this ledger began (visits_before of an old roster) is in no cohort: ' +
      'nobody knows their first month.',
  },
  'report quadrants': {
    does: 'Value beside loyalty: gold, meteor, small star, burden, and the five signs of loyalty.',
    examples: [
      'regulars report quadrants',
      'regulars list --quadrant meteor --sort profit',
      'regulars report quadrants --explain',
    ],
    more:
      'Note what shows loyalty: edit --share 80 (buys mostly here), ' +
      'edit --referred-by, done --campaign new-arrival.',
  },
  'report campaigns': {
    does: 'What messages and campaigns brought: reached, bought, money, beside those held out.',
    examples: [
      'regulars report campaigns',
      'regulars report campaigns --from 2026-09-01 --days 14',
      'regulars report campaigns --explain',
    ],
    flags: { '--days': 'what is bought within so many days counts (default policy campaign.days)' },
  },
  'report events': {
    does: 'Events of a period: invited, came, bought within 30 days, and for how much.',
    examples: ['regulars report events', 'regulars report events --from 2026-01-01 --json'],
  },
  'report points': {
    does: 'What the shop owes in points: who has how many, what they are worth, what lapses soon.',
    examples: ['regulars report points', 'regulars report points --tier A'],
  },
  'report referrals': {
    does: 'How many customers were brought by others, what they bought, and who brings the best.',
    examples: ['regulars report referrals', 'regulars report referrals --from 2026-01-01', 'regulars referrals'],
  },
  'report value': {
    does:
      'What each customer is worth in the time to come: ' +
      'chance to be alive, purchases to expect, money (BG/NBD and Gamma-Gamma).',
    examples: [
      'regulars report value --limit 20',
      'regulars report value --calibrate-until 26w',
      'regulars report value --unit day --horizon 90 --discount-rate 8%',
    ],
    flags: {
      '--from': 'leave out purchases before this day',
      '--to': 'the last day the models see (default today)',
      '--calibrate-until': 'fit up to this day, and compare with what came after it',
      '--unit': 'week (default) or day',
      '--horizon': 'so many weeks or days ahead (default 52 weeks, 365 days)',
      '--discount-rate': 'a year: 0.1 or 10% (default 10%)',
      '--limit': 'list only so many, those worth most',
    },
    more:
      'It takes 30 buyers, 15 of them on two days or more. ' +
      'Where the data cannot tell, it says unreliable and values nobody.',
  },
}
