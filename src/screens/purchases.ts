import type { Purchase, Refund } from '../ledger/account/entries.ts'
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
  pass: 'count',
  passVisits: 'count',
  by: 'text',
  void: 'flag',
  note: 'text',
  payer: 'text',
  source: 'text',
  coupon: 'text',
  redeemed: 'count',
  reason: 'text',
  fault: 'text',
}

type Sale = Purchase | Refund

/** The same of refunds, which are among them. */
const saleColumns: Columns<Purchase & Refund> = {
  ...purchaseColumns,
  lowered: 'money',
  refundOf: 'count',
}

interface PurchasesWithNames {
  readonly rows: readonly Sale[]
  /** How many rows there are, shown or not. */
  readonly all: number
  readonly count: number
  readonly sum: string
  readonly refunded: string
  /** What of a purchase that was not paid at once is still open, by its number. */
  readonly open: Readonly<Record<number, string>>
  /** By the customers' ids. */
  readonly names: Readonly<Record<number, string>>
}

/** Purchases and what came back, newest first, and what those that stand come to. */
export const purchasesScreen: Screen<PurchasesWithNames, Sale> = {
  data: ({ rows }) => rows,
  lines(listed, voice) {
    const { rows, names, open } = listed
    const { heads, noPurchases } = voice.words.entry
    if (rows.length === 0) return noPurchases
    const nameOf = ({ customerId: id, ...sale }: Sale) =>
      id === null
        ? withPayer(voice.words.terms.walkIn, 'payer' in sale ? sale.payer : null)
        : `${names[id] ?? ''} #${id}`
    const columns = [
      { head: heads.id, right: true },
      { head: heads.on },
      { head: heads.customer, whole: true },
      { head: heads.item },
      { head: heads.amount, right: true },
      { head: heads.remark },
    ]
    const cells = rows.map((one) => [
      String(one.id),
      voice.day(one.on),
      nameOf(one),
      one.item ?? '',
      signed(one, voice),
      remarks(one, open[one.id] ?? null, voice),
    ])
    return [...table(columns, cells, voice), closing(listed, voice)]
  },
  next({ rows }, voice) {
    const last = rows.find((one) => isRefundable(one, voice))
    return last ? [voice.words.entry.refundIt(last.id)] : []
  },
  columns: saleColumns as Columns<Sale>,
  brief: ['id', 'on', 'kind', 'customerId', 'item', 'amount', 'paid', 'refunded', 'reason', 'fault', 'note', 'void'],
  read: (sale) => (sale.kind === 'refund' ? { ...sale, amount: `-${sale.amount}` } : sale),
  id: ({ id }) => id,
}

/** What came back is less. */
function signed({ kind, amount }: Sale, voice: Voice): string {
  return kind === 'refund' ? `-${voice.money(amount)}` : voice.money(amount)
}

/** Nobody's, but known by who paid. */
function withPayer(walkIn: string, payer: string | null): string {
  return payer === null ? walkIn : `${walkIn} ${payer}`
}

/** What a line has to add: void, refunds, what was not paid at once, its note. */
function remarks(sale: Sale, open: string | null, voice: Voice): string {
  const note = sale.note ? `“${sale.note}”` : ''
  const own =
    sale.kind === 'refund'
      ? refundRemarks(sale, voice)
      : [passOf(sale, voice), refundedOf(sale, voice), unpaidOf(sale, open, voice)]
  const said = sale.void ? [voice.words.entry.remark.void] : own
  return [...said, note]
    .filter(Boolean)
    .join(' ')
    .replace(/\s*\n\s*/g, ' ')
}

function refundRemarks({ refundOf, reason, fault }: Refund, { words }: Voice): string[] {
  const { remark } = words.entry
  return [
    refundOf === null ? remark.returned : remark.refundOf(refundOf),
    reason ?? '',
    fault ? remark.fault(fault) : '',
  ]
}

function passOf({ id, pass, passVisits }: Purchase, { words }: Voice): string {
  if (pass === null) return ''
  return pass === id ? words.pass.sold(passVisits ?? 0) : words.pass.numbered(pass)
}

function refundedOf({ refunded, amount }: Purchase, voice: Voice): string {
  const { remark } = voice.words.entry
  if (!isSome(refunded, voice)) return ''
  return refunded === amount ? remark.refunded : remark.refundedPart(voice.money(refunded))
}

/** Of what was not paid at once: what is still open, or that it came out of the credit or was paid since. */
function unpaidOf({ paid, amount }: Purchase, open: string | null, voice: Voice): string {
  const { entry } = voice.words
  if (paid === amount) return ''
  if (open === null) return entry.remark.settled
  return open === amount ? entry.onAccount : entry.onAccountPart(voice.money(open))
}

/** Whether anything was paid that can be handed back: not for a visit of a pass, nor where all was. */
function isRefundable(sale: Sale, voice: Voice): boolean {
  return sale.kind === 'purchase' && !sale.void && isSome(sale.amount, voice) && sale.refunded !== sale.amount
}

/** What all comes to, and how many of it are shown. */
function closing({ rows, all, count, sum, refunded }: PurchasesWithNames, voice: Voice): string {
  const { entry, marks } = voice.words
  const less = isSome(refunded, voice) ? entry.totalRefunded(voice.money(refunded)) : ''
  return [entry.total(count, voice.money(sum)), less, rows.length < all ? entry.newest(rows.length) : '']
    .filter(Boolean)
    .join(marks.parts)
}
