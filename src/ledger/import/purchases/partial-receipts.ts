import type { Day } from '../../day.ts'
import { RowFault } from '../outcome.ts'
import { type FailedLine, FailedLines } from '../sqlite/failed-lines.ts'
import type { Found } from './find-buyer.ts'
import { isNewBuyer, type PurchaseImport, retract } from './purchase-import.ts'
import type { Receipt } from './receipt.ts'

/**
 * Receipts that lost a line. Half a receipt would be a lie: what came of the other lines is taken back, and those to
 * come are refused. One that the ledger has from before stays as it is.
 */
export function partialReceipts(run: PurchaseImport) {
  const { writer, outcome, firstNew, touched, book, plan } = run
  const failed = new FailedLines(book, plan.table.about.rows)
  let lost = false
  const fits = (failedLine: FailedLine, on: Day, customerId: number | null) =>
    (failedLine.on === null || failedLine.on === on) &&
    (failedLine.customerId === undefined || failedLine.customerId === customerId)

  return {
    markIncomplete(failedLine: FailedLine): void {
      const { ref, line } = failedLine
      if (ref === null) return
      failed.add({ ...failedLine, ref })
      for (const entry of writer.ofRef(ref)) {
        if (!fits(failedLine, entry.on, entry.customerId) || (entry.id < firstNew && !touched.has(entry.id))) continue
        for (const other of retract(run, entry.id))
          outcome.reject(other, new RowFault('row.other-part', { ref, line }, 'ref', ref), null)
        if (entry.id < firstNew) continue
        writer.drop(entry.id)
        lost = true
      }
    },
    refuse({ ref, on }: Receipt, found: Found): void {
      if (ref === null) return
      const line = failed.of(ref, on, isNewBuyer(found) ? -1 : found)
      if (line !== undefined) throw new RowFault('row.other-part', { ref, line }, 'ref', ref)
    },
    /** Whether entries were taken back, so that somebody they made may have none left. */
    get lost() {
      return lost
    },
  }
}
