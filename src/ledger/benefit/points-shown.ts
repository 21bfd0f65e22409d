import type { Book } from '../book/book.ts'
import type { Day } from '../day.ts'
import { decimal } from '../money.ts'
import { expiringOf, type PointEntry, readPointEntries, replayPoints, worthOf } from './points.ts'
import { shortfallsOf } from './points-shortfall.ts'

/** A customer's account of points as it is shown. */
export interface PointsShown {
  readonly customerId: number
  readonly name: string
  readonly points: number
  readonly worth: string
  /** What could not be taken back: later earnings go there first. */
  readonly shortfall: number
  /** How many lapse from which day on, the soonest first. */
  readonly expiring: readonly { readonly on: Day; readonly points: number }[]
  /** Newest first. */
  readonly entries: readonly Omit<PointEntry, 'lotId'>[]
}

/** A customer's points, when they lapse, and what made them. */
export async function showPoints(book: Book, customer: { id: number; name: string }): Promise<PointsShown> {
  const { db, today, policy, currency } = book
  const days = policy['points.expireDays']
  const [accounts, shortfalls] = await Promise.all([
    readPointEntries(db, today, [customer.id]),
    shortfallsOf(book, [customer.id]),
  ])
  const entries = accounts.get(customer.id) ?? []
  const { points, lots } = replayPoints(entries, today, days)
  return {
    customerId: customer.id,
    name: customer.name,
    points,
    worth: decimal(worthOf(points, policy), currency),
    shortfall: shortfalls.get(customer.id) ?? 0,
    expiring: days === null ? [] : expiringOf(lots, days),
    entries: entries.toReversed().map(({ lotId: _, ...entry }) => entry),
  }
}
