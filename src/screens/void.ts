import type { Entry } from '../ledger/account/entries.ts'
import type { Fixed } from '../ledger/account/fix.ts'
import type { Voided } from '../ledger/account/void.ts'
import type { Screen } from '../terminal/screen.ts'

/** What no longer counts, and whose balance moved by it. */
export const voidScreen: Screen<Voided, Entry> = {
  rows: ({ entries }) => entries,
  lines({ entries, contacts, balances }, voice) {
    const { entry, terms } = voice.words
    const nameOf = new Map(balances.map(({ customerId, name }) => [customerId, name]))
    return [
      ...entries.map((one) => entry.voided(one, nameOf.get(one.customerId ?? 0) ?? terms.walkIn, voice)),
      ...contacts.map((one) => entry.voidedContact(one, voice)),
      ...balances.map((one) => entry.moved(one, voice)),
    ]
  },
  columns: { id: 'count', kind: 'text', customerId: 'count', on: 'day', amount: 'money', by: 'text', void: 'flag' },
  id: ({ id }) => id,
}

/** An entry put right by another. */
export const fixScreen: Screen<Fixed> = {
  lines: (fixed, voice) => [voice.words.entry.fixed(fixed, voice), ...fixed.balances.map((one) => voice.words.entry.moved(one, voice))],
  columns: {
    id: 'count',
    replaces: 'count',
    kind: 'text',
    customerId: 'count',
    on: 'day',
    amountBefore: 'money',
    amount: 'money',
    by: 'text',
  },
  id: ({ id }) => id,
}
