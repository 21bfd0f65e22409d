import type { LeftUndone, Losses, LostCustomer } from '../ledger/report/losses.ts'
import { grouped } from '../locales/figure.ts'
import { figures } from '../terminal/figures.ts'
import { table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { hung } from '../terminal/width.ts'
import { type Limited, leftOut, type Reported, reportScreen } from './report.ts'

type Row = Omit<LostCustomer, 'undone'> & LeftUndone

export const lossesScreen = reportScreen<Reported<Losses> & Limited, Row>({
  data: ({ report, limit }) => ({ ...report, lost: report.lost.slice(0, limit) }),
  rows: ({ report, limit }) => report.lost.slice(0, limit).map(({ undone, ...one }) => ({ ...one, ...undone })),
  columns: {
    customerId: 'count',
    name: 'text',
    tier: 'text',
    lostOn: 'day',
    lastPurchaseOn: 'day',
    why: 'text',
    note: 'text',
    value: 'money',
    promises: 'count',
    replies: 'count',
    followups: 'count',
  },
  id: ({ customerId }) => customerId,
  title: ({ report: { from, to, customers } }, { words }) => words.losses.title(from, to, customers),
  body({ report, limit }, voice) {
    const { losses } = voice.words
    if (report.customers === 0) return [losses.nobody, ...cameAndWent(report, voice)]
    const heads = losses.heads.map((head, at) => ({ head, right: at === 3 || at === 5 }))
    return [
      // The list may be long: what it comes to stands where a terminal stops.
      ...table(
        heads,
        report.lost.slice(0, limit).map((one) => lostRow(one, voice)),
        voice,
      ),
      ...leftOut(report.lost.length, { limit }, voice),
      '',
      ...figures(causes(report, voice), voice),
      losses.undoneTitle,
      ...figures(undone(report, voice), voice),
      ...cameAndWent(report, voice),
    ]
  },
  reckoning: (_, { words }) => words.losses.explain,
  next({ report: { lost } }, { words: { losses } }) {
    const [first] = lost
    if (!first) return losses.fading
    const untold = lost.find(({ why }) => why === 'unknown')
    return losses.next(untold ? losses.noteWhy(untold.customerId) : losses.one(first.customerId))
  },
})

function lostRow(
  { lostOn, name, customerId, lastPurchaseOn, value, why, note, undone }: LostCustomer,
  voice: Voice,
): string[] {
  const { losses, terms } = voice.words
  const cause = terms.cause[why] ?? why
  const told = note ? losses.noted(cause, note) : why === 'unknown' && note === null ? '' : cause
  return [
    voice.day(lostOn),
    `${name} #${customerId}`,
    voice.day(lastPurchaseOn),
    voice.money(value),
    told,
    grouped(undone.promises + undone.replies + undone.followups),
  ]
}

/** Who came and went between the first day and the last: named apart, the first few. */
function cameAndWent({ cameAndWent: some }: Losses, voice: Voice): string[] {
  const { losses, marks } = voice.words
  if (some.length === 0) return []
  const named = some
    .slice(0, 6)
    .map(({ name, customerId, lastPurchaseOn }) => losses.cameOn(`${name} #${customerId}`, voice.day(lastPurchaseOn)))
  const rest = some.length - named.length
  return hung(
    losses.cameAndWent(some.length, [...named, ...(rest > 0 ? [losses.more(rest)] : [])].join(marks.items)),
    voice.width,
  )
}

function causes({ causes, customers, value }: Losses, { words, money, share }: Voice): [string, string, string][] {
  const { losses: say, terms } = words
  const known = causes.filter((one) => one.customers > 0)
  return [
    ...known.map((one): [string, string, string] => [
      terms.cause[one.why] ?? one.why,
      grouped(one.customers),
      say.part(one.customers, customers, share(one.customers / customers), money(one.value)),
    ]),
    [say.lastYear.what, money(value), say.lastYear.note],
  ]
}

function undone({ undone, customers }: Losses, { words: { losses } }: Voice): [string, string, string][] {
  return [
    ...(['promises', 'replies', 'followups'] as const).map((kind): [string, string, string] => {
      return [losses[kind].what, grouped(undone[kind]), losses[kind].note]
    }),
    [losses.customers.what, grouped(undone.customers), losses.customers.note(customers)],
  ]
}
