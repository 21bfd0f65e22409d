import type { Db } from '../../store/db.ts'
import type { Only } from '../../store/lists.ts'
import { type DayNumber, serial } from '../day.ts'
import type { Minor } from '../money.ts'
import { profitOf } from './profit.ts'
import { readRefunds, type StandingRefund } from './refunded-in-full.ts'
import type { Span } from './standing.ts'

/** What refunds and returns take off the sums of a customer's purchases: of all time, and of the span's window. */
export interface TakenOff {
  spent: Minor
  profit: Minor
  windowSpent: Minor
  windowProfit: Minor
  /** The days of the purchases nothing is left of, one for each. */
  readonly gone: DayNumber[]
}

/** Of whom nothing was taken back. */
export const nothingOff: TakenOff = { spent: 0, profit: 0, windowSpent: 0, windowProfit: 0, gone: [] }

/**
 * What is taken off up to the span's day, by customer. Few purchases are refunded, so that it is quicker to take this
 * off sums than to read everything those bought who brought something back.
 */
export async function readTakenOff(db: Db, span: Span, only?: Only): Promise<Map<number, TakenOff>> {
  return takenOff(await readRefunds(db, span.day, only), span)
}

/** Of a purchase it belongs to the day of the purchase, of a return to its own. */
export function takenOff(
  refunds: readonly StandingRefund[],
  { from, margin }: Pick<Span, 'from' | 'margin'>,
): Map<number, TakenOff> {
  const all = new Map<number, TakenOff>()
  const left = new Map<number, Minor>()
  for (const { id, customerId, on, amount, cost, refunded } of refunds) {
    const own = ofCustomer(all, customerId as number)
    const before = id === null ? amount : (left.get(id) ?? amount)
    const after = Math.max(0, before - refunded)
    if (id !== null) {
      left.set(id, after)
      if (before > 0 && after === 0) own.gone.push(serial(on))
    }
    const profit = profitOf(before, amount, cost, margin) - profitOf(after, amount, cost, margin)
    own.spent += before - after
    own.profit += profit
    if (on < from) continue
    own.windowSpent += before - after
    own.windowProfit += profit
  }
  return all
}

function ofCustomer(all: Map<number, TakenOff>, customerId: number): TakenOff {
  let own = all.get(customerId)
  if (!own) {
    own = { spent: 0, profit: 0, windowSpent: 0, windowProfit: 0, gone: [] }
    all.set(customerId, own)
  }
  return own
}
