import { addDays } from '../ledger/day.ts'
import type { Period } from '../ledger/period.ts'
import type { PartRates, Rates } from '../ledger/report/rates.ts'
import { grouped } from '../locales/figure.ts'
import { sparkline } from '../terminal/chart/sparkline.ts'
import type { Columns } from '../terminal/columns.ts'
import { figures } from '../terminal/figures.ts'
import { figureHeads, table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
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
  title: ({ report }, { words }) => words.report.rates.title(report.from, report.to),
  body: ({ report }, voice) => figures(rateLines(report, voice), voice),
  reckoning: (_, { words }) => words.report.rates.explain,
  next: ({ days }, { words }) => words.report.rates.next(days),
})

/** The rates of its parts, one under the other, and how they went. */
export const rateSeriesScreen = reportScreen<RateSeriesAsked, PartRates>({
  columns: { ...columns, net: 'count' },
  title: ({ period }, { words }) => words.report.rates.title(period.from, period.to),
  body({ report }, voice) {
    const { stayingHeads, buyingHeads } = voice.words.report.rates
    const tabled = (heads: readonly string[], row: (rates: PartRates, voice: Voice) => string[]) =>
      table(
        figureHeads(heads),
        report.map((rates) => row(rates, voice)),
        voice,
      )
    return [
      ...tabled(stayingHeads, stayingRow),
      '',
      ...tabled(buyingHeads, buyingRow),
      ...(report.length > 1 ? ['', ...figures(curves(report, voice), voice)] : []),
    ]
  },
  reckoning: (_, { words }) => words.report.rates.explain,
  next: (_, { words }) => words.report.rates.nextOfSeries,
})

const signed = (net: number) => `${net > 0 ? '+' : ''}${grouped(net)}`

function rateLines(rates: Rates, { words, share }: Voice): [string, string, string][] {
  const { rates: say } = words.report
  const { buyersAtStart, lost, buyers, repeatBuyers, referrers } = rates
  const kept = buyersAtStart - lost
  const ofActive = (rate: number | null, part: number) =>
    rate === null ? say.nobodyActive : say.ofActive(part, buyersAtStart, share(rate))
  const ofBuyers = (rate: number | null, part: number) =>
    rate === null ? say.nobodyBought : say.ofBuyers(part, buyers, share(rate))
  return [
    [say.active.what, grouped(buyersAtStart), say.active.note],
    [say.lost, grouped(lost), say.churn(ofActive(rates.churnRate, lost))],
    [say.kept, grouped(kept), say.retention(ofActive(rates.retentionRate, kept))],
    [say.new.what, grouped(rates.new), say.new.note],
    [say.regained.what, grouped(rates.regained), say.regained.note],
    [say.net.what, signed(rates.new + rates.regained - lost), say.net.note],
    [say.buyers.what, grouped(buyers), say.buyers.note],
    [say.repeat, grouped(repeatBuyers), say.repeatRate(ofBuyers(rates.repeatRate, repeatBuyers))],
    [say.referrers, grouped(referrers), say.referralRate(ofBuyers(rates.referralRate, referrers))],
  ]
}

/** A month, with its days where it is cut. */
function monthOf({ from, to }: Period): string {
  const whole = from.endsWith('-01') && addDays(to, 1).endsWith('-01')
  return whole ? from.slice(0, 7) : `${from.slice(5)}..${to.slice(8)}`
}

function stayingRow(rates: PartRates, { share }: Voice): string[] {
  return [
    monthOf(rates),
    grouped(rates.buyersAtStart),
    grouped(rates.lost),
    rates.churnRate === null ? '-' : share(rates.churnRate),
    grouped(rates.buyersAtStart - rates.lost),
    rates.retentionRate === null ? '-' : share(rates.retentionRate),
    grouped(rates.new),
    grouped(rates.regained),
    signed(rates.net),
  ]
}

function buyingRow(rates: PartRates, { share }: Voice): string[] {
  return [
    monthOf(rates),
    grouped(rates.buyers),
    grouped(rates.repeatBuyers),
    rates.repeatRate === null ? '-' : share(rates.repeatRate),
    grouped(rates.referrers),
    rates.referralRate === null ? '-' : share(rates.referralRate),
  ]
}

/** A few columns as curves, each with its least and most. */
function curves(series: readonly PartRates[], voice: Voice): [string, string, string][] {
  const { rates: say } = voice.words.report
  const curve = (what: string, values: readonly (number | null)[], said: (value: number) => string) => {
    const known = values.filter((value) => value !== null)
    const range = known.length === 0 ? '-' : say.range(said(Math.min(...known)), said(Math.max(...known)))
    return [what, sparkline(values, voice), range] as [string, string, string]
  }
  const columns = ['buyers', 'new', 'churnRate'] as const
  return columns.map((of) => {
    const said = of === 'churnRate' ? voice.share : grouped
    return curve(
      say.curves[of],
      series.map((rates) => rates[of]),
      said,
    )
  })
}
