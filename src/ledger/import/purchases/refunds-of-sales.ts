import { openPartsOf } from '../../account/open-parts.ts'
import type { Day } from '../../day.ts'
import { decimal, type Minor } from '../../money.ts'
import { RowFault } from '../outcome.ts'
import type { Beside } from '../row/purchase.ts'
import { RefundsAside } from '../sqlite/refunds-aside.ts'
import { type PurchaseImport, recount, retract } from './purchase-import.ts'
import type { Parts, Receipt } from './receipt.ts'
import type { WholeEntry } from './writer.ts'

const nothing: Parts & Beside = {
  amount: 0,
  cost: null,
  discount: null,
  item: null,
  method: null,
  paid: null,
  dueOn: null,
  note: null,
  reason: null,
  fault: null,
  by: null,
}

/** Enters a refund of a purchase: it first lowers what is owed on it. */
export async function enterRefund(
  { writer, db }: PurchaseImport,
  { id, customerId, owed: unpaid }: WholeEntry,
  amount: Minor,
  on: Day,
  ref: string | null,
  parts: Parts & Beside = nothing,
): Promise<number> {
  // What was paid whole is open in no part: most sales are not asked further.
  const open = customerId === null || unpaid === 0 ? [] : await openPartsOf(db, on, customerId)
  const owing = open.find(({ entryId }) => entryId === id)?.open ?? 0
  const owed = Math.min(owing, amount)
  return writer.insert(customerId, on, { ...parts, amount: -amount }, ref, {
    refundOf: id,
    owed: owed === 0 ? 0 : -owed,
  })
}

/**
 * What was handed back of sales so far, as their own rows say it: only what the ledger does not have yet is entered,
 * when every row is in.
 */
export function refundsOfSales(run: PurchaseImport) {
  const { writer, book, firstNew } = run
  const waiting = new RefundsAside(book, run.plan.layout.refunds === 'each')

  return {
    note(id: number, { refunded, refundedOn, ref, lines }: Receipt): void {
      if (refunded !== null) waiting.add({ id, amount: refunded, on: refundedOn, ref, line: lines[0] ?? 0 })
    },
    async enter(): Promise<void> {
      for (const { id, amount, on, ref } of waiting) {
        const sale = writer.whole(id)
        if (!sale || sale.void === 1) continue
        const back = writer.liveRefunds(id).reduce((sum, refund) => sum + refund.amount, 0)
        if (amount <= back) continue
        if (amount > sale.amount) {
          const fault = new RowFault(
            'row.return-too-much',
            { ref: ref ?? '', left: decimal(sale.amount - back, book.currency) },
            'refunded',
            null,
          )
          for (const line of retract(run, id)) run.outcome.reject(line, fault, null)
          continue
        }
        // What was handed back since an earlier file came is of the last day this one knows, else of the day it comes.
        await enterRefund(run, sale, amount - back, on ?? (id >= firstNew ? sale.on : book.today), null)
        if (id < firstNew) recount(run, id, 'updated')
      }
    },
  }
}
