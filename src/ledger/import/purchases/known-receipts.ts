import { decimal } from '../../money.ts'
import { RowFault } from '../outcome.ts'
import { addingOf } from './adding.ts'
import type { partialReceipts } from './partial-receipts.ts'
import { type Ended, type PurchaseImport, recordOutcome, reject, retract } from './purchase-import.ts'
import { merged, partsOf, type Receipt } from './receipt.ts'
import type { KnownEntry } from './writer.ts'

/**
 * Receipts the ledger has already. The first line of one may show another amount only because the rest of the receipt
 * stands further down: such lines are put together before anything is said.
 */
export function knownReceipts(run: PurchaseImport, partial: ReturnType<typeof partialReceipts>) {
  const { touched, onMatch } = run
  const open = new Map<number, { standing: KnownEntry; customerId: number | null; receipt: Receipt }>()
  const adding = addingOf(run)

  return {
    /** Returns where the receipt ended, or null when that has to wait. */
    compare(receipt: Receipt, standing: KnownEntry, customerId: number | null): Ended | null {
      const { id } = standing
      const before = open.get(id)
      if (before) open.set(id, { ...before, receipt: merged(before.receipt, receipt, adding) })
      else if (touched.has(id)) {
        const first = { ...receipt, ...partsOf(standing), refunded: null, lines: retract(run, id) }
        open.set(id, { standing, customerId, receipt: merged(first, receipt, adding) })
      } else if (standing.amount === receipt.amount && onMatch !== 'reject') return { id, outcome: 'unchanged' }
      else open.set(id, { standing, customerId, receipt })
      return null
    },
    resolveAll(): void {
      for (const { standing, customerId, receipt } of open.values()) {
        try {
          // A receipt that lost a line is not what it seems: it stays in the ledger as it is.
          partial.refuse(receipt, customerId)
          recordOutcome(run, receipt, resolve(run, standing, customerId, receipt))
        } catch (error) {
          reject(run, receipt, error)
        }
      }
    },
  }
}

/** A receipt the ledger has, all its lines together: the same, or another amount. */
export function resolve(run: PurchaseImport, standing: KnownEntry, customerId: number | null, receipt: Receipt): Ended {
  const { writer, onMatch, book, plan, outcome } = run
  const { id } = standing
  const ref = receipt.ref ?? ''
  if (onMatch === 'reject') throw new RowFault('row.matches', { id }, 'ref', ref)
  if (standing.amount === receipt.amount || onMatch === 'skip') return { id, outcome: 'unchanged' }
  const said = {
    ref,
    amount: decimal(receipt.amount, book.currency),
    stands: decimal(standing.amount, book.currency),
    id,
  }
  if (onMatch !== 'update') {
    if (plan.layout.service === null) throw new RowFault('row.other-amount', said, 'amount', said.amount)
    // Another list of the same service may count postage, or what was refunded, in another way.
    outcome.warn(receipt.lines[0] ?? 0, 'row.known-amount', said, 'amount', said.amount)
    return { id, outcome: 'unchanged' }
  }
  if (writer.liveRefunds(id).length > 0) throw new RowFault('row.has-refunds', { ref, id }, 'ref', ref)
  if (standing.void === 0) writer.strike(id, null, false)
  return {
    id: writer.insert(customerId, receipt.on, receipt, receipt.ref, { linked: standing.linked === 1 }),
    outcome: 'updated',
  }
}
