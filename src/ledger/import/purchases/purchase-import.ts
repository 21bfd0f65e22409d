import type { Db } from '../../../store/db.ts'
import type { Book } from '../../book/book.ts'
import type { Day } from '../../day.ts'
import type { ImportPlan, OnMatch } from '../import-plan.ts'
import type { ImportOutcome, Outcome } from '../outcome.ts'
import type { LinesByRow } from '../sqlite/lines-by-row.ts'
import type { NewBuyer } from '../sqlite/make-buyer.ts'
import type { buyerFinder, Found } from './find-buyer.ts'
import type { Receipt } from './receipt.ts'
import type { entryWriter } from './writer.ts'

/** What the parts of a purchase import share: who buys, what is entered, and how each line ends. */
export interface PurchaseImport {
  readonly book: Book
  readonly db: Db
  readonly plan: ImportPlan
  readonly outcome: ImportOutcome
  readonly touched: LinesByRow
  readonly buyers: Awaited<ReturnType<typeof buyerFinder>>
  readonly writer: ReturnType<typeof entryWriter>
  readonly onMatch: OnMatch | null
  /** Entries of this file that a refund of it may name: `entry:12` in the export, the number here. */
  readonly locals: Map<string, number>
  /** The first entry and the first customer this file makes. */
  readonly firstNew: number
  readonly firstMade: number
}

/** Where a receipt ended. */
export interface Ended {
  readonly id: number
  readonly outcome: Outcome
}

export function recordOutcome(
  { touched, outcome, locals }: PurchaseImport,
  { lines, local }: Receipt,
  ended: Ended,
): void {
  if (local !== null) locals.set(local, ended.id)
  for (const line of lines) {
    touched.add(ended.id, line, ended.outcome)
    outcome.count(ended.outcome)
  }
}

export function reject({ outcome }: PurchaseImport, { lines }: Receipt, error: unknown): void {
  for (const line of lines) outcome.reject(line, error, null)
}

/**
 * The lines that ended on an entry, before their receipt turned out to be something else: they have ended nowhere now.
 */
export function retract({ touched, outcome }: PurchaseImport, id: number): number[] {
  const lines = touched.of(id)
  for (const one of lines) outcome.uncount(one.outcome)
  touched.release(id)
  return lines.map(({ line }) => line)
}

/** Lines that seemed to change nothing have changed something after all. */
export function recount({ touched, outcome }: PurchaseImport, id: number, to: Outcome): void {
  const lines = touched.of(id)
  touched.release(id)
  for (const one of lines) {
    outcome.uncount(one.outcome)
    outcome.count(to)
    touched.add(id, one.line, to)
  }
}

export function isNewBuyer(found: Found): found is NewBuyer {
  return found !== null && typeof found === 'object'
}

/** The customer's id, made now when they are new; null for nobody in particular. */
export function ensureCustomer({ buyers }: PurchaseImport, found: Found, on: Day): number | null {
  return isNewBuyer(found) ? buyers.make(found, on) : found
}
