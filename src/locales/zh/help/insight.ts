import type { CommandHelp } from '../../en/help.ts'

export const insight: Record<string, CommandHelp> = {
  'report stages': {
    does: '新客、常客、来得少了的、流失的各有多少，按每位自己的节奏算。',
    examples: ['regulars report stages', 'regulars report stages --today 2026-06-30 --tier A', 'regulars report stages --explain'],
    flags: { '--source': '只要这个来源的客户', '--explain': '说明怎么算的' },
  },
  'report rates': {
    does: '一段时间的流失率、留存率，新客、回来的，回头率和介绍率。',
    examples: ['regulars report rates', 'regulars report rates --month 2026-10', 'regulars report rates --from 2026-01-01 --to 2026-06-30 --by month'],
    flags: {
      '--from': '从哪一天（默认到 --to 为止 365 天）',
      '--to': '到哪一天（默认今天）',
      '--month': '一个月：2026-11、11月',
      '--quarter': '一个季度：2026-Q4、4季度',
      '--by': 'month：每月一行',
      '--source': '只要这个来源的客户',
      '--stage': '只要今天是这个程度的客户',
      '--explain': '说明怎么算的',
    },
  },
}
