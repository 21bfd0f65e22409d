import { silentPerComplaint } from '../ledger/care/complaint/rules-of-thumb.ts'
import type { ComplaintReport, ComplaintRow } from '../ledger/report/complaints.ts'
import { grouped, tenths } from '../locales/figure.ts'
import { figures } from '../terminal/figures.ts'
import { figureHeads, table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { wrap } from '../terminal/width.ts'
import { daysOf, nextOfNobody, pipeWidth, type Reported, reportScreen } from './report.ts'

interface ComplaintsAsked extends Reported<ComplaintReport> {
  /** Whether all days and everyone were asked for. */
  readonly whole: boolean
}

const kinds = ['remedy', 'severity', 'served', 'goods'] as const

/** What was complained of, how it was settled, and what it cost. */
export const complaintReportScreen = reportScreen<ComplaintsAsked, ComplaintRow>({
  rows: ({ report }) => report.rows,
  columns: { by: 'text', value: 'text', complaints: 'count', open: 'count', cost: 'money' },
  title: ({ report }, { words: { complaint, report: reports } }) =>
    complaint.report.title(daysOf(report, reports.days), report.complaints, report.suggestions),
  body({ report }, voice) {
    const say = voice.words.complaint.report
    if (report.complaints === 0) return [say.nothing]
    return [
      ...figures(counts(report, voice), voice),
      ...table(figureHeads(say.heads, 2), rowsOf(report, voice), voice),
      ...wrap(say.silent(report.silent, silentPerComplaint), voice.width ?? pipeWidth),
    ]
  },
  reckoning: (_, { words }) => words.complaint.report.explain,
  next: ({ report, whole }, voice) =>
    report.complaints === 0
      ? nextOfNobody('complaints', whole, voice, voice.words.complaint.report.begin)
      : voice.words.complaint.report.next,
})

function counts(report: ComplaintReport, voice: Voice): [string, string, string][] {
  const say = voice.words.complaint.report
  const { complaints, open, overdue, resolved, sameDay, inTime, medianDays, cost } = report
  const of = (part: number, all: number) => (all === 0 ? '' : say.of(all, voice.share(part / all)))
  const lines: [string, string, string][] = [
    [say.open, grouped(open), of(open, complaints)],
    [say.overdue, grouped(overdue), of(overdue, open)],
    [say.resolved, grouped(resolved), of(resolved, complaints)],
    [say.sameDay, grouped(sameDay), of(sameDay, complaints)],
    [say.inTime, grouped(inTime), of(inTime, resolved)],
    [say.medianDays, medianDays === null ? '-' : tenths(medianDays), ''],
    [say.cost, voice.money(cost), ''],
    [say.boughtAgain, grouped(report.boughtAgain), of(report.boughtAgain, report.settledCustomers)],
  ]
  return lines
}

function rowsOf({ rows }: ComplaintReport, voice: Voice): string[][] {
  const { complaint, terms } = voice.words
  const said = ({ by, value }: ComplaintRow) => {
    if (value === null) return complaint.report.notKnown
    return (by === 'remedy' ? terms.remedy[value] : by === 'severity' ? terms.severity[value] : null) ?? value
  }
  return kinds.flatMap((kind) =>
    rows
      .filter(({ by }) => by === kind)
      .map((row, at) => [
        at === 0 ? complaint.report.by[kind] : '',
        said(row),
        grouped(row.complaints),
        grouped(row.open),
        voice.money(row.cost),
      ]),
  )
}
