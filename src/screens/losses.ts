import type { LeftUndone, Losses, LostCustomer } from '../ledger/report/losses.ts'
import { figures } from '../terminal/figures.ts'
import { table } from '../terminal/table.ts'
import { type Reported, reportScreen } from './report.ts'

type Row = Omit<LostCustomer, 'undone'> & LeftUndone

export const lossesScreen = reportScreen<Reported<Losses>, Row>({
  rows: ({ report }) => report.lost.map(({ undone, ...one }) => ({ ...one, ...undone })),
  columns: {
    customerId: 'count',
    name: 'text',
    tier: 'text',
    lostOn: 'day',
    lastPurchaseOn: 'day',
    why: 'text',
    note: 'text',
    value: 'money',
    promises: 'count',
    replies: 'count',
    followups: 'count',
  },
  id: ({ customerId }) => customerId,
  title: ({ report }, { words }) => words.losses.title(report),
  body({ report }, voice) {
    const { losses } = voice.words
    if (report.customers === 0) return [losses.nobody]
    const heads = losses.heads.map((head, at) => ({ head, right: at === 3 || at === 5 }))
    return [
      // The list may be long: what it comes to stands where a terminal stops.
      ...table(heads, losses.rows(report, voice), voice),
      '',
      ...figures(losses.causes(report, voice), voice),
      losses.undoneTitle,
      ...figures(losses.undone(report), voice),
    ]
  },
  reckoning: (_, { words }) => words.losses.explain,
  next: ({ report }, { words }) => words.losses.next(report),
})
