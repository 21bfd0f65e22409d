import type { PointsShown } from '../ledger/benefit/points.ts'
import type { PointsExpired, PointsMoved } from '../ledger/benefit/points-changes.ts'
import { firstNamed } from '../ledger/identity/names.ts'
import type { PointsReport } from '../ledger/report/points.ts'
import { grouped } from '../locales/figure.ts'
import type { Screen } from '../terminal/screen.ts'
import { figureHeads, table } from '../terminal/table.ts'
import { hung } from '../terminal/width.ts'
import { type Limited, leftOut, type Reported, reportScreen } from './report.ts'

/** A customer's points: how many, what they are worth, when they lapse, what made them. */
export const pointsScreen: Screen<PointsShown, PointsShown['entries'][number]> = {
  data: ({ name: _, shortfall: __, ...shown }) => shown,
  rows: ({ entries }) => entries,
  columns: { id: 'count', on: 'day', points: 'count', why: 'text', entryId: 'count', note: 'text' },
  lines({ customerId, name, points, worth, shortfall, expiring, entries }, voice) {
    const { points: say, marks } = voice.words
    const next = expiring.map((one) => say.lapses(grouped(one.points), voice.day(one.on)))
    return [
      ...hung(voice.strong(say.has(name, customerId, grouped(points), voice.money(worth))), voice.width),
      ...(shortfall > 0 ? hung(say.shortfall(grouped(shortfall)), voice.width) : []),
      ...(next.length > 0 ? hung(say.lapsing(next.join(marks.items)), voice.width) : []),
      ...(entries.length === 0
        ? []
        : table(
            figureHeads(say.heads, 1),
            entries.map((one) => [
              voice.day(one.on),
              one.points > 0 ? `+${grouped(one.points)}` : `-${grouped(-one.points)}`,
              [
                one.points < 0 && ['earned', 'returned', 'reward'].includes(one.why) ? say.takenBack : say.why[one.why],
                one.entryId === null ? '' : say.entry(one.entryId),
                one.note && `“${one.note}”`,
              ]
                .filter(Boolean)
                .join(' '),
            ]),
            voice,
          )),
    ]
  },
  next: ({ customerId }, { words }) => [words.points.next(customerId)],
}

/** Points that were taken or added by hand. */
export const pointsMovedScreen: Screen<PointsMoved> = {
  columns: { customerId: 'count', name: 'text', moved: 'count', points: 'count', worth: 'money', change: 'count' },
  id: ({ customerId }) => customerId,
  lines({ customerId, name, moved, points, worth }, voice) {
    const { points: say } = voice.words
    const did = (moved > 0 ? say.added : say.taken)(name, customerId, grouped(Math.abs(moved)))
    return hung(say.now(did, grouped(points), voice.money(worth)), voice.width)
  },
}

/** Points that lapsed and were written so. */
export const pointsExpiredScreen: Screen<PointsExpired> = {
  columns: { customers: 'count', points: 'count', change: 'count' },
  lines({ customers, points }, { words: { points: say } }) {
    return points === 0 ? say.noneLapsed : say.lapsed(customers, grouped(points))
  },
}

/** What the shop owes in points. */
export const pointsReportScreen = reportScreen<Reported<PointsReport> & Limited, PointsReport['rows'][number]>({
  data: ({ report, limit }) => ({ ...report, rows: report.rows.slice(0, limit) }),
  rows: ({ report, limit }) => report.rows.slice(0, limit),
  columns: { customerId: 'count', name: 'text', points: 'count', worth: 'money', expiring: 'count' },
  title: ({ report }, voice) =>
    voice.words.points.owed(
      voice.day(report.asOf),
      report.customers,
      grouped(report.points),
      voice.money(report.worth),
    ),
  body({ report, limit }, voice) {
    const { points: say } = voice.words
    if (report.customers === 0) return [say.nobody]
    return [
      ...(report.expiring > 0 ? [say.soon(grouped(report.expiring))] : []),
      ...(report.shortfall > 0 ? [say.missing(grouped(report.shortfall))] : []),
      ...table(
        figureHeads(say.reportHeads, 2),
        report.rows
          .slice(0, limit)
          .map((one) => [
            `#${one.customerId}`,
            one.name,
            grouped(one.points),
            voice.money(one.worth),
            one.expiring === 0 ? '-' : grouped(one.expiring),
          ]),
        voice,
      ),
      ...leftOut(report.rows.length, { limit }, voice),
    ]
  },
  reckoning: (_, { words }) => words.points.explain,
  next({ report: { customers, rows } }, { words: { points: say } }) {
    const one = firstNamed(rows)
    return customers === 0 ? say.begin : one ? say.reportNext(one.customerId) : say.begin
  },
})
