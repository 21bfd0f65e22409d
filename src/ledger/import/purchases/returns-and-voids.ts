import { decimal } from '../../money.ts'
import { RowFault, RowSkip } from '../outcome.ts'
import type { PurchaseRow } from '../row/purchase.ts'
import { addingOf } from './adding.ts'
import type { Found } from './find-buyer.ts'
import { resolve } from './known-receipts.ts'
import {
  type Ended,
  ensureCustomer,
  isNewBuyer,
  type PurchaseImport,
  recordOutcome,
  reject,
} from './purchase-import.ts'
import { receiptOf, together } from './receipt.ts'
import { enterRefund } from './refunds-of-sales.ts'
import type { KnownEntry, WholeEntry } from './writer.ts'

/** Rows that speak of another purchase, which may stand anywhere in the file: taken when everything else is. */
export async function takeReturns(run: PurchaseImport, rows: Iterable<PurchaseRow>): Promise<void> {
  for (const row of rows) {
    try {
      recordOutcome(
        run,
        receiptOf(row),
        await (row.isRefund ? refunded(run, row) : returned(run, row, run.buyers.find(row.buyer, row.payer, row.line))),
      )
    } catch (error) {
      reject(run, receiptOf(row), error)
    }
  }
}

/** A refund in a row of its own, of a file of a known service: of the sale it names, else of the one it is like. */
async function refunded(run: PurchaseImport, row: PurchaseRow): Promise<Ended> {
  const { writer, touched, firstNew, book, outcome } = run
  const amount = -row.amount
  const known = row.ref === null ? undefined : writer.byServiceRef(row.ref, 'refund')
  if (known && known.id < firstNew && !touched.has(known.id)) return { id: known.id, outcome: 'unchanged' }
  const sale = row.refundOf === null ? likely(run, row) : writer.sale(row.refundOf)
  if (!sale) return alone(run, row)
  // The list of orders may have said so before the bill did, and a row without a number is known by its amount and day.
  const before = writer
    .liveRefunds(sale.id)
    .find(
      (one) =>
        one.id < firstNew &&
        !touched.has(one.id) &&
        one.amount === amount &&
        (one.ref === null || row.ref === null) &&
        (row.ref !== null || one.on === row.on),
    )
  if (before) return { id: before.id, outcome: 'unchanged' }
  const left = sale.amount - writer.liveRefunds(sale.id).reduce((sum, one) => sum + one.amount, 0)
  if (amount > left)
    throw new RowFault(
      'row.return-too-much',
      { ref: row.refundOf ?? '', left: decimal(left, book.currency) },
      'amount',
      decimal(amount, book.currency),
    )
  if (row.refundOf === null) outcome.warn(row.line, 'row.refund-alone', { ref: row.ref ?? '' }, 'ref', row.ref)
  return { id: await enterRefund(run, sale, amount, row.on, row.ref, row), outcome: 'created' }
}

function likely({ writer, buyers }: PurchaseImport, row: PurchaseRow): WholeEntry | undefined {
  const found = buyers.find(row.buyer, row.payer, row.line)
  if (isNewBuyer(found)) return undefined
  return writer.likeSale(found, row.on, -row.amount, row.item)
}

/** A refund whose sale the ledger does not have. */
function alone(run: PurchaseImport, row: PurchaseRow): Ended {
  const { plan, writer, outcome, buyers } = run
  if (row.otherwise !== null) throw new RowSkip(row.otherwise, -row.amount)
  const ref = row.refundOf ?? ''
  if (row.refundOf !== null && !plan.options.refundsAlone) throw noPurchase(ref)
  outcome.warn(row.line, 'row.refund-alone', { ref: ref || (row.ref ?? '') }, 'refund_of', ref)
  const found = buyers.find(row.buyer, row.payer, row.line)
  return {
    id: writer.insert(isNewBuyer(found) ? null : found, row.on, row, row.ref, { linked: buyers.byLink() }),
    outcome: 'created',
  }
}

const noPurchase = (ref: string) => new RowFault('row.no-purchase', { ref, refund: true }, 'refund_of', ref)

async function returned(run: PurchaseImport, row: PurchaseRow, found: Found): Promise<Ended> {
  const { writer, touched, firstNew, book, plan } = run
  const ref = row.refundOf ?? ''
  if (isNewBuyer(found) && !plan.options.refundsAlone) throw noPurchase(ref)
  const customerId = isNewBuyer(found) ? ensureCustomer(run, found, row.on) : found
  const standing = row.ref === null ? alike(run, row, customerId, firstNew) : writer.byRef(row.ref, customerId, row.on)
  if (standing && standing.id < firstNew && !touched.has(standing.id))
    return resolve(run, standing, customerId, receiptOf(row))
  const local = run.locals.get(ref)
  const whole = local === undefined ? undefined : writer.whole(local)
  const meant = whole ? [whole] : writer.ofRef(ref)
  const purchase = meant.find(
    (entry) => entry.kind === 'purchase' && entry.void === 0 && entry.customerId === customerId && entry.on <= row.on,
  )
  if (!purchase) {
    if (!plan.options.refundsAlone) throw noPurchase(ref)
    run.outcome.warn(row.line, 'row.refund-alone', { ref }, 'refund_of', ref)
    return { id: writer.insert(customerId, row.on, row, row.ref, { linked: run.buyers.byLink() }), outcome: 'created' }
  }
  const left = purchase.amount - writer.liveRefunds(purchase.id).reduce((sum, { amount }) => sum + amount, 0)
  if (-row.amount > left)
    throw new RowFault(
      'row.return-too-much',
      { ref, left: decimal(left, book.currency) },
      'amount',
      decimal(row.amount, book.currency),
    )
  return { id: await enterRefund(run, purchase, -row.amount, row.on, row.ref, row), outcome: 'created' }
}

function alike(
  { writer, touched }: PurchaseImport,
  row: PurchaseRow,
  customerId: number | null,
  before: number,
): KnownEntry | undefined {
  writer.flush()
  const id = writer.alike(customerId, row, before).find((one) => !touched.has(one))
  return id === undefined ? undefined : writer.byId(id)
}

/**
 * Rows with the status void: they void the purchase of their ref, or, where the ledger has none, are kept as void
 * themselves.
 */
export function takeVoids(run: PurchaseImport, rows: Iterable<PurchaseRow>): void {
  const struckHere = new Set<number>()
  for (const row of rows) {
    try {
      recordOutcome(run, receiptOf(row), struck(run, row, run.buyers.find(row.buyer, row.payer, row.line), struckHere))
    } catch (error) {
      reject(run, receiptOf(row), error)
    }
  }
}

function struck(run: PurchaseImport, row: PurchaseRow, found: Found, struckHere: Set<number>): Ended {
  const { writer, firstNew } = run
  const standing = isNewBuyer(found) ? undefined : meant(run, row, found, struckHere)
  if (!standing && row.cancelled) throw new RowSkip('cancelled', row.bare ? null : row.amount)
  if (!standing && row.isRefund) return alone(run, row)
  if (standing?.kind === 'refund' && row.isRefund) return { id: standing.id, outcome: 'unchanged' }
  if (!standing && row.bare)
    throw new RowFault('row.no-purchase', { ref: row.ref ?? '', refund: false }, 'ref', row.ref)
  if (!standing) {
    const id = writer.insert(ensureCustomer(run, found, row.on), row.on, row, row.ref, {
      struck: 1,
      linked: run.buyers.byLink(),
    })
    struckHere.add(id)
    return { id, outcome: 'created' }
  }
  const { id } = standing
  if (struckHere.has(id)) {
    if (row.bare) return { id, outcome: 'unchanged' }
    writer.rewrite(id, together(standing, row, addingOf(run)), isNewBuyer(found) ? null : found)
    return { id, outcome: 'created' }
  }
  if (standing.void === 1) return { id, outcome: 'unchanged' }
  for (const refund of writer.liveRefunds(id)) writer.strike(refund.id, null, refund.id >= firstNew)
  writer.strike(id, null, id >= firstNew)
  return { id, outcome: 'updated' }
}

/**
 * The entry a void row means: of its ref, customer and day; else the newest of its ref; without a ref, the one it is
 * like. What another void row of the file was kept as (`struckHere`) is that row's alone, unless this one says no day
 * and no amount. Chosen by what voiding does not change, so that the same file again means the same entry.
 */
function meant(
  run: PurchaseImport,
  row: PurchaseRow,
  customerId: number | null,
  struckHere: ReadonlySet<number>,
): KnownEntry | undefined {
  const { writer } = run
  if (row.ref === null) return alike(run, row, customerId, Number.MAX_SAFE_INTEGER)
  const same = writer.byRef(row.ref, customerId, row.on)
  if (same) return same
  const known = writer.ofRef(row.ref).filter(({ id }) => row.bare || !struckHere.has(id))
  const own = known.filter((entry) => entry.customerId === customerId)
  const theirs = own.length === 0 && customerId === null ? known : own
  const people = [...new Set(theirs.map((entry) => entry.customerId ?? 0))].sort((a, b) => a - b)
  if (people.length > 1) throw new RowFault('row.several', { ids: people }, 'ref', row.ref)
  const newest = theirs.reduce((last, { on }) => (on > last ? on : last), '')
  const ofDay = theirs.filter(({ on }) => on === newest)
  return ofDay.find((entry) => entry.void === 0) ?? ofDay[0]
}
