import type { Entry } from '../ledger/account/entries.ts'
import type { Fixed } from '../ledger/account/fix.ts'
import type { BalanceMove, Voided } from '../ledger/account/void.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'
import { movedTo, standing } from './account-balance.ts'
import { withItem } from './entry.ts'

/** What no longer counts, and whose balance moved by it. */
export const voidScreen: Screen<Voided, Entry> = {
  rows: ({ entries }) => entries,
  lines({ entries, contacts, balances }, voice) {
    const { entry, terms } = voice.words
    const nameOf = new Map(balances.map(({ customerId, name }) => [customerId, name]))
    const what = (one: Entry) => {
      const who = `${nameOf.get(one.customerId ?? 0) ?? terms.walkIn} ${voice.day(one.on)}`
      return `${withItem(who, 'item' in one ? one.item : null)} ${voice.money(one.amount)}`
    }
    return [
      ...entries.map((one) => entry.voided(terms.entry[one.kind] ?? one.kind, one.id, what(one))),
      ...contacts.map(({ id, name, on }) => entry.voidedContact(id, `${name} ${voice.day(on)}`)),
      ...balances.map((one) => balanceLine(one, voice)),
    ]
  },
  columns: { id: 'count', kind: 'text', customerId: 'count', on: 'day', amount: 'money', by: 'text', void: 'flag' },
  id: ({ id }) => id,
}

/** An entry put right by another. */
export const fixScreen: Screen<Fixed> = {
  lines({ kind, replaces, amountBefore, amount, id, balances }, voice) {
    const said = voice.words.entry.fixed(kind, replaces, voice.money(amountBefore), voice.money(amount), id)
    return [said, ...balances.map((one) => balanceLine(one, voice))]
  },
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

function balanceLine({ customerId, name, balanceBefore, balance }: BalanceMove, voice: Voice): string {
  const now = balance === balanceBefore ? standing(balance, voice) : movedTo(balance, balanceBefore, voice)
  return `${name} #${customerId} ${now}`
}
