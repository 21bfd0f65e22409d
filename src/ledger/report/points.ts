import { expiringOf, readPointEntries, replayPoints, worthOf } from '../benefit/points.ts'
import { shortfallsOf } from '../benefit/points-shortfall.ts'
import type { Book } from '../book/book.ts'
import { namesOf } from '../book/customer-names.ts'
import { addDays, type Day } from '../day.ts'
import { decimal } from '../money.ts'

/** What the shop owes in points. Money as decimal strings. */
export interface PointsReport {
  readonly asOf: Day
  readonly currency: string
  /** Who has points, how many they are together, and what they are worth when redeemed: the liability. */
  readonly customers: number
  readonly points: number
  readonly worth: string
  /** What lapses within thirty days. */
  readonly expiring: number
  /** What could not be taken back. */
  readonly shortfall: number
  /** The most points first. */
  readonly rows: readonly {
    readonly customerId: number
    readonly name: string
    readonly points: number
    readonly worth: string
    /** What of them lapses within thirty days. */
    readonly expiring: number
  }[]
}

const soon = 30

/** Points as of the book's day: lapsed ones count nowhere. */
export async function reportPoints(book: Book, only?: ReadonlySet<number>): Promise<PointsReport> {
  const { db, today, policy, currency } = book
  const [accounts, shortfalls] = await Promise.all([readPointEntries(db, today), shortfallsOf(book)])
  const days = policy['points.expireDays']
  const held = [...accounts]
    .filter(([id]) => !only || only.has(id))
    .map(([customerId, entries]) => {
      const { points, lots } = replayPoints(entries, today, days)
      const ahead = days === null ? [] : expiringOf(lots, days).filter(({ on }) => on <= addDays(today, soon))
      return { customerId, points, expiring: ahead.reduce((sum, one) => sum + one.points, 0) }
    })
    .filter(({ points }) => points > 0)
    .toSorted((one, other) => other.points - one.points || one.customerId - other.customerId)
  const names = await namesOf(
    db,
    held.map(({ customerId }) => customerId),
  )
  const sum = (of: 'points' | 'expiring') => held.reduce((total, one) => total + one[of], 0)
  return {
    asOf: today,
    currency,
    customers: held.length,
    points: sum('points'),
    worth: decimal(worthOf(sum('points'), policy), currency),
    expiring: sum('expiring'),
    shortfall: [...shortfalls].reduce((total, [id, missing]) => total + (!only || only.has(id) ? missing : 0), 0),
    rows: held.map(({ customerId, points, expiring }) => ({
      customerId,
      name: names.get(customerId) ?? '',
      points,
      worth: decimal(worthOf(points, policy), currency),
      expiring,
    })),
  }
}
