import type { Db } from '../../store/open.ts'
import { openPartsOf } from '../balance/open-parts.ts'
import type { Book } from '../book.ts'
import type { Change } from '../change/record.ts'
import type { Day } from '../day.ts'
import { decimal } from '../money.ts'
import { buyerFinder, type Found } from './buyers.ts'
import type { Taking } from './customers.ts'
import { entryDesk, type Standing } from './entries.ts'
import type { Roster } from './plan.ts'
import { type PurchaseRow, purchaseReader } from './purchase-row.ts'
import type { Row } from './read.ts'
import { partsOf, type Receipt, receiptOf, sameReceipt, together } from './receipt.ts'
import { type Outcome, RowFault, type Tally } from './tally.ts'
import { Touched } from './touched.ts'

/** Takes the rows of a purchase file into the ledger, inside a running change. */
export async function purchaseTaking(book: Book, db: Db, change: Change, roster: Roster, tally: Tally): Promise<Taking> {
  const { sqlite } = book.store
  const { onMatch, createCustomers } = roster.options
  const margin = book.policy['tier.margin']
  const { read, broken } = purchaseReader(book, roster, tally)
  const buyers = await buyerFinder(book, change, createCustomers)
  const desk = entryDesk(book, change, sqlite)
  const touched = new Touched(sqlite)
  const firstNew = desk.newestId() + 1
  const firstMade = (sqlite.prepare('SELECT coalesce(max(id), 0) FROM customer').pluck().get() as number) + 1
  const index = coveringIndex()
  /** Receipts the ledger has, with another amount than the first line that named them: their lines are put together before anything is said. */
  const disputed = new Map<number, { standing: Standing; customerId: number | null; receipt: Receipt }>()
  /** Receipts that lost a line, by ref: half a receipt would be a lie. */
  const torn = new Map<string, { customerId: number | null | undefined; on: Day | null; line: number }[]>()
  const returns: PurchaseRow[] = []
  const voids: PurchaseRow[] = []
  const struckHere = new Set<number>()
  let open: Receipt | null = null
  let lost = false

  function settle(receipt: Receipt, id: number, outcome: Outcome): void {
    for (const line of receipt.lines) {
      touched.add(id, line, outcome)
      tally.settle(outcome)
    }
  }

  function reject(receipt: Receipt, error: unknown): void {
    for (const line of receipt.lines) tally.reject(line, error)
  }

  /** The lines that ended on an entry, before the receipt turned out to be something else. */
  function reopen(id: number): number[] {
    const lines = touched.of(id)
    for (const { outcome } of lines) tally.unsettle(outcome)
    touched.forget(id)
    return lines.map(({ line }) => line)
  }

  function makeIfNew(found: Found, on: Day): number | null {
    return found !== null && typeof found === 'object' ? buyers.make(found, on) : found
  }

  function take(receipt: Receipt): void {
    try {
      const found = buyers.find(receipt.buyer)
      const id = typeof found === 'object' ? null : found
      if (torn.size > 0) refuseTorn(receipt, found)
      const isNew = found !== null && typeof found === 'object'
      if (receipt.ref !== null) {
        const standing = isNew ? undefined : desk.byRef(receipt.ref, id, receipt.on)
        if (standing) return knownReceipt(receipt, standing, id)
      } else if (!isNew && firstNew > 1 && (id === null || id < firstMade)) {
        const known = desk.alike(id, receipt.on, receipt.amount, receipt.item, firstNew).find((one) => !touched.has(one))
        if (known !== undefined) return knownPurchase(receipt, known)
      }
      const customerId = makeIfNew(found, receipt.on)
      settle(receipt, desk.insert(customerId, receipt.on, receipt, receipt.ref), 'created')
    } catch (error) {
      reject(receipt, error)
      tear(receipt.ref, receipt.on, undefined, receipt.line)
    }
  }

  function knownPurchase(receipt: Receipt, id: number): void {
    touched.add(id, receipt.line, 'unchanged')
    if (onMatch === 'reject') {
      touched.forget(id)
      touched.add(id, receipt.line, 'unchanged')
      throw new RowFault('row.matches', { id })
    }
    tally.settle('unchanged')
  }

  function knownReceipt(receipt: Receipt, standing: Standing, customerId: number | null): void {
    const { id } = standing
    if (id >= firstNew) {
      desk.rewrite(id, together(standing, receipt, margin), customerId)
      settle(receipt, id, 'created')
      return
    }
    const before = disputed.get(id)
    if (before) {
      disputed.set(id, { ...before, receipt: merged(before.receipt, receipt) })
    } else if (touched.has(id)) {
      const lines = reopen(id)
      disputed.set(id, { standing, customerId, receipt: merged({ ...receipt, ...partsOf(standing), lines }, receipt) })
    } else if (standing.amount === receipt.amount && onMatch !== 'reject') settle(receipt, id, 'unchanged')
    else disputed.set(id, { standing, customerId, receipt })
  }

  function merged(one: Receipt, other: Receipt): Receipt {
    return { ...one, ...together(one, other, margin), lines: [...one.lines, ...other.lines] }
  }

  /** A receipt that the ledger has, all lines together: the same, or another amount. */
  function decide({ standing, customerId, receipt }: { standing: Standing; customerId: number | null; receipt: Receipt }): void {
    const { id } = standing
    const ref = receipt.ref ?? ''
    try {
      if (onMatch === 'reject') throw new RowFault('row.matches', { id }, 'ref', ref)
      if (standing.amount === receipt.amount || onMatch === 'skip') return settle(receipt, id, 'unchanged')
      const said = { ref, amount: decimal(receipt.amount, book.currency), stands: decimal(standing.amount, book.currency), id }
      if (onMatch !== 'update') throw new RowFault('row.other-amount', said, 'amount', said.amount)
      if (desk.liveRefunds(id).length > 0) throw new RowFault('row.has-refunds', { ref, id }, 'ref', ref)
      if (standing.void === 0) desk.strike(id, null, false)
      settle(receipt, desk.insert(customerId, receipt.on, receipt, receipt.ref), 'updated')
    } catch (error) {
      reject(receipt, error)
    }
  }

  /** A line of a receipt cannot be taken: what came of the others is taken back, and those to come are not taken. */
  function tear(ref: string | null, on: Day | null, customerId: number | null | undefined, line: number): void {
    if (ref === null) return
    torn.set(ref, [...(torn.get(ref) ?? []), { customerId, on, line }])
    for (const entry of desk.ofRef(ref)) {
      if (entry.id < firstNew || (on !== null && entry.on !== on) || (customerId !== undefined && entry.customerId !== customerId)) continue
      for (const other of reopen(entry.id)) tally.reject(other, new RowFault('row.other-part', { ref, line }, 'ref', ref))
      desk.drop(entry.id)
      lost = true
    }
  }

  function refuseTorn({ ref, on }: Receipt, found: Found): void {
    const tears = ref === null ? [] : (torn.get(ref) ?? [])
    const tear = tears.find((one) => (one.on === null || one.on === on) && (one.customerId === undefined || one.customerId === found))
    if (tear) throw new RowFault('row.other-part', { ref: ref ?? '', line: tear.line }, 'ref', ref)
  }

  function whose({ ref, on, buyer }: ReturnType<typeof broken>): { ref: string | null; on: Day | null; customerId: number | null | undefined } {
    try {
      const found = buyers.find(buyer)
      return { ref, on, customerId: found !== null && typeof found === 'object' ? undefined : found }
    } catch {
      return { ref, on, customerId: undefined }
    }
  }

  function flush(): void {
    const receipt = open
    open = null
    if (receipt) take(receipt)
  }

  /** What a file of returns may ask: the purchase it goes back to can stand anywhere in the file. */
  async function takeReturn(row: PurchaseRow): Promise<void> {
    const receipt = receiptOf(row)
    try {
      const found = buyers.find(row.buyer)
      const ref = row.refundOf ?? ''
      if (found !== null && typeof found === 'object') throw new RowFault('row.no-purchase', { ref }, 'refund_of', ref)
      const standing = row.ref === null ? undefined : desk.byRef(row.ref, found, row.on)
      const known = standing?.id ?? (row.ref === null ? desk.alike(found, row.on, row.amount, row.item, firstNew).find((one) => !touched.has(one)) : undefined)
      if (known !== undefined && known < firstNew) {
        if (standing && standing.amount !== row.amount) return decide({ standing, customerId: found, receipt })
        return settle(receipt, known, 'unchanged')
      }
      const purchase = desk.ofRef(ref).find((entry) => entry.amount >= 0 && entry.void === 0 && entry.customerId === found && entry.on <= row.on)
      if (!purchase) throw new RowFault('row.no-purchase', { ref }, 'refund_of', ref)
      const left = purchase.amount - desk.liveRefunds(purchase.id).reduce((sum, { amount }) => sum + amount, 0)
      if (-row.amount > left)
        throw new RowFault('row.return-too-much', { ref, left: decimal(left, book.currency) }, 'amount', decimal(row.amount, book.currency))
      const parts = found === null ? [] : await openPartsOf(db, row.on, found)
      const owing = parts.find(({ entryId }) => entryId === purchase.id)?.open ?? 0
      settle(receipt, desk.insert(found, row.on, row, row.ref, { refundOf: purchase.id, owed: -Math.min(owing, -row.amount) }), 'created')
    } catch (error) {
      reject(receipt, error)
    }
  }

  function takeVoid(row: PurchaseRow): void {
    const receipt = receiptOf(row)
    try {
      const found = buyers.find(row.buyer)
      const isNew = found !== null && typeof found === 'object'
      const standing = isNew ? undefined : standingOf(row, found)
      if (!standing || struckHere.has(standing.id)) {
        const customerId = makeIfNew(found, row.on)
        if (standing) desk.rewrite(standing.id, together(standing, row, margin), customerId)
        const id = standing?.id ?? desk.insert(customerId, row.on, row, row.ref, { struck: 1 })
        struckHere.add(id)
        return settle(receipt, id, 'created')
      }
      if (standing.void === 1) return settle(receipt, standing.id, 'unchanged')
      for (const { id } of desk.liveRefunds(standing.id)) desk.strike(id, 'import', id >= firstNew)
      desk.strike(standing.id, 'import', standing.id >= firstNew)
      settle(receipt, standing.id, 'updated')
    } catch (error) {
      reject(receipt, error)
    }
  }

  function standingOf(row: PurchaseRow, customerId: number | null): Standing | undefined {
    if (row.ref !== null) {
      const exact = desk.byRef(row.ref, customerId, row.on)
      return exact ?? desk.ofRef(row.ref).find((entry) => entry.void === 0 && (customerId === null || entry.customerId === customerId))
    }
    const [id] = desk.alike(customerId, row.on, row.amount, row.item, Number.MAX_SAFE_INTEGER).filter((one) => !touched.has(one) || one >= firstNew)
    return id === undefined ? undefined : desk.byId(id)
  }

  function coveringIndex() {
    // Built at the end it takes 1.1 us a row less than under the rows (PACKAGES, measured); only where nobody looks for older entries by it.
    if (firstNew > 1) return { rebuild: () => {} }
    const { sql } = sqlite.prepare(`SELECT sql FROM sqlite_schema WHERE name = 'entry_of_customer'`).get() as { sql: string }
    sqlite.exec('DROP INDEX entry_of_customer')
    return { rebuild: () => void sqlite.exec(sql) }
  }

  return {
    take(cells: Row) {
      try {
        const row = read(cells)
        if (row.void) voids.push(row)
        else if (row.refundOf !== null) returns.push(row)
        else if (open && sameReceipt(open, row)) open = merged(open, receiptOf(row))
        else {
          flush()
          open = receiptOf(row)
        }
      } catch (error) {
        tally.reject(cells.line, error)
        flush()
        const { ref, on, customerId } = whose(broken(cells))
        tear(ref, on, customerId, cells.line)
      }
    },
    async finish() {
      flush()
      index.rebuild()
      for (const one of disputed.values()) decide(one)
      for (const row of returns) await takeReturn(row)
      for (const row of voids) takeVoid(row)
      if (lost) sqlite.prepare('DELETE FROM customer WHERE id >= ? AND NOT EXISTS (SELECT 1 FROM entry WHERE customer_id = customer.id)').run(firstMade)
      // Whoever the file made joined with their first purchase, wherever in the file it stands.
      sqlite
        .prepare('UPDATE customer SET joined_on = coalesce((SELECT min("on") FROM entry WHERE customer_id = customer.id), joined_on) WHERE id >= ?')
        .run(firstMade)
    },
  }
}
