import type { Occasion } from '../ledger/care/occasion/occasions.ts'
import type { OccasionChanged } from '../ledger/care/occasion/record-occasion.ts'
import { weekday } from '../ledger/day.ts'
import type { Columns } from '../terminal/columns.ts'
import type { Screen } from '../terminal/screen.ts'
import { table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { awayOf } from './birthdays.ts'
import { who } from './customers.ts'

const columns: Columns<Occasion> = {
  id: 'count',
  customerId: 'count',
  name: 'text',
  text: 'text',
  day: 'text',
  every: 'text',
  next: 'day',
  daysAway: 'count',
  ahead: 'count',
  dueOn: 'day',
}

const changedScreen = (lines: (changed: OccasionChanged, voice: Voice) => string[]): Screen<OccasionChanged> => ({
  lines,
  columns: { ...columns, change: 'count' },
  id: ({ id }) => id,
})

/** A day noted for a customer: what, when next, and when they are due for a word. */
export const occasionAddedScreen = changedScreen((one, voice) => {
  const { occasion } = voice.words
  const { customerId: id, name, text, every, next, dueOn, change } = one
  const said = occasion.noted(who({ id, name }), text, next === null ? occasion.over : onOf(next, voice))
  const often = every === null ? said : occasion.comes(said, voice.words.terms.every[every] ?? every)
  return [
    change === null ? occasion.already(often) : often,
    ...(dueOn === null ? [] : [occasion.dueOn(voice.day(dueOn))]),
    occasion.next,
  ]
})

/** A day taken away. */
export const occasionRemovedScreen = changedScreen(({ customerId: id, name, text }, { words }) => [
  words.occasion.removed(who({ id, name }), text),
])

/** Whose days come next. */
export const occasionsScreen: Screen<readonly Occasion[]> = {
  lines(occasions, voice) {
    const { occasion, terms, customer } = voice.words
    if (occasions.length === 0) return [occasion.none]
    const rows = occasions.map(({ customerId: id, name, text, day, every, next, daysAway }) => [
      who({ id, name }),
      text,
      next === null ? occasion.over : onOf(next, voice),
      daysAway === null ? '' : awayOf(daysAway, voice),
      [every === null ? '' : (terms.every[every] ?? every), day.startsWith('lunar:') ? customer.birthday(day) : '']
        .filter(Boolean)
        .join(' '),
    ])
    return table(
      occasion.heads.map((head) => ({ head })),
      rows,
      voice,
    )
  },
  next: (occasions, { words }) => (occasions.length === 0 ? [] : [words.occasion.another]),
  columns,
  id: ({ id }) => id,
}

function onOf(day: string, voice: Voice): string {
  return `${voice.day(day)} ${voice.words.terms.weekday[weekday(day)] ?? ''}`
}
