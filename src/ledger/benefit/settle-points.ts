import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import type { Change } from '../book/change/record.ts'
import { addDays, type Day } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { minorUnit } from '../money.ts'
import { type PointCause, type PointEntry, readPointEntries, replayPoints } from './points.ts'
import { earningPurchases } from './points-earned.ts'
import { type StandingReward, standingRewards } from './points-rewarded.ts'

type NewPoints = Omit<PointEntry, 'id'>

/** Writes rows into accounts of points and keeps what each account comes to while a change is made. */
export interface PointsWriter {
  /** What a customer can redeem now. */
  points(customerId: number): number
  add(customerId: number, on: Day, points: number, why: PointCause, more?: Partial<NewPoints>): Promise<void>
  /** Brings everybody to what their purchases come to; see `settlePoints`. `rewards`: where they are read already. */
  settle(rewards?: readonly StandingReward[]): Promise<void>
}

/** Reads the accounts of these customers inside a running change. */
export async function pointsWriter(
  db: Db,
  book: Pick<Book, 'today' | 'policy' | 'currency'>,
  change: Change,
  customerIds: readonly number[],
): Promise<PointsWriter> {
  const { today, policy, currency } = book
  const accounts = await readPointEntries(db, today, customerIds)
  const accountOf = (id: number) => replayPoints(accounts.get(id) ?? [], today, policy['points.expireDays'])
  const waiting: (NewPoints & { id: number; customerId: number })[] = []
  const put = (customerId: number, row: NewPoints) => {
    const entry = { id: change.number('point_entry'), ...row }
    accounts.set(customerId, [...(accounts.get(customerId) ?? []), entry])
    waiting.push({ ...entry, customerId })
  }
  async function write(): Promise<void> {
    for (let at = 0; at < waiting.length; at += 1000)
      await db
        .insertInto('point_entry')
        .values(
          waiting.slice(at, at + 1000).map(({ customerId, entryId, lotId, ...row }) => ({
            ...row,
            customer_id: customerId,
            entry_id: entryId,
            lot_id: lotId,
            change_id: change.id,
          })),
        )
        .execute()
    waiting.length = 0
  }
  /** Lots that have lapsed are written so, as of the day they did. */
  function lapse(customerId: number): void {
    const days = policy['points.expireDays']
    if (days === null) return
    for (const { id, on, left, entryId } of accountOf(customerId).lapsed)
      put(customerId, { on: addDays(on, days), points: -left, why: 'lapsed', entryId, lotId: id, note: null })
  }
  return {
    points: (customerId) => accountOf(customerId).points,
    async add(customerId, on, points, why, more = {}) {
      lapse(customerId)
      put(customerId, { on, points, why, entryId: null, lotId: null, note: null, ...more })
      await write()
    },
    async settle(known) {
      for (const id of customerIds) lapse(id)
      // What has lapsed of a purchase is not taken back with it once more: its rows are read below.
      await write()
      const [purchases, rewards] = await Promise.all([
        earningPurchases(db, minorUnit(currency), customerIds),
        known ?? standingRewards(db, customerIds),
      ])
      const wanted = purchases.flatMap(({ id, customerId, on, earned, returned }) => [
        { id, customerId, on, why: 'earned' as const, missing: earned },
        { id, customerId, on: today, why: 'returned' as const, missing: returned },
      ]) as { id: number; customerId: number; on: Day; why: 'earned' | 'returned' | 'reward'; missing: number }[]
      for (const { entryId, customerId, missing } of rewards)
        if (customerIds.includes(customerId))
          wanted.push({ id: entryId, customerId, on: today, why: 'reward', missing })
      for (const { id, customerId, on, why, missing } of wanted)
        if (missing > 0) put(customerId, { on, points: missing, why, entryId: id, lotId: null, note: null })
      for (const { id, customerId, why, missing } of wanted) if (missing < 0) takeBack(customerId, id, why, -missing)
      await write()
    },
  }

  /** Its own lots first, then the oldest; no more than is there. */
  function takeBack(customerId: number, entryId: number, why: PointCause, most: number): void {
    const { lots } = accountOf(customerId)
    let toTake = most
    const own = lots.filter((lot) => lot.entryId === entryId)
    for (const lot of [...own, ...lots.filter((one) => !own.includes(one))]) {
      const points = Math.min(lot.left, toTake)
      if (points === 0) break
      put(customerId, { on: today, points: -points, why, entryId, lotId: lot.id, note: null })
      toTake -= points
    }
  }
}

/**
 * Brings accounts to what the purchases of customers come to (SPEC 8): lapsed lots are written, what was earned is
 * added as of the purchase's day and what comes back as of the book's, what is too much is taken as far as points are
 * there; the rest is a shortfall that later earnings fill.
 */
export async function settlePoints(
  db: Db,
  book: Pick<Book, 'today' | 'policy' | 'currency'>,
  change: Change,
  customerIds: readonly (number | null)[],
): Promise<void> {
  const ids = [...new Set(customerIds)].filter((id): id is number => id !== null)
  if (ids.length === 0 || !(await isAnyPoints(db, book.policy))) return
  const rewards = await standingRewards(db, ids)
  const others = rewards.map(({ customerId }) => customerId).filter((id) => !ids.includes(id))
  const writer = await pointsWriter(db, book, change, [...new Set([...ids, ...others])])
  await writer.settle(others.length === 0 ? rewards : undefined)
}

/** Whether the shop has to do with points at all. */
export async function isAnyPoints(db: Db, policy: Book['policy']): Promise<boolean> {
  if (policy['points.earnPer'] > 0) return true
  return (await db.selectFrom('point_entry').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Throws points.overdrawn where a customer has had more points taken than there were: an undo may not end so. */
export async function refuseOverdrawnPoints(db: Db): Promise<void> {
  for (const [customerId, entries] of await readPointEntries(db, '9999-12-31'))
    if (replayPoints(entries, '9999-12-31', null).overdrawn) throw new LedgerError('points.overdrawn', { customerId })
}
