import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import { addDays, type Day } from '../day.ts'
import type { Minor } from '../money.ts'

/** Why points were added or taken. */
export const pointCauses = ['opening', 'earned', 'returned', 'redeemed', 'adjusted', 'lapsed', 'reward'] as const
export type PointCause = (typeof pointCauses)[number]

/** A row of an account of points. */
export interface PointEntry {
  readonly id: number
  readonly on: Day
  /** Added, or less than 0: taken. */
  readonly points: number
  readonly why: PointCause
  /** The purchase it is of. */
  readonly entryId: number | null
  /** The lot it took from, where it is one alone. */
  readonly lotId: number | null
  readonly note: string | null
}

/** Points that came together and lapse together. */
export interface PointLot {
  readonly id: number
  readonly on: Day
  readonly entryId: number | null
  left: number
}

/** An account as its rows leave it on a day. */
export interface PointAccount {
  /** What can be redeemed: lots that have not lapsed. */
  readonly points: number
  /** The lots with something left that hold, the oldest first. */
  readonly lots: readonly PointLot[]
  /** Those that have lapsed though no row says so yet. */
  readonly lapsed: readonly PointLot[]
  /** Whether some row takes more than was there. */
  readonly overdrawn: boolean
}

/**
 * Goes through the rows in the order they were written. What names no lot takes the oldest first; a lot holds until
 * the day before its own + `expireDays` (null: for ever).
 */
export function replayPoints(entries: readonly PointEntry[], today: Day, expireDays: number | null): PointAccount {
  const lots: PointLot[] = []
  let overdrawn = false
  for (const { id, on, points, entryId, lotId } of entries) {
    if (on > today) continue
    if (points > 0) {
      lots.push({ id, on, entryId, left: points })
      continue
    }
    let toTake = -points
    for (const lot of lotId === null ? inAge(lots) : lots.filter((one) => one.id === lotId)) {
      const taken = Math.min(lot.left, toTake)
      lot.left -= taken
      toTake -= taken
    }
    if (toTake > 0) overdrawn = true
  }
  const filled = inAge(lots).filter(({ left }) => left > 0)
  const holds = ({ on }: PointLot) => expireDays === null || addDays(on, expireDays) > today
  const held = filled.filter(holds)
  return {
    points: held.reduce((sum, { left }) => sum + left, 0),
    lots: held,
    lapsed: filled.filter((lot) => !holds(lot)),
    overdrawn,
  }
}

const inAge = (lots: readonly PointLot[]) =>
  lots.toSorted((one, other) => (one.on === other.on ? one.id - other.id : one.on < other.on ? -1 : 1))

/** The rows of customers' accounts up to a day, in the order they were written; of everybody without `ids`. */
export async function readPointEntries(
  db: Db,
  today: Day,
  ids?: readonly number[],
): Promise<Map<number, PointEntry[]>> {
  const rows = await db
    .selectFrom('point_entry')
    .select(['id', 'customer_id', 'on', 'points', 'why', 'entry_id as entryId', 'lot_id as lotId', 'note'])
    .where('on', '<=', today)
    .$if(ids !== undefined, (query) => query.where('customer_id', 'in', ids ?? []))
    .orderBy('id')
    .execute()
  const accounts = new Map<number, PointEntry[]>()
  for (const { customer_id, why, ...row } of rows) {
    const account = accounts.get(customer_id) ?? []
    account.push({ ...row, why: why as PointCause })
    accounts.set(customer_id, account)
  }
  return accounts
}

type PointsBook = Pick<Book, 'db' | 'today' | 'policy'>

/** What customers can redeem on the book's day; who has nothing is absent. */
export async function pointsOf(
  { db, today, policy }: PointsBook,
  ids?: readonly number[],
): Promise<Map<number, number>> {
  const points = new Map<number, number>()
  for (const [id, entries] of await readPointEntries(db, today, ids)) {
    const { points: held } = replayPoints(entries, today, policy['points.expireDays'])
    if (held > 0) points.set(id, held)
  }
  return points
}

/** What so many points are worth when redeemed, in minor units. */
export const worthOf = (points: number, policy: Book['policy']): Minor => points * policy['points.worth']

/** When lots lapse, those of one day together. */
export function expiringOf(lots: readonly PointLot[], days: number): { on: Day; points: number }[] {
  const byDay = new Map<Day, number>()
  for (const { on, left } of lots) byDay.set(addDays(on, days), (byDay.get(addDays(on, days)) ?? 0) + left)
  return [...byDay].map(([on, points]) => ({ on, points }))
}
