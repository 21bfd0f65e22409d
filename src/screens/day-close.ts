import type { DayClose, MethodTotal } from '../ledger/report/day.ts'
import { figures } from '../terminal/figures.ts'
import { figureHeads, table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { isSome } from './account-balance.ts'
import { type Reported, reportScreen } from './report.ts'

/** The day's close: what was sold and how it was paid, and what else came in and went out. */
export const dayCloseScreen = reportScreen<Reported<DayClose>, MethodTotal>({
  title: ({ report }, { words, day }) => words.dayClose.title(day(report.on)),
  body: ({ report }, voice) => [
    ...figures(dayLines(report, voice), voice),
    ...(report.totals.length > 0 ? ['', ...totalsTable(report, voice)] : []),
  ],
  reckoning: (_, { words }) => words.dayClose.explain,
  next: ({ report }, { words }) => words.dayClose.next(report.on),
  rows: ({ report }) => report.totals,
  columns: { method: 'text', sales: 'money', payments: 'money', topUps: 'money', handedBack: 'money', total: 'money' },
})

function dayLines(report: DayClose, voice: Voice): string[][] {
  const { dayClose } = voice.words
  const { money } = voice
  const line = (what: string, amount: string, note = '') => (isSome(amount, voice) ? [[what, money(amount), note]] : [])
  const said = (method: string | null) => method ?? dayClose.unsaid
  const ways = report.byMethod.map(({ method, count, amount }) => [
    `  ${said(method)}`,
    money(amount),
    dayClose.times(count),
  ])
  return [
    [dayClose.sales, money(report.revenue), dayClose.times(report.sales)],
    ...ways,
    ...line(`  ${dayClose.fromCredit}`, report.fromCredit),
    ...line(`  ${dayClose.unpaid}`, report.unpaid),
    ...line(
      dayClose.refunds,
      report.refunds,
      report.refundsInCash === report.refunds ? '' : dayClose.inCash(money(report.refundsInCash)),
    ),
    ...line(dayClose.payments, report.payments),
    ...line(dayClose.topUps, report.topUps, isSome(report.bonus, voice) ? dayClose.bonus(money(report.bonus)) : ''),
    ...line(dayClose.paidOut, report.paidOut),
  ]
}

function totalsTable({ totals }: DayClose, voice: Voice): string[] {
  const { dayClose } = voice.words
  const cell = (amount: string) => (isSome(amount, voice) ? voice.money(amount) : '')
  const rows = totals.map((one) => [
    one.method ?? dayClose.unsaid,
    ...[one.sales, one.payments, one.topUps, one.handedBack].map(cell),
    voice.money(one.total),
  ])
  return table(figureHeads(dayClose.heads), rows, voice)
}
