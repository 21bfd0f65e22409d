import { weekday } from '../ledger/day.ts'
import type { Plan, PlannedCustomer } from '../ledger/today/plan.ts'
import { reasonSentence } from '../locales/reason-sentence.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'
import { cut, flow, padEnd, widthOf } from '../terminal/width.ts'

type PlanRow = Omit<PlannedCustomer, 'reasons'> & { readonly on: string; readonly reasons: readonly string[] }

/** The week day by day, the goals of each group, and how the week before went. */
export const planScreen: Screen<Plan, PlanRow> = {
  data: (plan) => ({
    ...plan,
    days: plan.days.map(({ on, rows }) => ({ on, rows: rows.map(({ phone: _, tier: __, ...row }) => row) })),
  }),
  rows: ({ days }) =>
    days.flatMap(({ on, rows }) =>
      rows.map(({ reasons, ...row }) => ({ on, ...row, reasons: reasons.map(({ reason }) => reason) })),
    ),
  columns: {
    on: 'day',
    customerId: 'count',
    name: 'text',
    phone: 'phone',
    tier: 'text',
    group: 'text',
    reasons: 'list',
  },
  id: ({ customerId }) => customerId,
  lines(plan, voice) {
    const { plan: say, terms } = voice.words
    const { from, to, capacity, days } = plan
    const widest = (text: (row: PlannedCustomer) => string) =>
      Math.max(0, ...days.flatMap(({ rows }) => rows.map((row) => widthOf(text(row)))))
    const group = widest(({ group }) => say.groups[group])
    const phone = Math.min(
      18,
      widest((row) => phoneOf(row, voice)),
    )
    const why = Math.max(0, ...days.flatMap(({ on, rows }) => rows.map((row) => widthOf(whyOf(row, on, voice)))))
    // Where there is little room, why comes before the phone: that stands on the card of the round.
    const isWide = Math.min(26, widest(nameOf)) + phone + group + Math.min(why, 50) + 11 <= (voice.width ?? 80)
    const widths = { name: Math.min(isWide ? 26 : 18, widest(nameOf)), phone: isWide ? phone : 0, group }
    return [
      voice.strong(say.title(voice.day(from), voice.day(to), capacity)),
      ...days.flatMap(({ on, rows }) => [
        '',
        voice.strong(
          rows.length === 0
            ? say.emptyDay(terms.weekday[weekday(on)] ?? '', voice.day(on))
            : say.day(terms.weekday[weekday(on)] ?? '', voice.day(on), rows.length),
        ),
        ...rows.map((row) => planned(row, on, widths, voice)),
      ]),
      '',
      ...figures(plan, voice),
    ]
  },
  next(_, { words: { plan: say }, width }) {
    return flow(say.next(say.nextWeek), '   ', width ?? 80, '')
  },
}

const nameOf = ({ customerId, name }: PlannedCustomer) => `#${customerId} ${name}`
const phoneOf = ({ phone }: PlannedCustomer, voice: Voice) => (phone === null ? '' : voice.phone(phone))

const whyOf = ({ reasons }: PlannedCustomer, on: string, voice: Voice) =>
  reasons.map((reason) => reasonSentence(reason, on, voice, 'brief')).join(voice.words.due.shortBetween)

function planned(
  row: PlannedCustomer,
  on: string,
  widths: { readonly name: number; readonly phone: number; readonly group: number },
  voice: Voice,
): string {
  const { plan } = voice.words
  const cells = [
    padEnd(cut(nameOf(row), widths.name), widths.name),
    ...(widths.phone === 0 ? [] : [padEnd(phoneOf(row, voice), widths.phone)]),
    row.tier,
    padEnd(plan.groups[row.group], widths.group),
    whyOf(row, on, voice),
  ]
  return cut(`  ${cells.join('  ')}`, voice.width ?? 80)
}

/** What is to be done of each group, and what was done the week before. */
function figures({ goals, lastWeek, capacity }: Plan, voice: Voice): string[] {
  const { plan: say, marks } = voice.words
  const left = goals.reduce((sum, { due, planned }) => sum + due - planned, 0)
  const wanted = goals
    .filter(({ due }) => due > 0)
    .map(({ group, due, planned }) => say.goal(say.groups[group], planned, due))
  const went = lastWeek
    .filter(({ due }) => due > 0)
    .map(({ group, due, done, late, never }) => {
      const told = say.went(say.groups[group], done, due)
      const withLate = late > 0 ? say.late(told, late) : told
      return never > 0 ? say.never(withLate, never) : withLate
    })
  const width = voice.width ?? 80
  return [
    ...flow([wanted.length === 0 ? say.nothingDue : say.goals(wanted.join(marks.items))], '', width, ''),
    ...(left > 0 ? [say.movesOn(left, capacity + Math.ceil(left / 7))] : []),
    ...flow([went.length === 0 ? say.nothingWasDue : say.lastWeek(went.join(marks.clauses))], '', width, ''),
  ]
}
