import type { CommandHelp } from '../help.ts'

export const insight: Record<string, CommandHelp> = {
  'report stages': {
    does: 'How many customers are new, regular, fading or lost, each by their own rhythm.',
    examples: ['regulars report stages', 'regulars report stages --today 2026-06-30 --tier A', 'regulars report stages --explain'],
  },
  'report rates': {
    does: 'Churn, retention, new and regained customers, repeat and referral rates of a period.',
    examples: ['regulars report rates', 'regulars report rates --month 2026-10', 'regulars report rates --from 2026-01-01 --to 2026-06-30 --by month'],
    flags: {
      '--from': 'the first day (default 365 days up to --to)',
      '--to': 'the last day (default today)',
      '--by': 'month: a line for each',
    },
  },
  'report value': {
    does: 'What each customer is worth in the time to come: chance to be alive, purchases to expect, money (BG/NBD and Gamma-Gamma).',
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
    more: 'It takes 30 buyers, 15 of them on two days or more. Where the data cannot tell, it says unreliable and values nobody.',
  },
}
