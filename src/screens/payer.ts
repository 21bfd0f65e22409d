import type { LikelyPayer } from '../ledger/account/likely-payers.ts'
import type { PayerMove } from '../ledger/account/payer.ts'
import type { LinkedPayer, OpenPayer } from '../ledger/account/payers.ts'
import { quoted } from '../locales/asked.ts'
import type { Columns } from '../terminal/columns.ts'
import type { Screen } from '../terminal/screen.ts'
import { table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { who } from './customers.ts'

type Moved = Omit<PayerMove, 'name'>

const movedColumns: Columns<Moved> = {
  key: 'text',
  customerId: 'count',
  purchases: 'count',
  amount: 'money',
  change: 'count',
}
const withoutName = ({ change, key, customerId, purchases, amount }: PayerMove): Moved => ({
  change,
  key,
  customerId,
  purchases,
  amount,
})

export const payerLinkedScreen: Screen<PayerMove, Moved> = {
  lines: (moved, voice) => [
    voice.words.payer.linked(moved.key, who({ id: moved.customerId, name: moved.name }), whatMoved(moved, voice)),
  ],
  data: withoutName,
  columns: movedColumns,
  id: ({ customerId }) => customerId,
}

export const payerUnlinkedScreen: Screen<PayerMove, Moved> = {
  lines: (moved, voice) => [
    voice.words.payer.unlinked(moved.key, who({ id: moved.customerId, name: moved.name }), whatMoved(moved, voice)),
  ],
  data: withoutName,
  columns: movedColumns,
  id: ({ customerId }) => customerId,
}

function whatMoved({ purchases, amount }: PayerMove, { words: { payer }, money }: Voice): string {
  return purchases === 0 ? payer.nothing : payer.moved(purchases, money(amount))
}

type Shown = (OpenPayer | LinkedPayer) & { readonly customerId?: number; readonly likely?: readonly LikelyPayer[] }

interface Payers {
  readonly linked: boolean
  readonly rows: readonly Shown[]
}

/** Payers whose purchases are nobody's, with whom they may be; or those who are linked, with whose they are. */
export const payersScreen: Screen<Payers, Shown> = {
  data: ({ rows }) => rows,
  lines({ linked, rows }, voice) {
    const { payer } = voice.words
    if (rows.length === 0) return linked ? payer.noneLinked : payer.none
    const heads = [
      { head: payer.heads.key },
      { head: payer.heads.purchases, right: true },
      { head: payer.heads.amount, right: true },
      { head: payer.heads.firstOn },
      { head: payer.heads.lastOn },
      { head: linked ? payer.heads.customer : payer.heads.likely },
    ]
    const cells = rows.map((row) => [
      row.key,
      String(row.purchases),
      voice.money(row.amount),
      row.firstOn ? voice.day(row.firstOn) : '',
      row.lastOn ? voice.day(row.lastOn) : '',
      whose(row, voice),
    ])
    return table(heads, cells, voice)
  },
  next,
  columns: {
    key: 'text',
    name: 'text',
    purchases: 'count',
    amount: 'money',
    firstOn: 'day',
    lastOn: 'day',
    customerId: 'count',
    likely: 'facts',
  },
}

function whose(row: Shown, { words }: Voice): string {
  if ('customer' in row) return who({ id: row.customerId, name: row.customer })
  return row.likely.map((one) => likelySaid(one, words)).join(words.marks.clauses)
}

function likelySaid({ customerId: id, name, why }: LikelyPayer, { payer, marks }: Voice['words']): string {
  const said = [why.name && payer.like[why.name], why.samePurchases > 0 && payer.samePurchases(why.samePurchases)]
    .filter(Boolean)
    .join(marks.parts)
  return payer.because(who({ id, name }), said)
}

function next({ linked, rows }: Payers, { words: { payer } }: Voice): string[] {
  const [first] = rows
  if (!first) return []
  if (linked) return [payer.toUnlink(quoted(first.key))]
  const known = rows.find(({ likely }) => likely && likely.length > 0)
  return [
    known
      ? payer.toLink(quoted(known.key), String(known.likely?.[0]?.customerId))
      : payer.toLink(quoted(first.key), payer.somebody),
  ]
}
