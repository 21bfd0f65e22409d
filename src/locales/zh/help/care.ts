import type { CommandHelp } from '../../command-help.ts'

export const care: Record<string, CommandHelp> = {
  birthdays: {
    does: '往后几天和刚过 3 天的生日，农历的按今年的日子算。',
    examples: ['regulars birthdays', 'regulars birthdays --days 30'],
    flags: { '--days': '往后几天（默认 7）' },
  },
  survey: {
    does: '记一位客户满意不满意，满分 5 分。',
    examples: ['regulars survey 12 4', 'regulars survey 12 2 --aspect 送货 -n 晚了一天', 'regulars survey 12 8/10 --expected 5 --on 2026-11-20'],
    flags: {
      '--expected': '期望几分（满分 5，默认 4）',
      '--aspect': '问的是哪方面：商品、服务、送货、价格、店面，或自己的说法（默认：总的）',
      '--on': '哪一天（默认今天）',
      '--note': '客户怎么说',
    },
    more: '分数写 5 以内的数、8/10、90%、星星，或“满意”这样的词。满意度 C 是当天各个回答的实际得分合计 / 期望得分合计；低于 0.95，第二天起上名单（不满意）。全部：regulars report satisfaction',
  },
  referrals: {
    does: '谁介绍谁来的，一层一层列出来，和他们买了多少。',
    examples: ['regulars referrals', 'regulars referrals --json', 'regulars edit 12 --referred-by 88'],
    more: '谁介绍来的，记在来的人身上：add、edit 的 --referred-by。',
  },
}
