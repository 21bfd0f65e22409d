import type { ReturnRow, Returns } from '../ledger/report/returns.ts'
import { grouped } from '../locales/figure.ts'
import { figureHeads, table } from '../terminal/table.ts'
import { daysOf, type Reported, reportScreen } from './report.ts'

interface ReturnsAsked extends Reported<Returns> {
  /** Whether all days and everyone were asked for. */
  readonly whole: boolean
}

const kinds = ['item', 'reason', 'fault'] as const

/** What was given back, by thing, by reason, by whose fault it was. */
export const returnsScreen = reportScreen<ReturnsAsked, ReturnRow>({
  data: ({ report: { from, to, rows } }) => ({ from, to, rows }),
  rows: ({ report }) => report.rows,
  columns: { by: 'text', value: 'text', refunds: 'count', amount: 'money', share: 'share' },
  title({ report }, { words: { goods, report: reports }, money }) {
    return goods.returns.title(daysOf(report, reports.days), report.refunds, money(report.amount))
  },
  body({ report }, voice) {
    const { returns } = voice.words.goods
    if (report.refunds === 0) return [returns.nothing]
    const rate = report.rate === null ? [] : [returns.rate(voice.share(report.rate), voice.money(report.sold))]
    const rows = kinds.flatMap((kind) =>
      report.rows
        .filter(({ by }) => by === kind)
        .map(({ value, refunds, amount, share }, at) => [
          at === 0 ? returns.by[kind] : '',
          value ?? returns.notKnown,
          grouped(refunds),
          voice.money(amount),
          voice.share(share),
        ]),
    )
    return [...rate, ...table(figureHeads(returns.heads, 2), rows, voice)]
  },
  reckoning: (_, { words }) => words.goods.returns.explain,
  next: ({ report, whole }, { words: { goods } }) =>
    report.refunds > 0 ? goods.returns.next : whole ? goods.returns.begin : goods.returns.everything,
})
