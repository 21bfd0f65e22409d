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
}
