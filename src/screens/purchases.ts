import type { Purchase } from '../ledger/account/entries.ts'
import type { Columns } from '../terminal/columns.ts'
import type { Screen } from '../terminal/screen.ts'
import { table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { isSome } from './account-balance.ts'

/** Purchases as columns, by their JSON names. */
export const purchaseColumns: Columns<Purchase> = {
  id: 'count',
  kind: 'text',
  customerId: 'count',
  on: 'day',
  amount: 'money',
  cost: 'money',
  discount: 'money',
  item: 'text',
  ref: 'text',
  method: 'text',
  paid: 'money',
  refunded: 'money',
  due: 'day',
  by: 'text',
  void: 'flag',
  note: 'text',
  payer: 'text',
}

interface PurchasesWithNames {
  readonly rows: readonly Purchase[]
  readonly count: number
  readonly sum: string
  readonly refunded: string
  /** By the customers' ids. */
  readonly names: Readonly<Record<number, string>>
}

/** Purchases, newest first, and what those that stand come to. */
export const purchasesScreen: Screen<PurchasesWithNames, Purchase> = {
  data: ({ rows }) => rows,
  lines({ rows, count, sum, refunded, names }, voice) {
    const { heads, noPurchases } = voice.words.entry
    if (rows.length === 0) return noPurchases
    const nameOf = ({ customerId: id, payer }: Purchase) => (id === null ? withPayer(voice.words.terms.walkIn, payer) : `${names[id] ?? ''} #${id}`)
    const columns = [
      { head: heads.id, right: true },
      { head: heads.on },
      { head: heads.customer },
      { head: heads.item },
      { head: heads.amount, right: true },
      { head: heads.remark },
    ]
    const cells = rows.map((one) => [String(one.id), voice.day(one.on), nameOf(one), one.item ?? '', voice.money(one.amount), remarks(one, voice)])
    return [...table(columns, cells, voice), totalLine(count, sum, refunded, voice)]
  },
  columns: purchaseColumns,
  id: ({ id }) => id,
}

/** Nobody's, but known by who paid. */
function withPayer(walkIn: string, payer: string | null): string {
  return payer === null ? walkIn : `${walkIn} ${payer}`
}

/** What a line has to add: void, refunds, what was not paid, its note. */
function remarks(purchase: Purchase, voice: Voice): string {
  const note = purchase.note ? `“${purchase.note}”` : ''
  const said = purchase.void ? [voice.words.entry.remark.void] : [refundedOf(purchase, voice), unpaidOf(purchase, voice)]
  return [...said, note]
    .filter(Boolean)
    .join(' ')
    .replace(/\s*\n\s*/g, ' ')
}

function refundedOf({ refunded, amount }: Purchase, voice: Voice): string {
  const { remark } = voice.words.entry
  if (!isSome(refunded, voice)) return ''
  return refunded === amount ? remark.refunded : remark.refundedPart(voice.money(refunded))
}

function unpaidOf({ paid, amount }: Purchase, voice: Voice): string {
  const { entry } = voice.words
  if (paid === amount) return ''
  return isSome(paid, voice) ? entry.paidPart(voice.money(paid)) : entry.onAccount
}

function totalLine(count: number, sum: string, refunded: string, voice: Voice): string {
  const { entry, marks } = voice.words
  const less = isSome(refunded, voice) ? entry.totalRefunded(voice.money(refunded)) : ''
  return [entry.total(count, voice.money(sum)), less].filter(Boolean).join(marks.parts)
}
