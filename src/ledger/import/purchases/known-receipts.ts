import { decimal } from '../../money.ts'
import { RowFault } from '../outcome.ts'
import { type Ended, reject, reopen, settle, type Till } from './purchase-import.ts'
import { merged, partsOf, type Receipt } from './receipt.ts'
import type { KnownEntry } from './writer.ts'

/**
 * Receipts the ledger has already. The first line of one may show another amount only because the rest of the receipt stands further
 * down: such lines are put together before anything is said.
 */
export function disputes(till: Till) {
  const { touched, onMatch } = till
  const open = new Map<number, { standing: KnownEntry; customerId: number | null; receipt: Receipt }>()

  return {
    /** Returns where the receipt ended, or null when that has to wait. */
    meet(receipt: Receipt, standing: KnownEntry, customerId: number | null): Ended | null {
      const { id } = standing
      const before = open.get(id)
      if (before) open.set(id, { ...before, receipt: merged(before.receipt, receipt, till.book) })
      else if (touched.has(id)) {
        const first = { ...receipt, ...partsOf(standing), lines: reopen(till, id) }
        open.set(id, { standing, customerId, receipt: merged(first, receipt, till.book) })
      } else if (standing.amount === receipt.amount && onMatch !== 'reject') return { id, outcome: 'unchanged' }
      else open.set(id, { standing, customerId, receipt })
      return null
    },
    settleAll(): void {
      for (const { standing, customerId, receipt } of open.values()) {
        try {
          settle(till, receipt, decide(till, standing, customerId, receipt))
        } catch (error) {
          reject(till, receipt, error)
        }
      }
    },
  }
}

/** A receipt the ledger has, all its lines together: the same, or another amount. */
export function decide({ desk, onMatch, book }: Till, standing: KnownEntry, customerId: number | null, receipt: Receipt): Ended {
  const { id } = standing
  const ref = receipt.ref ?? ''
  if (onMatch === 'reject') throw new RowFault('row.matches', { id }, 'ref', ref)
  if (standing.amount === receipt.amount || onMatch === 'skip') return { id, outcome: 'unchanged' }
  const said = { ref, amount: decimal(receipt.amount, book.currency), stands: decimal(standing.amount, book.currency), id }
  if (onMatch !== 'update') throw new RowFault('row.other-amount', said, 'amount', said.amount)
  if (desk.liveRefunds(id).length > 0) throw new RowFault('row.has-refunds', { ref, id }, 'ref', ref)
  if (standing.void === 0) desk.strike(id, null, false)
  return { id: desk.insert(customerId, receipt.on, receipt, receipt.ref), outcome: 'updated' }
}
