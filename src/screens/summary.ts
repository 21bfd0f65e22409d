import type { PeriodKind } from '../ledger/period.ts'
import type { CommonTraits } from '../ledger/report/summary/common-traits.ts'
import type { Figures } from '../ledger/report/summary/figures.ts'
import type { Summary } from '../ledger/report/summary/summary.ts'
import type { Columns } from '../terminal/columns.ts'
import { figures } from '../terminal/figures.ts'
import { filled } from '../terminal/filled.ts'
import type { Screen } from '../terminal/screen.ts'
import { table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { continued } from '../terminal/width.ts'
import { pipeWidth, type Reported, reckoned } from './report.ts'

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
  lines({ report, as, days, explain }, voice) {
    const { summary } = voice.words
    return [
      voice.strong(summary.title(report, as)),
      ...(report.walkIn ? [] : [summary.chosen(Object.values(report.stages).reduce((sum, count) => sum + count, 0))]),
      ...[summary.recorded(report)].filter((line) => line !== ''),
      ...figures(
        [...summary.money(report, voice), ...summary.people(report, voice), ...summary.accounts(report, voice), ...summary.contacts(report, voice)],
        voice,
        summary.heads(report, as),
      ),
      '',
      ...filled(
        [summary.tiers(report), summary.movements(report), summary.stages(report)].filter((line) => line !== null),
        voice,
      ),
      voice.dim(summary.brackets(report)),
      ...blocks(report, voice),
      '',
      ...(explain ? reckoned(summary.explain, voice) : summary.next(days).flatMap((next) => continued(next, voice.width ?? pipeWidth))),
    ]
  },
}

/** Those worth a name, and what customers have in common, each under its title; without anybody there is no title either. */
function blocks({ best, fading, common, stages }: Summary, voice: Voice): string[] {
  const { summary } = voice.words
  const block = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', voice.strong(title), ...lines])
  const people = (rows: readonly string[][]) => table([{ head: '' }, { head: '' }, { head: '', right: true }, { head: '' }], indented(rows), voice)
  const ground = (group: CommonTraits) => filled(summary.common.of(group), voice)
  const sales = (all: readonly { readonly spent: string; readonly profit: string }[]) => all.every(({ spent, profit }) => spent === profit)
  return [
    ...block(summary.best.title(best, sales(best)), people(best.map((one) => summary.best.row(one, voice)))),
    ...block(summary.fading.title(fading, stages.declining, sales(fading)), people(fading.map((one) => summary.fading.row(one, voice)))),
    ...block(summary.common.buyers(common.buyers), ground(common.buyers)),
    ...block(summary.common.lost(common.lost), ground(common.lost)),
  ]
}

const indented = (rows: readonly string[][]) => rows.map(([first = '', ...rest]) => [`  ${first}`, ...rest])

/** A period's figures in one line of a spreadsheet. */
function figuresRow({ walkIn, rates, contacts, ...figures }: Figures) {
  const { buyersAtStart, lost, churnRate, retentionRate, regained, repeatBuyers, repeatRate, referrers, referralRate } = rates
  const flat = { buyersAtStart, lost, churnRate, retentionRate, regained, repeatBuyers, repeatRate, referrers, referralRate }
  return { ...figures, walkIn: walkIn?.revenue ?? null, ...flat, contacts: contacts.made }
}
