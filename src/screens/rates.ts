import type { Period } from '../ledger/period.ts'
import type { PartRates } from '../ledger/report/rate-series.ts'
import type { Rates } from '../ledger/report/rates.ts'
import { sparkline } from '../terminal/chart/sparkline.ts'
import type { Columns } from '../terminal/columns.ts'
import { figures } from '../terminal/figures.ts'
import { figureHeads, table } from '../terminal/table.ts'
import { type Reported, reportScreen } from './report.ts'

interface RatesAsked extends Reported<Rates> {
  /** The flags of the days asked for, as they would be typed again. */
  readonly days: string
}

interface RateSeriesAsked extends Reported<readonly PartRates[]> {
  readonly period: Period
}

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

/** The rates of one period. */
export const ratesScreen = reportScreen<RatesAsked, Rates>({
  columns,
  title: ({ report }, { words }) => words.report.rates.title(report),
  body: ({ report }, voice) => figures(voice.words.report.rates.lines(report, voice), voice),
  reckoning: (_, { words }) => words.report.rates.explain,
  next: ({ days }, { words }) => words.report.rates.next(days),
})

/** The rates of its parts, one under the other, and how they went. */
export const rateSeriesScreen = reportScreen<RateSeriesAsked, PartRates>({
  columns: { ...columns, net: 'count' },
  title: ({ period }, { words }) => words.report.rates.title(period),
  body({ report }, voice) {
    const { staying, buying, curves } = voice.words.report.rates
    const tabled = ({ heads, row }: typeof staying | typeof buying) =>
      table(
        figureHeads(heads),
        report.map((one) => row(one, voice)),
        voice,
      )
    return [
      ...tabled(staying),
      '',
      ...tabled(buying),
      ...(report.length > 1 ? [''] : []),
      ...figures(
        curves(report, voice).map(({ what, values, range }) => [what, sparkline(values, voice), range]),
        voice,
      ),
    ]
  },
  reckoning: (_, { words }) => words.report.rates.explain,
  next: (_, { words }) => words.report.rates.nextOfSeries,
})
