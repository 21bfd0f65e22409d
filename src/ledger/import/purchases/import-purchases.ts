import type { Db } from '../../../store/db.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change/record.ts'
import type { RowImporter } from '../customers/import-customers.ts'
import type { Row } from '../file/csv.ts'
import { aboutTable } from '../file/table.ts'
import { type ImportOutcome, RowFault } from '../outcome.ts'
import type { ImportPlan } from '../plan.ts'
import { type PurchaseRow, purchaseReader } from '../row/purchase-row.ts'
import { LinesByRow } from '../sqlite/lines-by-row.ts'
import { readRow } from '../worker/input-row.ts'
import { buyerFinder } from './find-buyer.ts'
import { knownReceipts } from './known-receipts.ts'
import { earlierParts } from './opening-balances.ts'
import { partialReceipts } from './partial-receipts.ts'
import { admit, type Ended, isNewBuyer, type PurchaseImport, reject, settle } from './purchase-import.ts'
import { merged, type Receipt, receiptOf, sameReceipt, together } from './receipt.ts'
import { takeReturns, takeVoids } from './returns-and-voids.ts'
import { entryWriter } from './writer.ts'

/** Takes the rows of a purchase file into the ledger, inside a running change. */
export async function purchaseImporter(book: Book, db: Db, change: Change, plan: ImportPlan, tally: ImportOutcome): Promise<RowImporter> {
  const { sqlite } = book.store
  const till = await startImport(book, db, change, plan, tally)
  const { desk, buyers, touched, firstNew, firstMade } = till
  const reader = purchaseReader(book, plan, tally)
  const read = readRow<PurchaseRow>(reader.read)
  const known = knownReceipts(till)
  const torn = partialReceipts(till)
  const index = coveringIndex(till)
  const earlier = earlierParts(till, change)
  const returns: PurchaseRow[] = []
  const voids: PurchaseRow[] = []
  /** The receipt whose lines are just being read. */
  let open: Receipt | null = null

  function take(receipt: Receipt): void {
    try {
      const ended = enter(receipt)
      if (ended) settle(till, receipt, ended)
    } catch (error) {
      reject(till, receipt, error)
      torn.tear({ ref: receipt.ref, on: receipt.on, customerId: undefined, line: receipt.line })
    }
  }

  function enter(receipt: Receipt): Ended | null {
    const { ref, on } = receipt
    const found = buyers.find(receipt.buyer)
    torn.refuse(receipt, found)
    if (!isNewBuyer(found)) {
      if (ref !== null) {
        const standing = desk.byRef(ref, found, on)
        if (standing && standing.id < firstNew) return known.meet(receipt, standing, found)
        if (standing) {
          desk.rewrite(standing.id, together(standing, receipt, book.policy['tier.margin']), found)
          return { id: standing.id, outcome: 'created' }
        }
      } else {
        const id = again(receipt, found)
        if (id !== undefined) return { id, outcome: 'unchanged' }
      }
    }
    const id = desk.insert(admit(till, found, on), on, receipt, ref)
    if (typeof found === 'number' && receipt.paid !== null && receipt.paid < receipt.amount) earlier.note(receipt, found, id)
    return { id, outcome: 'created' }
  }

  /** Without a ref: the n-th of its like in the file is the n-th of the ledger. */
  function again({ on, amount, item }: Receipt, customerId: number | null): number | undefined {
    if (firstNew === 1 || (customerId !== null && customerId >= firstMade)) return undefined
    const id = desk.alike(customerId, on, amount, item, firstNew).find((one) => !touched.has(one))
    if (id !== undefined && till.onMatch === 'reject') {
      touched.mark(id)
      throw new RowFault('row.matches', { id })
    }
    return id
  }

  function flush(): void {
    const receipt = open
    open = null
    if (receipt) take(receipt)
  }

  function pieceOf(row: Row) {
    const { ref, on, buyer } = reader.broken(row)
    try {
      const found = buyers.find(buyer)
      return { ref, on, customerId: isNewBuyer(found) ? undefined : found, line: row.line }
    } catch {
      return { ref, on, customerId: undefined, line: row.line }
    }
  }

  return {
    take(given) {
      try {
        const row = read(given)
        if (row.void) voids.push(row)
        else if (row.refundOf !== null) returns.push(row)
        else if (open && sameReceipt(open, row)) open = merged(open, receiptOf(row), book)
        else {
          flush()
          open = receiptOf(row)
        }
      } catch (error) {
        tally.reject(given.line, error, given.cells)
        flush()
        torn.tear(pieceOf({ line: given.line, cells: given.cells ?? [] }))
      }
    },
    async finish() {
      flush()
      desk.flush()
      index.rebuild()
      known.settleAll()
      await takeReturns(till, returns)
      takeVoids(till, voids)
      desk.flush()
      earlier.settle()
      if (torn.lost) sqlite.prepare('DELETE FROM customer WHERE id >= ? AND NOT EXISTS (SELECT 1 FROM entry WHERE customer_id = customer.id)').run(firstMade)
      if (sqlite.pragma('foreign_keys', { simple: true }) === 0) checkParents(till)
      // Whoever the file made joined with their first purchase, wherever in the file it stands.
      sqlite
        .prepare('UPDATE customer SET joined_on = coalesce((SELECT min("on") FROM entry WHERE customer_id = customer.id), joined_on) WHERE id >= ?')
        .run(firstMade)
    },
  }
}

async function startImport(book: Book, db: Db, change: Change, { columns, options, table }: ImportPlan, tally: ImportOutcome): Promise<PurchaseImport> {
  const { sqlite } = book.store
  const { rows } = aboutTable(table)
  const newest = (table: string) => sqlite.prepare(`SELECT coalesce(max(id), 0) + 1 FROM ${table}`).pluck().get() as number
  return {
    book,
    db,
    tally,
    touched: new LinesByRow(sqlite),
    buyers: await buyerFinder(book, change, { create: options.createCustomers, rows, hasPhones: columns.has('customer') || columns.has('phone') }),
    desk: entryWriter(book, change, sqlite, columns, rows),
    onMatch: options.onMatch,
    locals: new Map(),
    firstNew: newest('entry'),
    firstMade: newest('customer'),
  }
}

/** The foreign keys of what was entered, in index order: each customer is looked at once (see `checkingKeysLater`). */
function checkParents({ book, firstNew }: PurchaseImport): void {
  const orphan = book.store.sqlite
    .prepare(
      `SELECT 1 FROM (SELECT DISTINCT customer_id AS id FROM entry INDEXED BY entry_of_customer WHERE customer_id IS NOT NULL AND id >= ?) AS buyer
       WHERE NOT EXISTS (SELECT 1 FROM customer WHERE customer.id = buyer.id)
       UNION ALL
       SELECT 1 FROM entry AS refund WHERE refund_of IS NOT NULL AND id >= ? AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.id = refund.refund_of)`,
    )
    .get(firstNew, firstNew)
  if (orphan !== undefined) throw new Error('an imported entry of nobody')
}

/** Built at the end, the covering index takes 1.1 us a row less than under the rows (PACKAGES, measured); only where nobody looks for older entries by it. */
function coveringIndex({ book, firstNew }: PurchaseImport) {
  const { sqlite } = book.store
  if (firstNew > 1) return { rebuild: () => {} }
  const { sql } = sqlite.prepare(`SELECT sql FROM sqlite_schema WHERE name = 'entry_of_customer'`).get() as { sql: string }
  sqlite.exec('DROP INDEX entry_of_customer')
  // What goes in by itself goes in order: a third of the pages is enough, and keep the peak under 200 MB.
  const pages = sqlite.pragma('cache_size', { simple: true })
  sqlite.pragma('cache_size = -12000')
  return {
    rebuild() {
      // The sorter takes as much again as the page cache: both small while it runs, or it is the peak of the whole import.
      sqlite.pragma('cache_size = -8000')
      sqlite.exec(sql)
      sqlite.pragma(`cache_size = ${pages}`)
    },
  }
}
