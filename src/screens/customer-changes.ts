import type { Customer } from '../ledger/customer/customer.ts'
import type { Named } from '../ledger/errors.ts'
import type { Words } from '../locales/en.ts'
import type { Voice } from '../terminal/voice.ts'
import { card, changedScreen, differences, who } from './customers.ts'

export const addedScreen = {
  ...changedScreen<{ readonly alike: readonly Named[] }>((customer, _, voice) => [
    voice.words.customer.added(card(customer, voice)),
  ]),
  warnings: (
    { customer, told: { alike } }: { customer: Customer; told: { alike: readonly Named[] } },
    { words }: Voice,
  ) => (alike.length > 0 ? [alikeLine(customer, alike, words)] : []),
}

/** Who is called the same already: the first few. */
function alikeLine({ name }: Customer, alike: readonly Named[], { customer, marks }: Words): string {
  const names = alike.slice(0, 6).map(who).join(marks.items)
  return customer.alike(name, alike.length > 6 ? customer.andMore(names) : names, alike.length)
}

export const editedScreen = changedScreen<{ readonly before: Customer; readonly changed: boolean }>(
  (now, { before, changed }, voice) => {
    const { customer } = voice.words
    return changed ? [customer.edited(who(now)), ...differences(before, now, voice)] : [customer.unchanged(who(now))]
  },
)

export const taggedScreen = changedScreen<{ readonly changed: boolean }>((now, { changed }, { words }) => {
  const { customer } = words
  if (!changed) return [customer.unchanged(who(now))]
  return [now.tags.length > 0 ? customer.tagged(who(now), now.tags) : customer.untagged(who(now))]
})

/** A note added: the last line of them all. */
export const notedScreen = changedScreen((now, _, { words }) => [
  words.customer.noted(who(now), now.notes?.split('\n').at(-1) ?? ''),
])

export const archivedScreen = changedScreen<{ readonly changed: boolean; readonly type: string }>(
  (now, { changed, type }, voice) => {
    const { customer } = voice.words
    if (!changed) return [customer.unchanged(who(now))]
    const credit = voice.balance(now.balance)
    return [
      customer.archived(who(now)),
      ...(credit === '' ? [] : [customer.archivedCredit(who(now), credit)]),
      customer.unarchiveHint(type),
    ]
  },
)

export const unarchivedScreen = changedScreen<{ readonly changed: boolean }>(
  (now, { changed }, { words: { customer } }) => [
    changed ? customer.unarchived(who(now)) : customer.unchanged(who(now)),
  ],
)
