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

/** So many receipts of a day are remembered. */
const mostReceipts = 20_000

/** Remembers the lines before a row, as far as they say what it is: a further line, the same customer's, a total. */
export function receiptLines({ place, width, days, text, sumOf }: PurchaseCells) {
  /** The line before: whose receipt the next may go on with. Asked of every row, so nothing is made anew for one. */
  let lastRef: string | null = null
  let lastRow: PurchaseRow | null = null
  let lastSkip: SkipReason | null = null
  let lastLine = 0
  /**
   * Whose the receipts of the day are: their lines need not stand together. Looked up only once a line names nobody.
   */
  let receiptsOn = ''
  const refs: string[] = []
  const buyers: Buyer[] = []
  let byRef: Map<string, Buyer> | null = null
  /** Of the days and money since the last total, to tell a total with a day from somebody called so. */
  let sum = 0
  let lastDay = ''

  return {
    took(row: PurchaseRow): void {
      sum += row.amount
      lastDay = row.on
      lastRef = row.ref
      lastRow = row
      lastSkip = null
      lastLine = row.line
    },
    lost(line: number, ref: string | null, skip: SkipReason | null): void {
      lastRef = ref
      lastRow = null
      lastSkip = skip
      lastLine = line
    },
    sumAgain(): void {
      sum = 0
    },
    goesOn(ref: string | null): boolean {
      return ref !== null && lastRef === ref
    },
    /** Whose a line is: one that names nobody is of whoever its receipt of the day is. */
    buyerOf(ref: string, on: Day, named: Buyer, unnamed: boolean): Buyer {
      if (receiptsOn !== on) {
        receiptsOn = on
        refs.length = 0
        buyers.length = 0
        byRef = null
      }
      if (unnamed) {
        byRef ??= new Map(refs.map((one, at) => [one, buyers[at] as Buyer]))
        return byRef.get(ref) ?? named
      }
      if (refs.length < mostReceipts) {
        refs.push(ref)
        buyers.push(named)
        byRef?.set(ref, named)
      }
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
      if (amounts !== 'once' || service !== null || ref === null || lastRef !== ref || lastRow === null) return
      if (lastRow.amount !== amount)
        throw new RowFault('row.other-part', { ref, line: lastLine }, 'amount', String(amount))
    },
    /** A further line of the receipt before, whose number it need not say again: its item alone. */
    further(line: number, said: string | null, item: string | null): PurchaseRow {
      const ref = said ?? lastRef
      if (ref === null || lastRef !== ref)
        throw new RowFault('row.no-purchase', { ref: ref ?? '', refund: false }, 'ref', ref)
      if (lastSkip !== null) throw new CarriedOn(new RowSkip(lastSkip))
      if (lastRow === null) throw new CarriedOn(new RowFault('row.other-part', { ref, line: lastLine }, 'ref', ref))
      const row = lastRow
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
