import type { Policy } from '../ledger/book/policy/policy.ts'
import { decimal, minorOf } from '../ledger/money.ts'
import type { Rfm, RfmRow } from '../ledger/segment/rfm.ts'
import { type Band, collapsed, type Measure, measures } from '../ledger/segment/rfm-bands.ts'
import { firstToSee, rangesOf } from '../ledger/segment/rfm-segments.ts'
import { segments } from '../ledger/vocabulary.ts'
import { grouped } from '../locales/figure.ts'
import { figureHeads, table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { hung } from '../terminal/width.ts'
import { daysOf, type Limited, nextOfNobody, type Reported, reportScreen } from './report.ts'

interface RfmAskedFor extends Reported<Rfm>, Limited {
  readonly compat: 'r' | null
  /** The shop's own scores and segments; null: the standard ones. */
  readonly policy: Policy | null
  /** Whether all days and everyone were asked for. */
  readonly whole: boolean
  readonly currency: string
}

export const rfmScreen = reportScreen<RfmAskedFor, RfmRow>({
  // The table is of segments: the limit is of their people.
  data: ({ report, limit }) => report.rows.slice(0, limit),
  columns: {
    customerId: 'count',
    name: 'text',
    recencyDays: 'count',
    transactions: 'count',
    amount: 'money',
    recencyScore: 'count',
    frequencyScore: 'count',
    monetaryScore: 'count',
    rfmScore: 'count',
    segment: 'text',
  },
  id: ({ customerId }) => customerId,
  title({ report, compat }, { words: { rfm } }) {
    const bought = report.rows.length === 0 ? rfm.nobodyBought : rfm.bought(report.rows.length)
    return (compat === 'r' ? rfm.titleAsR : rfm.title)(daysOf(report, rfm.days), bought)
  },
  body: ({ report: { rows, bands }, explain, policy, currency }, voice) => [
    ...segmentTable(rows, currency, voice),
    ...(explain ? [...bandsTable(bands, currency, voice), ...rangesTable(policy, voice)] : []),
  ],
  reckoning({ policy }, { words: { rfm, marks } }) {
    const { explain } = rfm
    if (policy === null) return [explain.whom, explain.scoresAsR, explain.segments, explain.noPolicy]
    const own = (['rfm.days', 'rfm.visits', 'rfm.money'] as const).filter((key) => policy[key])
    const ownCuts = own.length === 0 ? [] : [explain.ownCuts(own.join(marks.items))]
    return [explain.whom, explain.scores, ...ownCuts, explain.segments, explain.ranges]
  },
  next({ report, whole, compat }, voice) {
    const { rfm } = voice.words
    const segment = firstToSee(report.rows)
    if (segment === undefined) return nextOfNobody('rfm', whole, voice, rfm.sell)
    // `list` knows the segments of all days, as the shop scores them.
    return whole && compat === null ? rfm.next(segment) : rfm.nextAsCsv
  },
  aside({ report, policy }, { words: { rfm, marks } }) {
    const lacking = Object.entries(collapsed(report.bands, policy))
    if (lacking.length === 0) return []
    const said = lacking.map(([measure, scores]) =>
      rfm.lacking(rfm.measure[measure as Measure], scores.join(marks.items)),
    )
    return [rfm.collapsed(said.join(marks.clauses))]
  },
})

/** The segments that have somebody: how many, what they brought, what they are and what to do with them. */
function segmentTable(rows: readonly RfmRow[], currency: string, voice: Voice): string[] {
  const { rfm, terms } = voice.words
  if (rows.length === 0) return []
  const sums = new Map(segments.map((segment) => [segment, { customers: 0, amount: 0 }]))
  let total = 0
  for (const { segment, amount } of rows) {
    const sum = sums.get(segment)
    if (!sum) continue
    sum.customers++
    sum.amount += minorOf(amount)
    total += minorOf(amount)
  }
  const found = [...sums].filter(([, { customers }]) => customers > 0)
  const [head = '', ...lines] = table(
    figureHeads(rfm.heads),
    found.map(([segment, { customers, amount }]) => [
      `  ${terms.segment[segment]}`,
      grouped(customers),
      voice.share(customers / rows.length),
      voice.money(decimal(amount, currency)),
      // Where refunds outweigh sales a share of them says nothing.
      total > 0 && amount >= 0 ? voice.share(amount / total) : '-',
    ]),
    voice,
  )
  return [
    head,
    ...found.flatMap(([segment], at) => [
      lines[at] ?? '',
      ...hung(`    ${rfm.advice[segment]}`, voice.width).map(voice.dim),
    ]),
  ]
}

/** Where the scores part: the least and most of each, and how many buyers have it. */
function bandsTable(bands: Readonly<Record<Measure, readonly Band[]>>, currency: string, voice: Voice): string[] {
  const { rfm } = voice.words
  if (measures.every((measure) => bands[measure].length === 0)) return []
  const said = (measure: Measure, score: number) => {
    const band = bands[measure].find((one) => one.score === score)
    if (!band) return '-'
    const value = (number: number) =>
      measure === 'monetary' ? voice.money(decimal(number, currency)) : grouped(number)
    const range = band.least === band.most ? value(band.least) : `${value(band.least)}..${value(band.most)}`
    return `${range} (${grouped(band.buyers)})`
  }
  const rows = [5, 4, 3, 2, 1].map((score) => [`  ${score}`, ...measures.map((measure) => said(measure, score))])
  return table(figureHeads(rfm.bandHeads), rows, voice)
}

/** Which scores make which segment; `policy` null: the standard ones. */
function rangesTable(policy: Policy | null, voice: Voice): string[] {
  const { rfm, terms } = voice.words
  return table(
    figureHeads(rfm.rangeHeads),
    rangesOf(policy).map(([segment, ranges]) => [`  ${terms.segment[segment]}`, ...ranges.split(' ')]),
    voice,
  )
}
