import type { PurchaseColumn } from '../columns.ts'
import type { ImportPlan } from '../import-plan.ts'
import type { RowDecoder, RowEncoder } from '../worker/transfer.ts'
import type { PurchaseRow } from './purchase.ts'

const names = ['customer', 'code', 'phone', 'name', 'email'] as const
/**
 * What a row says beside whose it is, and the columns that say it: only those that the file has cross from thread to
 * thread.
 */
const said = [
  ['on', 'on'],
  ['time', 'time'],
  ['amount', 'amount'],
  ['cost', 'cost'],
  ['discount', 'discount'],
  ['item', 'item'],
  ['ref', 'ref'],
  ['payRef', 'pay_ref'],
  ['method', 'method'],
  ['dueOn', 'due'],
  ['local', 'ref'],
  ['note', 'note'],
  ['by', 'by'],
] as const satisfies readonly (readonly [keyof PurchaseRow, PurchaseColumn])[]

/** What few rows have: they cross as they are. */
type Seldom = Pick<
  PurchaseRow,
  | 'payer'
  | 'paid'
  | 'refundOf'
  | 'refunded'
  | 'refundedOn'
  | 'isRefund'
  | 'otherwise'
  | 'void'
  | 'bare'
  | 'cancelled'
  | 'reason'
  | 'fault'
>
export const usual: Seldom = {
  payer: null,
  paid: null,
  refundOf: null,
  refunded: null,
  refundedOn: null,
  isRefund: false,
  otherwise: null,
  void: false,
  bare: false,
  cancelled: false,
  reason: null,
  fault: null,
}
const seldom = Object.keys(usual) as (keyof Seldom)[]

/** Asked of every row: by name, since a loop over the keys takes ten times as long (measured). */
function isUsual(row: PurchaseRow): boolean {
  return (
    row.payer === null &&
    row.paid === null &&
    row.refundOf === null &&
    row.refunded === null &&
    !row.isRefund &&
    !row.void &&
    row.otherwise === null &&
    row.reason === null &&
    row.fault === null
  )
}

/** A row on its way to another thread, and out again. */
export function encodePurchase({ columns }: ImportPlan) {
  const who = names.filter((name) => columns.has(name) || (name === 'name' && columns.has('customer')))
  const what = said.filter(([, column]) => columns.has(column)).map(([key]) => key)
  return (row: PurchaseRow, encoder: RowEncoder) => {
    for (const name of who) encoder.put(row.buyer[name] || null)
    for (const key of what) encoder.put(row[key])
    if (isUsual(row)) encoder.put(null)
    else
      encoder.putAny(Object.fromEntries(seldom.filter((key) => row[key] !== usual[key]).map((key) => [key, row[key]])))
  }
}

export function decodePurchase({ columns }: ImportPlan) {
  const [byCustomer, byCode, byPhone, byName, byEmail] = names.map(
    (name) => columns.has(name) || (name === 'name' && columns.has('customer')),
  )
  const has = Object.fromEntries(said.map(([key, column]) => [key, columns.has(column)])) as Record<
    (typeof said)[number][0],
    boolean
  >
  return (line: number, packed: RowDecoder): PurchaseRow => {
    const text = (is: boolean | undefined) => (is ? packed.text() : null)
    const number = (is: boolean) => (is ? packed.number() : null)
    const buyer = {
      customer: text(byCustomer) ?? '',
      code: text(byCode) ?? '',
      phone: text(byPhone) ?? '',
      name: text(byName) ?? '',
      email: text(byEmail) ?? '',
    }
    const row: PurchaseRow = {
      line,
      buyer,
      on: text(has.on) ?? '',
      time: text(has.time),
      amount: number(has.amount) ?? 0,
      cost: number(has.cost),
      discount: number(has.discount),
      item: text(has.item),
      ref: text(has.ref),
      payRef: text(has.payRef),
      method: text(has.method),
      dueOn: text(has.dueOn),
      local: text(has.local),
      note: text(has.note),
      by: text(has.by),
      payer: null,
      paid: null,
      refundOf: null,
      refunded: null,
      refundedOn: null,
      isRefund: false,
      otherwise: null,
      void: false,
      bare: false,
      cancelled: false,
      reason: null,
      fault: null,
    }
    const others = packed.any<Partial<Seldom>>()
    return others === null ? row : { ...row, ...others }
  }
}
