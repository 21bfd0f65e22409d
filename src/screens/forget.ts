import type { Forgotten } from '../ledger/customer/forget/forget.ts'
import { cleanDeep } from '../terminal/clean.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'
import { who as called } from './customers.ts'

interface ForgottenCustomer {
  readonly who: { readonly id: number; readonly name: string }
  readonly forgotten: Forgotten
  /** Copies of the ledger beside it that have them still. */
  readonly copies: readonly string[]
  readonly onServer: boolean
}

type Row = Forgotten & { readonly copies: readonly string[] }

/** What is left of somebody, and where they still are. */
export const forgottenScreen: Screen<ForgottenCustomer, Row> = {
  saysWould: true,
  tellsUndo: true,
  data: ({ forgotten, copies }) => ({ ...forgotten, copies }),
  lines({ who, forgotten, copies, onServer }, voice) {
    const { forget, marks } = voice.words
    const { change, entries, contacts, complaints, groups, elsewhere } = forgotten
    const balance = voice.balance(forgotten.balance)
    const places = elsewhere.map(({ table, id, customerId }) =>
      customerId === null ? `${table} ${id}` : `#${customerId}`,
    )
    return [
      change === null ? forget.would(called(who)) : onServer ? forget.doneOnServer(who.id) : forget.done(who.id),
      forget.stays(entries, contacts),
      ...(balance === '' ? [] : [voice.alarm(forget.balance(balance))]),
      ...(complaints === 0 ? [] : [forget.complaints(complaints)]),
      ...(groups === 0 ? [] : [forget.groups(groups)]),
      ...(places.length === 0 ? [] : [forget.elsewhere([...new Set(places)].join(marks.items))]),
      ...(copies.length === 0 ? [] : [forget.copies, ...copies.map((path) => `  ${path}`)]),
      ...(onServer ? [forget.archives] : []),
    ]
  },
  columns: {
    change: 'count',
    customerId: 'count',
    entries: 'count',
    contacts: 'count',
    complaints: 'count',
    balance: 'balance',
    groups: 'count',
    elsewhere: 'list',
    copies: 'list',
  },
  id: ({ customerId }) => customerId,
}

/** What a person is asked before. */
export function forgetQuestion(who: ForgottenCustomer['who'], plan: Forgotten, voice: Voice): string {
  const { forget } = voice.words
  const balance = voice.balance(plan.balance)
  const name = called(cleanDeep(who))
  return balance === '' ? forget.question(name) : forget.questionBalance(name, balance)
}
