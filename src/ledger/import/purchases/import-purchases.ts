import type { Db } from '../../../store/db.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change/record.ts'
import type { Day } from '../../day.ts'
import { decimal } from '../../money.ts'
import type { RowImporter } from '../customers/import-customers.ts'
import type { Row } from '../file/csv.ts'
import type { ImportPlan } from '../import-plan.ts'
import { type ImportOutcome, RowFault, RowSkip } from '../outcome.ts'
import type { PurchaseRow } from '../row/purchase.ts'
import { purchaseReader } from '../row/purchase-row.ts'
import { isOwnExport } from '../row/roster-name.ts'
import { keepFewPages } from '../sqlite/few-pages.ts'
import { LinesByRow } from '../sqlite/lines-by-row.ts'
import { RowsAside } from '../sqlite/rows-aside.ts'
import { tellOfShortCredit } from '../sqlite/short-credit.ts'
import { readRow } from '../worker/input-row.ts'
import { addingOf } from './adding.ts'
import { earnPoints } from './earn-points.ts'
import { buyerFinder, type Found } from './find-buyer.ts'
import { knownReceipts } from './known-receipts.ts'
import { earlierParts } from './opening-balances.ts'
import { partialReceipts } from './partial-receipts.ts'
import {
  type Ended,
  ensureCustomer,
  isNewBuyer,
  type PurchaseImport,
  recordOutcome,
  reject,
} from './purchase-import.ts'
import { merged, type Receipt, receiptOf, sameReceipt, together } from './receipt.ts'
import { refundsOfSales } from './refunds-of-sales.ts'
import { takeReturns, takeVoids } from './returns-and-voids.ts'
import { entryWriter, type KnownEntry, type WholeEntry } from './writer.ts'

/** Takes the rows of a purchase file into the ledger, inside a running change. */
export async function purchaseImporter(
  book: Book,
  db: Db,
  change: Change,
  plan: ImportPlan,
  outcome: ImportOutcome,
): Promise<RowImporter> {
  const { sqlite } = book.store
  const { layout } = plan
  const { service } = layout
  const run = await startImport(book, db, change, plan, outcome)
  const { writer, buyers, touched, firstNew, firstMade } = run
  const reader = purchaseReader(book, plan, outcome)
  const read = readRow<PurchaseRow>(reader.read)
  const partial = partialReceipts(run)
  const known = knownReceipts(run, partial)
  const index = coveringIndex(run)
  const earlier = earlierParts(run, change)
  const refunds = refundsOfSales(run)
  const adding = addingOf(run)
  const isOrder = service !== null
  /** Whether lines of one number are one purchase: of a service, only where its format says so. */
  const joins = service === null || layout.amounts !== null
  const returns = new RowsAside<PurchaseRow>(sqlite, 'returns')
  const voids = new RowsAside<PurchaseRow>(sqlite, 'voids')
  /** The receipt whose lines are just being read. */
  let open: Receipt | null = null

  function take(receipt: Receipt): void {
    try {
      const ended = enter(receipt)
      if (!ended) return
      recordOutcome(run, receipt, ended)
      refunds.note(ended.id, receipt)
    } catch (error) {
      reject(run, receipt, error)
      partial.markIncomplete({ ref: receipt.ref, on: receipt.on, customerId: undefined, line: receipt.line })
    }
  }

  function enter(receipt: Receipt): Ended | null {
    const { ref, on } = receipt
    const found = buyers.find(receipt.buyer, receipt.payer, receipt.line)
    const linked = buyers.byLink()
    partial.refuse(receipt, found)
    const standing = ref === null || (service === null && isNewBuyer(found)) ? undefined : standingFor(ref, found, on)
    if (standing) return meet(receipt, ref as string, standing, found)
    const pair = service === null || ref === null ? undefined : pairOf(receipt, ref)
    if (pair) return completed(receipt, pair, found, linked)
    if (ref === null && !isNewBuyer(found)) {
      const id = again(receipt, found)
      if (id !== undefined) return { id, outcome: 'unchanged' }
    }
    const id = writer.insert(ensureCustomer(run, found, on), on, receipt, ref, { linked })
    if (typeof found === 'number' && receipt.paid !== null && receipt.paid < receipt.amount)
      earlier.note(receipt, found, id)
    return { id, outcome: 'created' }
  }

  function standingFor(ref: string, found: Found, on: Day): KnownEntry | undefined {
    return service === null ? writer.byRef(ref, found as number | null, on) : writer.byServiceRef(ref, 'purchase')
  }

  function meet(receipt: Receipt, ref: string, standing: KnownEntry, found: Found): Ended | null {
    const customerId = isNewBuyer(found) ? null : found
    if (standing.id < firstNew) return known.compare(receipt, standing, customerId)
    if (joins) {
      const whole = writer.whole(standing.id)
      writer.rewrite(
        standing.id,
        together(standing, receipt, adding),
        service === null ? customerId : (whole?.customerId ?? null),
      )
      return { id: standing.id, outcome: 'created' }
    }
    // The same order twice in one file is one; with another amount nobody can say which.
    if (standing.amount === receipt.amount) return { id: standing.id, outcome: 'unchanged' }
    const said = {
      ref,
      amount: decimal(receipt.amount, book.currency),
      stands: decimal(standing.amount, book.currency),
      id: standing.id,
    }
    throw new RowFault('row.other-amount', said, 'amount', said.amount)
  }

  function pairOf(receipt: Receipt, ref: string): WholeEntry | undefined {
    if (firstNew === 1) return undefined
    return writer
      .paired(ref, receipt.payRef, layout.pairsWith, receipt.amount, firstNew)
      .find((sale) => !touched.has(sale.id))
  }

  /** An order list and a payment bill of one sale: what one of them does not know is added to it. */
  function completed(receipt: Receipt, sale: WholeEntry, found: Found, linked: boolean): Ended {
    const customerId = sale.customerId ?? ensureCustomer(run, found, receipt.on)
    const changed = writer.complete(sale, customerId, receipt, linked)
    return { id: sale.id, outcome: changed ? 'updated' : 'unchanged' }
  }

  /** Without a ref: the n-th of its like in the file is the n-th of the ledger. */
  function again(receipt: Receipt, customerId: number | null): number | undefined {
    if (firstNew === 1 || (customerId !== null && customerId >= firstMade)) return undefined
    const id = writer.alike(customerId, receipt, firstNew).find((one) => !touched.has(one))
    if (id !== undefined && run.onMatch === 'reject') {
      touched.claim(id)
      throw new RowFault('row.matches', { id })
    }
    return id
  }

  const entriesOf = sqlite
    .prepare('SELECT id FROM entry WHERE customer_id = ? AND id >= ? ORDER BY id LIMIT 20')
    .pluck()
  function linesOf(customerId: number): number[] {
    const entries = entriesOf.all(customerId, run.firstNew) as number[]
    return entries.flatMap((id) => touched.of(id).map(({ line }) => line))
  }

  function flush(): void {
    const receipt = open
    open = null
    if (receipt) take(receipt)
  }

  function failedLineOf(row: Row) {
    const { ref, on, buyer } = reader.broken(row)
    try {
      const found = buyers.find(buyer, null)
      return { ref, on, customerId: isNewBuyer(found) || service !== null ? undefined : found, line: row.line }
    } catch {
      return { ref, on, customerId: undefined, line: row.line }
    }
  }

  return {
    linesOf,
    take(given) {
      try {
        const row = read(given)
        if (row.void) voids.add(row)
        else if (row.isRefund || row.refundOf !== null) returns.add(row)
        else if (open && joins && sameReceipt(open, row, isOrder)) open = merged(open, receiptOf(row), adding)
        else {
          flush()
          open = receiptOf(row)
        }
      } catch (error) {
        outcome.reject(given.line, error, given.cells)
        if (error instanceof RowSkip) return
        flush()
        partial.markIncomplete(failedLineOf({ line: given.line, cells: given.cells ?? [] }))
      }
    },
    async finish() {
      flush()
      writer.flush()
      index.rebuild()
      known.resolveAll()
      await refunds.enter()
      await takeReturns(run, returns)
      takeVoids(run, voids)
      writer.flush()
      earlier.lower()
      if (service !== null) tellOfAlike(run, service)
      if (plan.columns.has('method') && !plan.columns.has('paid')) tellOfShortCredit(book, firstNew, outcome, linesOf)
      if (partial.lost)
        sqlite
          .prepare(
            'DELETE FROM customer WHERE id >= ? AND NOT EXISTS (SELECT 1 FROM entry WHERE customer_id = customer.id)',
          )
          .run(firstMade)
      const { last } = await db
        .selectFrom('entry')
        .select(({ fn }) => fn.max('id').as('last'))
        .executeTakeFirstOrThrow()
      change.numbered('entry', last ?? 0)
      for (const { customerId: id, name, coupon, isOver } of await earnPoints(db, book, change, firstNew))
        if (isOver) outcome.warn(0, 'row.reward-over', { id, name, code: coupon ?? '' }, null, null, linesOf(id))
        else outcome.warn(0, 'row.rewarded', { id, name }, null, null, linesOf(id))
      if (sqlite.pragma('foreign_keys', { simple: true }) === 0) checkParents(run)
      // Whoever the file made joined with their first purchase, wherever in the file it stands.
      sqlite
        .prepare(
          'UPDATE customer SET joined_on = coalesce((SELECT min("on") FROM entry WHERE customer_id = customer.id), ' +
            'joined_on) WHERE id >= ?',
        )
        .run(firstMade)
      if (plan.table.about.large) keepFewPages(sqlite)
    },
  }
}

async function startImport(
  book: Book,
  db: Db,
  change: Change,
  plan: ImportPlan,
  outcome: ImportOutcome,
): Promise<PurchaseImport> {
  const { sqlite } = book.store
  const { columns, options, table, layout } = plan
  const { rows } = table.about
  const newest = (table: string) =>
    sqlite.prepare(`SELECT coalesce(max(id), 0) + 1 FROM ${table}`).pluck().get() as number
  const tell = (line: number, what: 'namesake' | 'unknown' | 'stranger', name: string, id: number) => {
    if (what === 'namesake') outcome.warn(line, 'row.payer-namesake', { name, id }, null, name)
    else if (what === 'stranger') outcome.warn(line, 'row.stranger', { text: name }, null, name)
    else outcome.warn(line, 'row.unknown-customer', { asked: name }, null, name)
  }
  return {
    book,
    db,
    plan,
    outcome,
    touched: new LinesByRow(sqlite),
    buyers: await buyerFinder(book, change, {
      create: options.createCustomers,
      rows,
      hasPhones: (['customer', 'phone', 'name'] as const).some((column) => columns.has(column)),
      hasEmails: columns.has('email'),
      service: layout.service,
      strong: layout.payer?.strong ?? false,
      plainNames: layout.service !== null || isOwnExport(plan.headers),
      tell,
      tellOfName: (line, code, facts, text) =>
        outcome.warn(line, code, facts, columns.has('customer') ? 'customer' : 'name', text),
    }),
    writer: entryWriter(book, change, sqlite, plan, rows),
    onMatch: options.onMatch,
    locals: new Map(),
    firstNew: newest('entry'),
    firstMade: newest('customer'),
  }
}

/** Sales of one day and amount that two services know, with nothing to say that they are one: the owner is told. */
function tellOfAlike({ book, firstNew, outcome, touched }: PurchaseImport, service: string): void {
  const { sqlite } = book.store
  if (firstNew === 1) return
  const found = sqlite
    .prepare(
      `SELECT new.id AS entry, new."on" AS day, new.amount, min(old.id) AS id FROM entry AS new JOIN entry AS old
        ON old."on" = new."on" AND old.amount = new.amount
       WHERE new.id >= @from AND new.kind = 'purchase' AND new.void = 0 AND old.id < @from AND old.kind = 'purchase'
         AND old.void = 0
       AND old.source IS NOT NULL AND old.source <> @service GROUP BY new.id`,
    )
    .all({ from: firstNew, service }) as { entry: number; day: Day; amount: number; id: number }[]
  for (const { entry, day, amount, id } of found) {
    const lines = touched.of(entry).map(({ line }) => line)
    outcome.warn(0, 'row.alike-elsewhere', { day, amount: decimal(amount, book.currency), id }, null, null, lines)
  }
}

/** The foreign keys of what was entered, in index order: each customer is looked at once (see `checkingKeysLater`). */
function checkParents({ book, firstNew }: PurchaseImport): void {
  const orphan = book.store.sqlite
    .prepare(
      `SELECT 1 FROM (SELECT DISTINCT customer_id AS id FROM entry INDEXED BY entry_of_customer
        WHERE customer_id IS NOT NULL AND id >= ?) AS buyer
       WHERE NOT EXISTS (SELECT 1 FROM customer WHERE customer.id = buyer.id)
       UNION ALL
       SELECT 1 FROM entry AS refund WHERE refund_of IS NOT NULL AND id >= ? AND NOT EXISTS (SELECT 1 FROM entry
         WHERE entry.id = refund.refund_of)`,
    )
    .get(firstNew, firstNew)
  if (orphan !== undefined) throw new Error('an imported entry of nobody')
}

/**
 * Built at the end, the covering index takes 1.1 us a row less than under the rows (PACKAGES, measured); only where
 * nobody looks for older entries by it.
 */
function coveringIndex({ book, firstNew }: PurchaseImport) {
  const { sqlite } = book.store
  if (firstNew > 1) return { rebuild: () => {} }
  const { sql } = sqlite.prepare(`SELECT sql FROM sqlite_schema WHERE name = 'entry_of_customer'`).get() as {
    sql: string
  }
  sqlite.exec('DROP INDEX entry_of_customer')
  // What goes in by itself goes in order: a third of the pages is enough, and keep the peak under 200 MB.
  sqlite.pragma('cache_size = -12000')
  return {
    rebuild() {
      // The sorter takes as much again as the page cache: both small while it runs, or it is the peak of the whole
      // import.
      keepFewPages(sqlite)
      sqlite.exec(sql)
    },
  }
}
