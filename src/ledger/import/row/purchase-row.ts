import type { Day } from '../../day.ts'
import { LedgerError } from '../../errors.ts'
import { decimal, type Minor } from '../../money.ts'
import type { PurchaseColumn } from '../columns.ts'
import type { Row } from '../file/csv.ts'
import { type Notes, type ReadContext, RowFault } from '../outcome.ts'
import type { ImportPlan } from '../plan.ts'
import type { RowDecoder, RowEncoder } from '../worker/transfer.ts'
import { dayReader, isVoid, moneyReader, textIn } from './cells.ts'
import { refuseSurplus } from './customer-row.ts'

/** Whom a row names: by the cell `customer`, or by card, phone and name. All empty: nobody in particular. */
export interface Buyer {
  readonly customer: string
  readonly code: string
  readonly phone: string
  readonly name: string
}

/** What is only kept; reason and fault are of returns. */
export interface Beside {
  readonly note: string | null
  readonly reason: string | null
  readonly fault: string | null
  /** Who entered it, where the file says so. */
  readonly by: string | null
}

/** One line of a till's file. */
export interface PurchaseRow extends Beside {
  readonly line: number
  readonly buyer: Buyer
  readonly on: Day
  /** Negative: a return. */
  readonly amount: Minor
  readonly cost: Minor | null
  readonly discount: Minor | null
  readonly item: string | null
  readonly ref: string | null
  /** By what an export calls an entry without a ref, for the refunds of the same file: `entry:12`. */
  readonly local: string | null
  readonly method: string | null
  readonly paid: Minor | null
  readonly dueOn: Day | null
  readonly refundOf: string | null
  readonly void: boolean
  /** A void row that says no more than the ref: `on` and `amount` are not given. */
  readonly bare: boolean
}

/** What can be said of a row that cannot be taken: which receipt it is a line of. */
export interface Broken {
  readonly ref: string | null
  readonly on: Day | null
  readonly buyer: Buyer
}

const localRef = /^entry:\d+$/
const walkIns = new Set(['walk-in', 'walkin', '散客'])

/** Reads lines of a purchase file. What it returns throws RowFault for a line that cannot be taken; `broken` reads what is left of such a one. */
export function purchaseReader(book: ReadContext, { columns, headers }: ImportPlan, tally: Notes) {
  const money = moneyReader(book.currency)
  const day = dayReader()
  const width = headers?.length ?? Number.POSITIVE_INFINITY
  const at = (column: PurchaseColumn) => columns.get(column) ?? -1
  const places = {
    customer: at('customer'),
    code: at('code'),
    phone: at('phone'),
    name: at('name'),
    on: at('on'),
    amount: at('amount'),
    cost: at('cost'),
    discount: at('discount'),
    item: at('item'),
    ref: at('ref'),
    method: at('method'),
    paid: at('paid'),
    due: at('due'),
    refund_of: at('refund_of'),
    status: at('status'),
    note: at('note'),
    reason: at('reason'),
    fault: at('fault'),
    by: at('by'),
  }

  function buyerOf(cells: readonly string[]): Buyer {
    // Whichever column a till has for whose it is: 散客 in it is nobody.
    const named = (at: number) => {
      const text = textIn(cells[at])
      return walkIns.has(text.toLowerCase()) ? '' : text
    }
    return { customer: named(places.customer), code: named(places.code), phone: named(places.phone), name: named(places.name) }
  }

  function read({ line, cells }: Row): PurchaseRow {
    let field: PurchaseColumn | null = null
    let text = ''
    const value = <Value>(column: PurchaseColumn, parse: (text: string) => Value): Value | null => {
      text = textIn(cells[places[column]])
      field = column
      return text === '' ? null : parse(text)
    }
    const needed = <Value>(column: PurchaseColumn, parse: (text: string) => Value): Value => {
      const found = value(column, parse)
      if (found === null) throw new RowFault('row.missing', { column }, column, cells[places[column]] ?? '')
      return found
    }
    const plain = (column: PurchaseColumn) => textIn(cells[places[column]]) || null
    const positive = (text: string) => {
      const amount = money(text)
      if (amount < 0) throw new LedgerError('money.negative', { text })
      return amount
    }
    try {
      refuseSurplus(cells, width)
      const typed = plain('ref')
      const local = typed !== null && localRef.test(typed) ? typed : null
      const ref = local === null ? typed : null
      const isStruck = places.status >= 0 && isVoid(textIn(cells[places.status]))
      if (isStruck && ref !== null && (textIn(cells[places.on]) === '' || textIn(cells[places.amount]) === '')) return bareVoid(line, buyerOf(cells), ref)
      const on = needed('on', day)
      if (on > book.today) tally.warn(line, 'row.future', { day: on, today: book.today }, 'on', text)
      const amount = needed('amount', money)
      const returned = amount < 0
      const cost = value('cost', returned ? money : positive)
      const discount = value('discount', returned ? money : positive)
      const paid = value('paid', returned ? money : positive)
      if (!returned && paid !== null && paid > amount) {
        throw new LedgerError('money.over-paid', { paid: decimal(paid, book.currency), amount: decimal(amount, book.currency) })
      }
      const buyer = buyerOf(cells)
      const unpaid = returned ? 0 : amount - (paid ?? amount)
      if (unpaid > 0 && isNobody(buyer)) throw new LedgerError('purchase.walk-in-unpaid', {})
      const dueOn = value('due', day)
      if (unpaid > 0 && dueOn !== null && dueOn < on) throw new LedgerError('day.due-first', { due: dueOn, on })
      return {
        line,
        buyer,
        on,
        amount,
        cost: returned ? null : cost,
        discount: returned ? null : discount,
        item: plain('item'),
        ref,
        local,
        method: plain('method'),
        paid: returned ? null : paid,
        dueOn: unpaid > 0 ? dueOn : null,
        refundOf: returned ? plain('refund_of') : null,
        void: isStruck,
        bare: false,
        note: plain('note'),
        reason: returned ? plain('reason') : null,
        fault: returned ? plain('fault') : null,
        by: plain('by'),
      }
    } catch (error) {
      if (error instanceof LedgerError) throw new RowFault(error.code, error.facts, field, text)
      throw error
    }
  }

  function broken({ cells }: Row): Broken {
    let on: Day | null = null
    try {
      on = day(textIn(cells[places.on]))
    } catch {
      // The day may be what is wrong with the row.
    }
    const ref = textIn(cells[places.ref])
    return { ref: ref === '' || localRef.test(ref) ? null : ref, on, buyer: buyerOf(cells) }
  }

  return { read, broken }
}

const names = ['customer', 'code', 'phone', 'name'] as const
/** What a row says beside whose it is, and the columns that say it: only those that the file has cross from thread to thread. */
const said = [
  ['on', 'on'],
  ['amount', 'amount'],
  ['cost', 'cost'],
  ['discount', 'discount'],
  ['item', 'item'],
  ['ref', 'ref'],
  ['method', 'method'],
  ['paid', 'paid'],
  ['dueOn', 'due'],
  ['refundOf', 'refund_of'],
  ['local', 'ref'],
  ['note', 'note'],
  ['reason', 'reason'],
  ['fault', 'fault'],
  ['by', 'by'],
] as const satisfies readonly (readonly [keyof PurchaseRow, PurchaseColumn])[]

/** A row on its way to another thread, and out again. */
export function encodePurchase({ columns }: ImportPlan) {
  const who = names.filter((name) => columns.has(name))
  const what = said.filter(([, column]) => columns.has(column)).map(([key]) => key)
  return (row: PurchaseRow, packing: RowEncoder) => {
    for (const name of who) packing.put(row.buyer[name] || null)
    for (const key of what) packing.put(row[key])
    if (columns.has('status')) packing.put(row.void ? (row.bare ? 2 : 1) : null)
  }
}

export function decodePurchase({ columns }: ImportPlan) {
  const [byCustomer, byCode, byPhone, byName] = names.map((name) => columns.has(name))
  const has = Object.fromEntries(said.map(([key, column]) => [key, columns.has(column)])) as Record<(typeof said)[number][0], boolean>
  return (line: number, packed: RowDecoder): PurchaseRow => {
    const text = (is: boolean | undefined) => (is ? packed.text() : null)
    const number = (is: boolean) => (is ? packed.number() : null)
    const buyer = { customer: text(byCustomer) ?? '', code: text(byCode) ?? '', phone: text(byPhone) ?? '', name: text(byName) ?? '' }
    const row = {
      line,
      buyer,
      on: text(has.on) ?? '',
      amount: number(has.amount) ?? 0,
      cost: number(has.cost),
      discount: number(has.discount),
      item: text(has.item),
      ref: text(has.ref),
      method: text(has.method),
      paid: number(has.paid),
      dueOn: text(has.dueOn),
      refundOf: text(has.refundOf),
      local: text(has.local),
      note: text(has.note),
      reason: text(has.reason),
      fault: text(has.fault),
      by: text(has.by),
    }
    const struck = columns.has('status') ? packed.number() : null
    return { ...row, void: struck !== null, bare: struck === 2 }
  }
}

function bareVoid(line: number, buyer: Buyer, ref: string): PurchaseRow {
  const nothing = {
    amount: 0,
    cost: null,
    discount: null,
    item: null,
    method: null,
    paid: null,
    dueOn: null,
    refundOf: null,
    local: null,
    note: null,
    reason: null,
    fault: null,
    by: null,
  }
  return { line, buyer, ref, on: '', ...nothing, void: true, bare: true }
}

export function isNobody({ customer, code, phone, name }: Buyer): boolean {
  return customer === '' && code === '' && phone === '' && name === ''
}
