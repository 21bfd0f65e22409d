import { verb as declare } from '../../cli/verb.ts'
import type { PartRates } from '../../ledger/report/rate-series.ts'
import type { Rates } from '../../ledger/report/rates.ts'
import type { Columns } from '../../terminal/columns.ts'
import type { Voice } from '../../terminal/voice.ts'
import { daysTyped, periodAsked, reportFlags, reportInput } from './report-flags.ts'

const columns = {
  from: 'day',
  to: 'day',
  buyersAtStart: 'count',
  lost: 'count',
  churnRate: 'share',
  retentionRate: 'share',
  new: 'count',
  regained: 'count',
  buyers: 'count',
  repeatBuyers: 'count',
  repeatRate: 'share',
  referrers: 'count',
  referralRate: 'share',
} as const satisfies Columns<Rates>

export const verb = declare({
  name: 'report rates',
  options: [...reportFlags, '--by <length>'],
  book: 'read',
  input: (read) => read.object({ ...reportInput(read), by: read.optional(read.text) }),
  async run({ book, terminal, words }, { by, explain, ...asked }) {
    const { readRates } = await import('../../ledger/report/rates.ts')
    const { splitPeriod } = await import('../../ledger/period.ts')
    const { closing } = await import('../../screens/report-footer.ts')
    const { sparkline } = await import('../../terminal/chart/sparkline.ts')
    const { figures } = await import('../../terminal/figures.ts')
    const { table } = await import('../../terminal/table.ts')
    const { period, only } = await periodAsked(book, asked)
    const parts = by === undefined ? null : splitPeriod(period, by)
    const { rates } = words.report
    if (parts) {
      const { readRateSeries } = await import('../../ledger/report/rate-series.ts')
      const inTable = (heads: readonly string[], rows: readonly (readonly string[])[], voice: Voice) =>
        table(
          heads.map((head, at) => ({ head, right: at > 0 })),
          rows,
          voice,
        )
      await terminal.show(await readRateSeries(book, parts, only), {
        columns: { ...columns, net: 'count' } satisfies Columns<PartRates>,
        say: (value, voice) => [
          voice.strong(rates.title(period)),
          ...inTable(
            rates.staying.heads,
            value.map((one) => rates.staying.row(one, voice)),
            voice,
          ),
          '',
          ...inTable(
            rates.buying.heads,
            value.map((one) => rates.buying.row(one, voice)),
            voice,
          ),
          ...(value.length > 1 ? [''] : []),
          ...figures(
            rates.curves(value, voice).map(({ what, values, range }) => [what, sparkline(values, voice), range]),
            voice,
          ),
          ...closing({ ...rates, next: rates.nextOfSeries }, explain, voice),
        ],
      })
      return
    }
    await terminal.show(await readRates(book, period, only), {
      columns,
      say: (value, voice) => [
        voice.strong(rates.title(value)),
        ...figures(rates.lines(value, voice), voice),
        ...closing({ explain: rates.explain, next: rates.next(daysTyped(asked)) }, explain, voice),
      ],
    })
  },
})
