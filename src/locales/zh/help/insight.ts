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
  'report value': {
    does: '每位客户往后值多少：还在的可能、估计再来几天、花多少钱（BG/NBD 和 Gamma-Gamma 模型）。',
    examples: [
      'regulars report value --limit 20',
      'regulars report value --calibrate-until 26周',
      'regulars report value --unit 天 --horizon 90 --discount-rate 8%',
    ],
    flags: {
      '--from': '这一天以前的消费不看',
      '--to': '模型看到哪一天（默认今天）',
      '--calibrate-until': '只看到这一天，再跟之后真的来了多少比一比',
      '--unit': 'week 周（默认）或 day 天',
      '--horizon': '往后看多少周或天（默认 52 周、365 天）',
      '--discount-rate': '每年折现多少：0.1 或 10%（默认 10%）',
      '--limit': '只列最值的几位',
    },
    more: '至少要 30 位买过，其中 15 位买过 2 天以上。数据说不清的时候，会说靠不住，不给任何人估值。',
  },
}
