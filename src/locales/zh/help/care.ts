import type { CommandHelp } from '../../command-help.ts'

export const care: Record<string, CommandHelp> = {
  birthdays: {
    does: '往后几天和刚过 3 天的生日，农历的按今年的日子算。',
    examples: ['regulars birthdays', 'regulars birthdays --days 30'],
    flags: { '--days': '往后几天（默认 7）' },
  },
  referrals: {
    does: '谁介绍谁来的，一层一层列出来，和他们买了多少。',
    examples: ['regulars referrals', 'regulars referrals --json', 'regulars edit 12 --referred-by 88'],
    more: '谁介绍来的，记在来的人身上：add、edit 的 --referred-by。',
  },
}
