import type { Done } from '../ledger/followup/done.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'
import { hung } from '../terminal/width.ts'
import { contactColumns } from './contacts.ts'

export interface DoneWithNames {
  readonly contacts: readonly Done[]
  /** By the customers' ids. */
  readonly names: Readonly<Record<number, string>>
}

/** What was recorded of each, what it settled and what stays open. */
export const doneScreen: Screen<DoneWithNames, Done> = {
  data: ({ contacts }) => contacts,
  lines: ({ contacts, names }, voice) => contacts.flatMap((done) => oneOf(done, names[done.customerId] ?? '', voice)),
  columns: { ...contactColumns, open: 'list', change: 'count' },
  id: ({ customerId }) => customerId,
}

function oneOf(
  { customerId, on, channel, outcome, nextOn, note, settled, open, id, birthdayCoupon }: Done,
  name: string,
  voice: Voice,
): string[] {
  const { due, terms } = voice.words
  const what = [voice.day(on), terms.channel[channel], terms.outcome[outcome], note && `“${note}”`]
    .filter(Boolean)
    .join(' ')
  const gone = settled.map(({ reason, againOn }) =>
    againOn === null ? due.names[reason] : due.done.again(due.names[reason], voice.day(againOn)),
  )
  const promised = nextOn !== null && !settled.some(({ againOn }) => againOn === nextOn)
  const came = [
    gone.length > 0 ? due.done.settled(gone) : '',
    promised ? due.done.promised(voice.day(nextOn)) : '',
    open.length > 0 ? due.done.open(open.map((reason) => due.names[reason])) : '',
    outcome === 'no-answer' && open.length > 0 ? due.done.hidden : '',
  ].filter(Boolean)
  const lines = [
    voice.strong(due.done.recorded(name, customerId, `${what} (c${id})`)),
    `    ${came.length > 0 ? came.join(due.between) : due.done.nothing}`,
  ]
  if (birthdayCoupon !== null) lines.push(`    ${voice.words.coupon.birthdayGiven(name, customerId, birthdayCoupon)}`)
  return lines.flatMap((line) => hung(line, voice.width))
}
