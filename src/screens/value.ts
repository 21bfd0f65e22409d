import type { ValueReport, ValueRow } from '../ledger/report/value/value.ts'
import { figures } from '../terminal/figures.ts'
import type { Screen } from '../terminal/screen.ts'
import { figureHeads, table } from '../terminal/table.ts'
import { hung } from '../terminal/width.ts'
import { type Reported, reckoned } from './report.ts'

/** What each customer is worth from now on, what that rests on, and whether it held. */
export const valueScreen: Screen<Reported<ValueReport>, ValueRow> = {
  data: ({ report }) => report,
  rows: ({ report }) => report.customers,
  columns: {
    customerId: 'count',
    name: 'text',
    stage: 'text',
    frequency: 'count',
    recency: 'count',
    age: 'count',
    alive: 'share',
    expectedPurchases: 'count',
    averageValue: 'money',
    lifetimeValue: 'money',
  },
  id: ({ customerId }) => customerId,
  lines({ report, explain }, voice) {
    const { value: words } = voice.words
    const { customers, holdout, model } = report
    const tabled = (heads: readonly string[], rows: readonly (readonly string[])[], texts: number) =>
      rows.length === 0 ? [] : table(figureHeads(heads, texts), rows, voice)
    return [
      voice.strong(words.title(report, voice)),
      // The list may be long: what it rests on stands where a terminal stops.
      ...tabled(words.heads(report), words.rows(report, voice), 2),
      ...(customers.length > 0 && !model.doubt ? [''] : []),
      ...figures(words.lines(report, voice), voice),
      ...words.notes(report).flatMap((line) => hung(line, voice.width)),
      ...(holdout ? [voice.strong(words.holdout(holdout, report, voice)), ...tabled(words.holdoutHeads, words.holdoutRows(holdout), 0)] : []),
      ...(explain ? reckoned(words.explain(report, voice), voice) : words.next(report)),
    ]
  },
}
