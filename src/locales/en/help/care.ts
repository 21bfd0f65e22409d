import type { CommandHelp } from '../../command-help.ts'

export const care: Record<string, CommandHelp> = {
  birthdays: {
    does: 'Birthdays of the next days and the last 3, lunar ones on their day this year.',
    examples: ['regulars birthdays', 'regulars birthdays --days 30'],
    flags: { '--days': 'how many days ahead (default 7)' },
  },
  referrals: {
    does: 'Who brought whom, as a tree, and what those bought.',
    examples: ['regulars referrals', 'regulars referrals --json', 'regulars edit 12 --referred-by 88'],
    more: 'Who was brought is noted with the customer: add or edit --referred-by.',
  },
}
