import { openPartsOf } from '../../account/open-parts.ts'
import { decimal } from '../../money.ts'
import { RowFault } from '../outcome.ts'
import type { PurchaseRow } from '../row/purchase-row.ts'
import type { Found } from './find-buyer.ts'
import { decide } from './known-receipts.ts'
import { admit, type Ended, isNewcomer, reject, settle, type Till } from './purchase-import.ts'
import { receiptOf, together } from './receipt.ts'
import type { KnownEntry } from './writer.ts'

/** Rows that speak of another purchase, which may stand anywhere in the file: taken when everything else is. */
export async function takeReturns(till: Till, rows: readonly PurchaseRow[]): Promise<void> {
  for (const row of rows) {
    try {
      settle(till, receiptOf(row), await returned(till, row, till.buyers.find(row.buyer)))
    } catch (error) {
      reject(till, receiptOf(row), error)
    }
  }
}

async function returned(till: Till, row: PurchaseRow, found: Found): Promise<Ended> {
  const { desk, touched, firstNew, book, db } = till
  const ref = row.refundOf ?? ''
  if (isNewcomer(found)) throw new RowFault('row.no-purchase', { ref }, 'refund_of', ref)
  const standing = row.ref === null ? alike(till, row, found, firstNew) : desk.byRef(row.ref, found, row.on)
  if (standing && standing.id < firstNew && !touched.has(standing.id)) return decide(till, standing, found, receiptOf(row))
  const local = till.locals.get(ref)
  const meant = local === undefined ? desk.ofRef(ref) : [desk.whole(local)]
  const purchase = meant.find((entry) => entry.kind === 'purchase' && entry.void === 0 && entry.customerId === found && entry.on <= row.on)
  if (!purchase) throw new RowFault('row.no-purchase', { ref }, 'refund_of', ref)
  const left = purchase.amount - desk.liveRefunds(purchase.id).reduce((sum, { amount }) => sum + amount, 0)
  if (-row.amount > left) throw new RowFault('row.return-too-much', { ref, left: decimal(left, book.currency) }, 'amount', decimal(row.amount, book.currency))
  const parts = found === null ? [] : await openPartsOf(db, row.on, found)
  const owing = parts.find(({ entryId }) => entryId === purchase.id)?.open ?? 0
  const owed = Math.min(owing, -row.amount)
  return { id: desk.insert(found, row.on, row, row.ref, { refundOf: purchase.id, owed: owed === 0 ? 0 : -owed }), outcome: 'created' }
}

function alike({ desk, touched }: Till, row: PurchaseRow, customerId: number | null, before: number): KnownEntry | undefined {
  desk.flush()
  const id = desk.alike(customerId, row.on, row.amount, row.item, before).find((one) => !touched.has(one))
  return id === undefined ? undefined : desk.byId(id)
}

/** Rows with the status void: they void the purchase of their ref, or, where the ledger has none, are kept as void themselves. */
export function takeVoids(till: Till, rows: readonly PurchaseRow[]): void {
  const struckHere = new Set<number>()
  for (const row of rows) {
    try {
      settle(till, receiptOf(row), struck(till, row, till.buyers.find(row.buyer), struckHere))
    } catch (error) {
      reject(till, receiptOf(row), error)
    }
  }
}

function struck(till: Till, row: PurchaseRow, found: Found, struckHere: Set<number>): Ended {
  const { desk, firstNew, book } = till
  const standing = isNewcomer(found) ? undefined : meant(till, row, found)
  if (!standing && row.bare) throw new RowFault('row.no-purchase', { ref: row.ref ?? '' }, 'ref', row.ref)
  if (!standing) {
    const id = desk.insert(admit(till, found, row.on), row.on, row, row.ref, { struck: 1 })
    struckHere.add(id)
    return { id, outcome: 'created' }
  }
  const { id } = standing
  if (struckHere.has(id)) {
    desk.rewrite(id, together(standing, row, book.policy['tier.margin']), isNewcomer(found) ? null : found)
    return { id, outcome: 'created' }
  }
  if (standing.void === 1) return { id, outcome: 'unchanged' }
  for (const refund of desk.liveRefunds(id)) desk.strike(refund.id, null, refund.id >= firstNew)
  desk.strike(id, null, id >= firstNew)
  return { id, outcome: 'updated' }
}

/** The entry a void row means: of its ref, customer and day; else the standing one of its ref; without a ref, the one it is like. */
function meant(till: Till, row: PurchaseRow, customerId: number | null): KnownEntry | undefined {
  const { desk } = till
  if (row.ref === null) return alike(till, row, customerId, Number.MAX_SAFE_INTEGER)
  const theirs = desk.ofRef(row.ref).filter((entry) => customerId === null || entry.customerId === customerId)
  return desk.byRef(row.ref, customerId, row.on) ?? theirs.find((entry) => entry.void === 0) ?? theirs[0]
}
