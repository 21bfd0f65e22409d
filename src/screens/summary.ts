import { daysBetween } from '../ledger/day.ts'
import type { Period, PeriodKind } from '../ledger/period.ts'
import type { CommonTraits } from '../ledger/report/summary/common-traits.ts'
import type { BestCustomer, FadingCustomer } from '../ledger/report/summary/customers.ts'
import type { Figures } from '../ledger/report/summary/figures.ts'
import type { Summary } from '../ledger/report/summary/summary.ts'
import { stages as allStages, tiers as allTiers } from '../ledger/vocabulary.ts'
import { grouped, tenths } from '../locales/figure.ts'
import type { Columns } from '../terminal/columns.ts'
import { figures } from '../terminal/figures.ts'
import { filled } from '../terminal/filled.ts'
import type { Screen } from '../terminal/screen.ts'
import { table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { type Reported, reckoned } from './report.ts'
import { accountLines, contactLines, moneyLines, peopleLines } from './summary-lines.ts'

/** A name, and what stands behind it. */
type NamedParts = readonly [name: string, parts: readonly string[]]

interface SummaryAsked extends Reported<Summary> {
  /** What kind of period, and whether it is over. */
  readonly as: { readonly kind: PeriodKind; readonly whole: boolean }
  /** The flags of the days asked for, as they would be typed again. */
  readonly days: string
}

const columns: Columns<ReturnType<typeof figuresRow>> = {
  from: 'day',
  to: 'day',
  revenue: 'money',
  walkIn: 'money',
  purchases: 'count',
  refunds: 'money',
  returns: 'count',
  net: 'money',
  profit: 'money',
  buyers: 'count',
  newBuyers: 'count',
  repeatBuyers: 'count',
  repeatRate: 'share',
  referrers: 'count',
  referralRate: 'share',
  buyersAtStart: 'count',
  lost: 'count',
  churnRate: 'share',
  retentionRate: 'share',
  regained: 'count',
  balance: 'money',
  debtors: 'count',
  credit: 'money',
  creditors: 'count',
  contacts: 'count',
  tiers: 'facts',
  stages: 'facts',
}

/** A period beside the one before: its figures, the best, the fading, and what buyers and the lost have in common. */
export const summaryScreen: Screen<SummaryAsked, ReturnType<typeof figuresRow>> = {
  data: ({ report }) => report,
  rows: ({ report }) => [figuresRow(report), figuresRow(report.before)],
  columns,
  lines({ report, as, explain }, voice) {
    const { summary } = voice.words
    const compared = [moneyLines, peopleLines, accountLines, contactLines].flatMap((lines) => lines(report, voice))
    return [
      voice.strong(title(report, as, voice)),
      ...(report.walkIn ? [] : [summary.chosen(Object.values(report.stages).reduce((sum, count) => sum + count, 0))]),
      ...recorded(report, voice),
      ...figures(compared, voice, heads(report, as, voice)),
      '',
      ...filled(standing(report, voice), voice),
      voice.dim(summary.brackets(report.to, report.before.to)),
      ...blocks(report, voice),
      ...(explain ? ['', ...reckoned(summary.explain, voice)] : []),
    ]
  },
  next: ({ days, explain }, { words }) => (explain ? [] : words.summary.next(days)),
}

const yearOf = (day: string) => day.slice(0, 4)
const monthOf = (day: string) => day.slice(5, 7)
const quarterOf = (day: string) => String(Math.ceil(Number(monthOf(day)) / 3))

function title(
  { from, to, before }: Summary,
  { kind, whole }: SummaryAsked['as'],
  { words: { summary } }: Voice,
): string {
  const { title, named } = summary
  const span = ({ from, to }: Period) => summary.span(from, yearOf(from) === yearOf(to) ? to.slice(5) : to)
  const [now, then] = [span({ from, to }), span(before)]
  if (kind === 'days') return title.days(now, daysBetween(from, to) + 1, then)
  if (!whole) return title.running[kind](now, then)
  const part = kind === 'month' ? monthOf : quarterOf
  const called = (day: string) => named[kind](yearOf(day), part(day))
  return title.whole(called(from), called(before.from))
}

function heads({ from, before }: Summary, { kind }: SummaryAsked['as'], voice: Voice): readonly [string, string] {
  const { heads } = voice.words.summary
  if (kind === 'days') return heads.days
  const head = (day: string) =>
    kind === 'month' ? heads.month(yearOf(day), monthOf(day)) : heads.quarter(quarterOf(day))
  return [head(from), head(before.from)]
}

/** Where the ledger does not reach back as far as the period before, or not even to the period. */
function recorded({ recordedFrom, before, to }: Summary, { words: { summary } }: Voice): string[] {
  if (recordedFrom === null) return [summary.recorded.none(to)]
  if (recordedFrom <= before.from) return []
  return [recordedFrom > before.to ? summary.recorded.nothing(recordedFrom) : summary.recorded.part(recordedFrom)]
}

/** Tiers, who moved between them, and stages, at the end of the period and of the one before. */
function standing({ tiers, movements, stages, before }: Summary, { words: { summary, terms } }: Voice): NamedParts[] {
  const byTier =
    before.classifiedOn === null
      ? [...allTiers.map((tier) => `${tier} ${grouped(tiers[tier])}`), summary.unclassified(before.to)]
      : allTiers.map((tier) => summary.beside(tier, tiers[tier], before.tiers[tier]))
  const moved = movements?.map(({ from, to, customers }) => summary.moved(from, to, customers))
  const byStage = allStages.map((stage) =>
    summary.beside(terms.stage[stage] ?? stage, stages[stage], before.stages[stage]),
  )
  return [
    [summary.tiers, byTier],
    ...(moved ? [[summary.movements, moved.length > 0 ? moved : [summary.nobodyMoved]] as const] : []),
    [summary.stages, byStage],
  ]
}

/** Those worth a name, and what customers have in common, each under its title; without anybody there is no title. */
function blocks({ best, fading, common, stages }: Summary, voice: Voice): string[] {
  const { summary } = voice.words
  const block = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', voice.strong(title), ...lines]
  const sort = fading.length < stages.declining ? summary.fading.most : summary.fading.all
  return [
    ...block(
      summary.best.title[measureOf(best)](best.length),
      people(
        best.map((one) => bestRow(one, voice)),
        voice,
      ),
    ),
    ...block(
      sort[measureOf(fading)](stages.declining),
      people(
        fading.map((one) => fadingRow(one, voice)),
        voice,
      ),
    ),
    ...block(summary.common.buyers(common.buyers.customers), ground(common.buyers, voice)),
    ...block(summary.common.lost(common.lost.customers), ground(common.lost, voice)),
  ]
}

/** Where nobody's profit differs from what they paid, it is called what it is. */
const measureOf = (all: readonly { readonly spent: string; readonly profit: string }[]) =>
  all.every(({ spent, profit }) => spent === profit) ? 'sales' : 'profit'

function bestRow(
  { customerId, name, tier, purchases, spent, profit }: BestCustomer,
  { words: { summary }, money }: Voice,
): string[] {
  const times = summary.best.purchases(purchases)
  const note = profit === spent ? times : summary.best.profit(times, money(profit))
  return [`  ${name} #${customerId}`, tier, money(spent), note]
}

function fadingRow(
  { customerId, name, tier, profit, gap, since, lostOn }: FadingCustomer,
  { words: { summary }, money, day }: Voice,
): string[] {
  return [`  ${name} #${customerId}`, tier, money(profit), summary.fading.rhythm(tenths(gap), since, day(lostOn))]
}

const people = (rows: readonly string[][], voice: Voice) =>
  table([{ head: '' }, { head: '' }, { head: '', right: true }, { head: '' }], rows, voice)

function ground(group: CommonTraits, voice: Voice): string[] {
  const { common } = voice.words.summary
  const traits = (['tags', 'sources', 'firstItems', 'tiers'] as const).map(
    (kind): NamedParts => [
      `  ${common[kind]}`,
      group[kind].map(({ value, customers }) => common.trait(value, customers)),
    ],
  )
  return filled(traits, voice)
}

/** A period's figures in one line of a spreadsheet. */
function figuresRow({ walkIn, rates, contacts, ...figures }: Figures) {
  const { buyersAtStart, lost, churnRate, retentionRate, regained, repeatBuyers, repeatRate, referrers, referralRate } =
    rates
  const flat = {
    buyersAtStart,
    lost,
    churnRate,
    retentionRate,
    regained,
    repeatBuyers,
    repeatRate,
    referrers,
    referralRate,
  }
  return { ...figures, walkIn: walkIn?.revenue ?? null, ...flat, contacts: contacts.made }
}
