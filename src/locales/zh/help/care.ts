import type { CommandHelp } from '../../en/help.ts'

export const care: Record<string, CommandHelp> = {
  birthdays: {
    does: '往后几天和刚过 3 天的生日，农历的按今年的日子算。',
    examples: ['regulars birthdays', 'regulars birthdays --days 30'],
    flags: { '--days': '往后几天（默认 7）' },
  },
}
