import type { Day } from '../../day.ts'
import type { Minor } from '../../money.ts'
import type { Layout } from '../format/layout.ts'
import type { SkipReason } from '../format/schema.ts'
import { RowFault, RowSkip } from '../outcome.ts'
import type { Buyer, PurchaseRow } from './purchase.ts'
import type { PurchaseCells } from './purchase-cells.ts'

/** A row that ends as the line before it did, which it therefore does not replace. */
export class CarriedOn extends Error {
  constructor(readonly fault: RowSkip | RowFault) {
    super('carried on')
  }
}

/** Remembers the lines before a row, as far as they say what it is: a further line, the same customer's, a total. */
export function receiptLines({ place, width, days, text, sumOf }: PurchaseCells) {
  /** The line before: whose receipt the next may go on with. */
  let last: { ref: string | null; row: PurchaseRow | null; skip: SkipReason | null; line: number } = {
    ref: null,
    row: null,
    skip: null,
    line: 0,
  }
  /** Whose the receipts of the day are: their lines need not stand together. */
  let receipts: { on: Day; of: Map<string, Buyer> } = { on: '', of: new Map() }
  /** Of the days and money since the last total, to tell a total with a day from somebody called so. */
  let sum = 0
  let lastDay = ''

  return {
    took(row: PurchaseRow): void {
      sum += row.amount
      lastDay = row.on
      last = { ref: row.ref, row, skip: null, line: row.line }
    },
    lost(line: number, ref: string | null, skip: SkipReason | null): void {
      last = { ref, row: null, skip, line }
    },
    sumAgain(): void {
      sum = 0
    },
    goesOn(ref: string | null): boolean {
      return ref !== null && last.ref === ref
    },
    /** Whose a line is: one that names nobody is of whoever its receipt of the day is. */
    buyerOf(ref: string, on: Day, named: Buyer, unnamed: boolean): Buyer {
      if (receipts.on !== on) receipts = { on, of: new Map() }
      if (unnamed) return receipts.of.get(ref) ?? named
      if (receipts.of.size < 20_000) receipts.of.set(ref, named)
      return named
    },
    /** A customer called 合计 would have a day of their own, and not the sum of all others for an amount. */
    isOwnTotal(beside: SkipReason, raw: readonly string[]): boolean {
      if (beside !== 'total' || place.on < 0 || place.on >= width) return false
      try {
        const { day } = days.on(text(raw, 'on'))
        return day !== lastDay && sumOf(raw) !== sum && text(raw, 'ref') !== ''
      } catch {
        return false
      }
    },
    /** Throws row.disagrees for a line of an order whose amount, whole on each line, is another than before. */
    refuseOther(ref: string | null, amount: Minor, { amounts, service }: Layout): void {
      if (amounts !== 'once' || service !== null || ref === null || last.ref !== ref || last.row === null) return
      if (last.row.amount !== amount)
        throw new RowFault('row.other-part', { ref, line: last.line }, 'amount', String(amount))
    },
    /** A further line of the receipt before: its item alone. */
    further(line: number, ref: string | null, item: string | null): PurchaseRow {
      if (ref === null || last.ref !== ref) throw new RowFault('row.no-purchase', { ref: ref ?? '' }, 'ref', ref)
      if (last.skip !== null) throw new CarriedOn(new RowSkip(last.skip))
      if (last.row === null) throw new CarriedOn(new RowFault('row.other-part', { ref, line: last.line }, 'ref', ref))
      const { row } = last
      return {
        ...row,
        line,
        item,
        amount: 0,
        cost: null,
        discount: null,
        paid: row.paid === null ? null : 0,
        refunded: null,
        refundedOn: null,
        note: null,
      }
    },
  }
}
