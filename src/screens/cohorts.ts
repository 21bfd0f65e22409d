import { decimal, minorOf } from '../ledger/money.ts'
import type { OpenPeriod } from '../ledger/period.ts'
import type { Cohort, CohortMonth } from '../ledger/report/cohort-table.ts'
import type { readCohorts } from '../ledger/report/cohorts.ts'
import { grouped } from '../locales/figure.ts'
import { type HeatMap, heat } from '../terminal/chart/heat.ts'
import { largest } from '../terminal/chart/largest.ts'
import type { Voice } from '../terminal/voice.ts'
import { daysOf, nextOfNobody, type Reported, reportScreen } from './report.ts'

interface CohortsAsked extends Reported<Awaited<ReturnType<typeof readCohorts>>> {
  readonly period: OpenPeriod
  /** Whether all days and everyone were asked for. */
  readonly whole: boolean
  readonly currency: string
}

/** A month of a cohort on a line of its own, as a spreadsheet likes it. */
type Row = Pick<Cohort, 'cohort' | 'customers'> & CohortMonth & { readonly share: number }

export const cohortsScreen = reportScreen<CohortsAsked, Row>({
  data: ({ report }) => report.cohorts,
  rows: ({ report }) =>
    report.cohorts.flatMap(({ cohort, customers, months }) =>
      months.map(({ month, active, revenue }) => ({
        cohort,
        customers,
        month,
        active,
        share: active / customers,
        revenue,
      })),
    ),
  columns: { cohort: 'text', customers: 'count', month: 'count', active: 'count', share: 'share', revenue: 'money' },
  title({ report, period }, { words }) {
    const customers = report.cohorts.reduce((sum, { customers }) => sum + customers, 0)
    const began = customers === 0 ? words.cohort.nobodyBegan : words.cohort.began(customers)
    return words.cohort.title(daysOf(period, words.report.days), began)
  },
  body: ({ report, currency }, voice) => cohortMaps(report.cohorts, currency, voice),
  reckoning: (_, { words }) => words.cohort.explain,
  next: ({ report, whole }, voice) =>
    report.cohorts.length > 0 ? voice.words.cohort.next : nextOfNobody('cohorts', whole, voice),
  aside: ({ report }, { words }) => (report.earlier > 0 ? [words.cohort.earlier(report.earlier)] : []),
})

/**
 * Two heat maps, months since the first across: which part of each cohort bought in them, and how many. Month 0 is the
 * cohort itself.
 */
function cohortMaps(cohorts: readonly Cohort[], currency: string, voice: Voice): string[] {
  const { cohort: words } = voice.words
  if (cohorts.length === 0) return []
  const longest = largest(
    cohorts.map(({ months }) => months.length - 1),
    0,
  )
  const numbers = Array.from({ length: longest }, (_, at) => String(at + 1))
  const later = cohorts.flatMap(({ customers, months }) =>
    months.slice(1).map(({ active }) => ({ active, share: active / customers })),
  )
  const mostShare = largest(
    later.map(({ share }) => share),
    Number.MIN_VALUE,
  )
  const mostActive = largest(
    later.map(({ active }) => active),
    1,
  )
  const shares = (most: number): HeatMap => ({
    heads: [...words.shareHeads, ...numbers.slice(0, most)],
    rows: cohorts.map(({ cohort, customers, months }) => ({
      labels: [cohort, grouped(customers)],
      cells: months.slice(1, most + 1).map(({ active }) => ({
        figure: String(Math.round((active / customers) * 100)),
        depth: active / customers / mostShare,
      })),
    })),
  })
  const counts = (most: number): HeatMap => ({
    heads: [...words.countHeads, ...numbers.slice(0, most)],
    rows: cohorts.map(({ cohort, months }) => ({
      labels: [cohort, voice.money(decimal(revenueOf(months), currency))],
      cells: months.slice(1, most + 1).map(({ active }) => ({ figure: String(active), depth: active / mostActive })),
    })),
  })
  // Both show the same months.
  const hidden = Math.max(heat(shares(longest), voice).hidden, heat(counts(longest), voice).hidden)
  const shown = longest - hidden
  return [
    words.shares,
    ...heat(shares(shown), voice).lines,
    ...(longest === 0 ? [] : [words.counts]),
    ...heat(counts(shown), voice).lines,
    ...(hidden === 0 ? [] : [voice.dim(`  ${hiddenMonths(shown + 1, longest, voice)}`)]),
  ]
}

function hiddenMonths(first: number, last: number, { words: { cohort: words } }: Voice): string {
  return first === last ? words.hidden.one(first) : words.hidden.several(first, last)
}

function revenueOf(months: Cohort['months']): number {
  return months.reduce((sum, { revenue }) => sum + minorOf(revenue), 0)
}
