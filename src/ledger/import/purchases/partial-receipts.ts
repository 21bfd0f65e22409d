import type { Day } from '../../day.ts'
import { RowFault } from '../outcome.ts'
import type { Found } from './find-buyer.ts'
import { isNewBuyer, type PurchaseImport, retract } from './purchase-import.ts'
import type { Receipt } from './receipt.ts'

/** What is known of a line that could not be taken: whose and of which day its receipt is, where that can be read. */
export interface FailedLine {
  readonly ref: string | null
  readonly on: Day | null
  readonly customerId: number | null | undefined
  readonly line: number
}

/**
 * Receipts that lost a line. Half a receipt would be a lie: what came of the other lines is taken back, and those to
 * come are refused. One that the ledger has from before stays as it is.
 */
export function partialReceipts(run: PurchaseImport) {
  const { writer, outcome, firstNew, touched } = run
  const failed = new Map<string, FailedLine[]>()
  let lost = false
  const fits = (failedLine: FailedLine, on: Day, customerId: number | null) =>
    (failedLine.on === null || failedLine.on === on) &&
    (failedLine.customerId === undefined || failedLine.customerId === customerId)

  return {
    markIncomplete(failedLine: FailedLine): void {
      const { ref, line } = failedLine
      if (ref === null) return
      failed.set(ref, [...(failed.get(ref) ?? []), failedLine])
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
      if (failed.size === 0 || ref === null) return
      const customerId = isNewBuyer(found) ? -1 : found
      const failedLine = failed.get(ref)?.find((one) => fits(one, on, customerId))
      if (failedLine) throw new RowFault('row.other-part', { ref, line: failedLine.line }, 'ref', ref)
    },
    /** Whether entries were taken back, so that somebody they made may have none left. */
    get lost() {
      return lost
    },
  }
}
