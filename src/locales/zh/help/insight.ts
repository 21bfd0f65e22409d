import type { CommandHelp } from '../../en/help.ts'

export const insight: Record<string, CommandHelp> = {
  'report stages': {
    does: '新客、常客、来得少了的、流失的各有多少，按每位自己的节奏算。',
    examples: ['regulars report stages', 'regulars report stages --today 2026-06-30 --tier A', 'regulars report stages --explain'],
  },
  'report rates': {
    does: '一段时间的流失率、留存率，新客、回来的，回头率和介绍率。',
    examples: ['regulars report rates', 'regulars report rates --month 2026-10', 'regulars report rates --from 2026-01-01 --to 2026-06-30 --by month'],
    flags: {
      '--from': '从哪一天（默认到 --to 为止 365 天）',
      '--to': '到哪一天（默认今天）',
      '--by': 'month：每月一行',
    },
  },
}
