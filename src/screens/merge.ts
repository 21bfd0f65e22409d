import type { Merged } from '../ledger/customer/merge/merge.ts'
import { cleanDeep } from '../terminal/clean.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'
import { who } from './customers.ts'

/** What went over to whom, and how the two stand as one. */
export const mergedScreen: Screen<Merged, Merged> = {
  saysWould: true,
  lines(merged, voice) {
    const { merge, marks } = voice.words
    const { from, into, namesDiffer, purchases, refunds, payments, contacts, others, change } = merged
    const brought = voice.balance(merged.brought)
    const went = [
      ...counted(purchases, merge.purchases),
      ...counted(refunds, merge.refunds),
      ...counted(payments, merge.payments),
      ...counted(contacts, merge.contacts),
      ...counted(others, merge.others),
      ...(brought === '' ? [] : [brought]),
    ]
    const balance = voice.balance(merged.balance)
    return [
      (change === null ? merge.would : merge.done)(who(from), who(into)),
      ...(namesDiffer ? [voice.alarm(merge.namesDiffer)] : []),
      went.length === 0 ? merge.nothing : merge.joined(went.join(marks.items)),
      ...(balance === '' ? [] : [merge.balance(balance)]),
      ...(merged.phone === null ? [] : [merge.phone(voice.phone(merged.phone))]),
      ...(merged.noted.length === 0
        ? []
        : [merge.noted(merged.noted.map((text) => spoken(text, voice)).join(marks.items))]),
      merge.leads(from.id, into.id),
    ]
  },
  columns: {
    change: 'count',
    from: 'facts',
    into: 'facts',
    namesDiffer: 'flag',
    purchases: 'count',
    refunds: 'count',
    payments: 'count',
    contacts: 'count',
    others: 'count',
    brought: 'balance',
    balance: 'balance',
    phone: 'phone',
    code: 'text',
    noted: 'list',
  },
  id: ({ into }) => into.id,
}

const counted = (count: number, said: (count: number) => string) => (count === 0 ? [] : [said(count)])

const spoken = (text: string, voice: Voice) => (/^\+\d{6,15}$/.test(text) ? voice.phone(text) : text)

/** What a person is asked before: once more where the two are called otherwise. */
export function mergeQuestions(plan: Merged, { words: { merge } }: Voice): string[] {
  const { from, into, namesDiffer } = cleanDeep(plan)
  return [merge.question(who(from), who(into)), ...(namesDiffer ? [merge.questionNames(who(from), who(into))] : [])]
}
