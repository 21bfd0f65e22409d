import type { Day } from '../../day.ts'
import { RowFault } from '../outcome.ts'
import type { Found } from './find-buyer.ts'
import { isNewBuyer, type PurchaseImport, reopen } from './purchase-import.ts'
import type { Receipt } from './receipt.ts'

/** What is known of a line that could not be taken: whose and of which day its receipt is, where that can be read. */
export interface FailedLine {
  readonly ref: string | null
  readonly on: Day | null
  readonly customerId: number | null | undefined
  readonly line: number
}

/** Receipts that lost a line. Half a receipt would be a lie: what came of the other lines is taken back, and those to come are refused. */
export function partialReceipts(till: PurchaseImport) {
  const { desk, tally, firstNew } = till
  const pieces = new Map<string, FailedLine[]>()
  let lost = false
  const fits = (piece: FailedLine, on: Day, customerId: number | null) =>
    (piece.on === null || piece.on === on) && (piece.customerId === undefined || piece.customerId === customerId)

  return {
    tear(piece: FailedLine): void {
      const { ref, line } = piece
      if (ref === null) return
      pieces.set(ref, [...(pieces.get(ref) ?? []), piece])
      for (const entry of desk.ofRef(ref)) {
        if (entry.id < firstNew || !fits(piece, entry.on, entry.customerId)) continue
        for (const other of reopen(till, entry.id)) tally.reject(other, new RowFault('row.other-part', { ref, line }, 'ref', ref), null)
        desk.drop(entry.id)
        lost = true
      }
    },
    refuse({ ref, on }: Receipt, found: Found): void {
      if (pieces.size === 0 || ref === null) return
      const customerId = isNewBuyer(found) ? -1 : found
      const piece = pieces.get(ref)?.find((one) => fits(one, on, customerId))
      if (piece) throw new RowFault('row.other-part', { ref, line: piece.line }, 'ref', ref)
    },
    /** Whether entries were taken back, so that somebody they made may have none left. */
    get lost() {
      return lost
    },
  }
}
