import type { ShopEvent } from '../ledger/care/event/events.ts'
import type { EventOpened } from '../ledger/care/event/open-event.ts'
import { weekday } from '../ledger/day.ts'
import type { Attendance } from '../ledger/followup/attendance.ts'
import { quoted } from '../locales/asked.ts'
import { grouped } from '../locales/figure.ts'
import type { Columns } from '../terminal/columns.ts'
import type { Screen } from '../terminal/screen.ts'
import { figureHeads, table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { who } from './customers.ts'
import { daysOf, type Reported, reportScreen } from './report.ts'

/** An event customers can be invited to from now on. */
export const eventOpenedScreen: Screen<EventOpened, Omit<EventOpened, 'name'> & { readonly event: string }> = {
  data: ({ name, ...rest }) => ({ event: name, ...rest }),
  lines({ name, on, note }, voice) {
    const { event, terms } = voice.words
    const day = `${voice.day(on)} ${terms.weekday[weekday(on)] ?? ''}`
    return [[event.opened(name, day), note].filter(Boolean).join(voice.words.marks.clauses), event.invite(quoted(name))]
  },
  rows: ({ name, ...rest }) => [{ event: name, ...rest }],
  columns: { id: 'count', event: 'text', on: 'day', note: 'text', change: 'count' },
  id: ({ id }) => id,
}

interface CameAsked {
  readonly attendance: Attendance
  readonly names: Readonly<Record<number, string>>
}

/** Who came to an event. */
export const eventCameScreen: Screen<CameAsked, { readonly customerId: number; readonly name: string }> = {
  data: ({ attendance }) => attendance,
  rows: ({ attendance, names }) => attendance.came.map((customerId) => ({ customerId, name: names[customerId] ?? '' })),
  lines({ attendance: { event: name, on, came, already }, names }, voice) {
    const { event, marks } = voice.words
    const said = (ids: readonly number[]) => ids.map((id) => who({ id, name: names[id] ?? '' })).join(marks.parts)
    return [
      ...(came.length === 0 ? [] : [event.came(name, voice.day(on), said(came))]),
      ...(already.length === 0 ? [] : [event.already(said(already))]),
      event.nextCame,
    ]
  },
  columns: { customerId: 'count', name: 'text' },
  id: ({ customerId }) => customerId,
}

const eventColumns: Columns<ShopEvent> = {
  event: 'text',
  on: 'day',
  note: 'text',
  invited: 'count',
  came: 'count',
  boughtWithin30: 'count',
  amount: 'money',
}

/** Events and how they went, a line each. */
function eventLines(events: readonly ShopEvent[], voice: Voice): string[] {
  const rows = events.map(({ event, on, invited, came, boughtWithin30, amount }) => [
    event,
    voice.day(on),
    grouped(invited),
    grouped(came),
    grouped(boughtWithin30),
    voice.money(amount),
  ])
  return table(figureHeads(voice.words.event.heads, 2), rows, voice)
}

/** Every event, the newest first. */
export const eventsScreen: Screen<readonly ShopEvent[]> = {
  lines: (events, voice) => (events.length === 0 ? [voice.words.event.none] : eventLines(events, voice)),
  next: ([first], { words }) => (first ? [words.event.next(quoted(first.event))] : []),
  columns: eventColumns,
}

/** The events of a period and how they went. */
export const eventsReportScreen = reportScreen<
  Reported<{ readonly from: string | null; readonly to: string; readonly rows: readonly ShopEvent[] }>,
  ShopEvent
>({
  data: ({ report }) => report.rows,
  rows: ({ report }) => report.rows,
  columns: eventColumns,
  title: ({ report }, { words: { event, report: reports } }) =>
    event.title(daysOf(report, reports.days), report.rows.length),
  body: ({ report }, voice) => (report.rows.length === 0 ? [] : eventLines(report.rows, voice)),
  reckoning: (_, { words: { event } }) => event.explain,
  next: ({ report: { rows } }, { words: { event } }) => (rows[0] ? event.next(quoted(rows[0].event)) : event.none),
})
