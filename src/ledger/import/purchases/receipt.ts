import type { Minor } from '../../money.ts'
import type { PurchaseRow } from '../row/purchase.ts'

/** A purchase as the file gives it: one line, or the lines of one receipt put together. */
export interface Receipt extends PurchaseRow {
  readonly lines: readonly number[]
}

/** A row as a receipt of its own: the row itself, since to copy one takes longer than to read it (measured). */
export function receiptOf(row: PurchaseRow): Receipt {
  return Object.assign(row, { lines: [row.line] })
}

/**
 * Whether two rows that follow each other are lines of one receipt: the same ref, buyer and day; of a known service,
 * the same order.
 */
export function sameReceipt(one: PurchaseRow, other: PurchaseRow, isOrder: boolean): boolean {
  return (
    one.ref !== null &&
    one.ref === other.ref &&
    one.void === other.void &&
    one.refundOf === null &&
    other.refundOf === null &&
    (isOrder ||
      (one.on === other.on &&
        one.buyer.customer === other.buyer.customer &&
        one.buyer.code === other.buyer.code &&
        one.buyer.phone === other.buyer.phone &&
        one.buyer.name === other.buyer.name &&
        one.buyer.email === other.buyer.email))
  )
}

/** How lines of one order add up: `once` where the money of the order stands whole on each of them. */
export interface Adding {
  readonly margin: number
  readonly amounts: 'once' | 'each'
  readonly refunds: 'once' | 'each'
}

/** Two receipts as one, with the lines of both. */
export function merged(one: Receipt, other: Receipt, adding: Adding): Receipt {
  const back = [one.refunded, other.refunded].filter((amount) => amount !== null)
  const refunded =
    back.length === 0
      ? null
      : adding.refunds === 'once'
        ? Math.max(...back)
        : back.reduce((sum, amount) => sum + amount, 0)
  return {
    ...one,
    ...together(one, other, adding),
    refunded,
    refundedOn: one.refundedOn ?? other.refundedOn,
    lines: [...one.lines, ...other.lines],
  }
}

/** The parts of an entry that lines of one receipt add to. Money is signed: a return is negative. */
export interface Parts {
  readonly amount: Minor
  readonly cost: Minor | null
  readonly discount: Minor | null
  readonly item: string | null
  readonly method: string | null
  readonly paid: Minor | null
  readonly dueOn: string | null
}

export function partsOf({ amount, cost, discount, item, method, paid, dueOn }: Parts): Parts {
  return { amount, cost, discount, item, method, paid, dueOn }
}

/** Amounts and costs added, items joined. A line without a cost costs what the shop's margin says. */
export function together(one: Parts, other: Parts, { margin, amounts }: Pick<Adding, 'margin' | 'amounts'>): Parts {
  const item = joined(one.item, other.item)
  const beside = { item, method: one.method ?? other.method, dueOn: one.dueOn ?? other.dueOn }
  if (amounts === 'once') {
    const [larger, smaller] = one.amount >= other.amount ? [one, other] : [other, one]
    return {
      ...partsOf(larger),
      cost: larger.cost ?? smaller.cost,
      discount: larger.discount ?? smaller.discount,
      ...beside,
    }
  }
  const paid =
    one.paid === null && other.paid === null
      ? null
      : (one.paid ?? Math.max(0, one.amount)) + (other.paid ?? Math.max(0, other.amount))
  return {
    amount: one.amount + other.amount,
    cost: one.cost === null && other.cost === null ? null : costOf(one, margin) + costOf(other, margin),
    discount: one.discount === null && other.discount === null ? null : (one.discount ?? 0) + (other.discount ?? 0),
    paid,
    ...beside,
  }
}

function costOf({ cost, amount }: Parts, margin: number): Minor {
  return cost ?? Math.max(0, Math.round(amount * (1 - margin)))
}

/** What is on a receipt already is counted on: `Latte` and `Latte` are `Latte x 2`. */
function joined(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  const joint = /\p{Script=Han}/u.test(one + other) ? '、' : ', '
  const things = one.split(joint)
  const [name, times] = countedThing(other)
  const same = things.findIndex((thing) => countedThing(thing)[0] === name)
  if (same < 0) return one + joint + other
  things[same] = `${name} x ${Number((countedThing(things[same] as string)[1] + times).toFixed(3))}`
  return things.join(joint)
}

function countedThing(thing: string): [name: string, times: number] {
  const counted = /^(.+) x (\d+(?:\.\d+)?)$/.exec(thing)
  return counted ? [counted[1] as string, Number(counted[2])] : [thing, 1]
}
