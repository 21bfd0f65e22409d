import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../store/open.ts'
import type { Day } from '../day.ts'
import { isAmong, type Only, readRefunding } from '../standing/queries.ts'
import { isCounted } from '../standing/tally.ts'
import type { Tier } from './method.ts'

/** What classify last said of a customer. */
export interface TierRow {
  readonly customerId: number
  readonly id: number
  readonly on: Day
  readonly tier: Tier
  readonly reason: string
}

/** The newest tier row of every customer up to a day; of several of one day, the one written last. */
export async function newestRows(db: Db, day: Day, only?: Only): Promise<Map<number, TierRow>> {
  let query = db
    .selectFrom('tier')
    .select(['customer_id as customerId', 'id', 'on', 'tier', 'reason'])
    .where('on', '<=', day)
    .orderBy('customer_id')
    .orderBy('on')
  if (only) query = query.where(isAmong('customer_id', only))
  const newest = new Map<number, TierRow>()
  for (const row of (await query.execute()) as TierRow[]) {
    const other = newest.get(row.customerId)
    if (!other || row.on > other.on || row.id > other.id) newest.set(row.customerId, row)
  }
  return newest
}

/** Everyone with a counted purchase up to a day, or, unless `roster` is false, with visits of an old roster. */
export async function whoBought(db: Db, day: Day, only?: Only, { roster = true } = {}): Promise<Set<number>> {
  const purchase = sql<SqlBool>`exists (select 1 from entry where customer_id = customer.id and "on" <= ${day} and kind = 'purchase' and void = 0)`
  const opening = roster ? openedOn(day) : sql<number>`0`
  let query = db
    .selectFrom('customer')
    .select(['id', opening.as('before')])
    .where((where) => where.or([sql<SqlBool>`${opening}`, purchase]))
  if (only) query = query.where(isAmong('id', only))
  const rows = await query.execute()
  const bought = new Set(rows.map(({ id }) => id))
  const before = new Set(rows.filter((row) => row.before === 1).map(({ id }) => id))
  for (const { customerId, purchases } of await readRefunding(db, { day }, only)) {
    if (!before.has(customerId) && !purchases.some(isCounted)) bought.delete(customerId)
  }
  return bought
}

/** 1 where an old roster tells of visits before the day: they are a buyer of earlier days. */
export function openedOn(day: Day) {
  return sql<number>`(coalesce(opening_visits, opening_last_on is not null) > 0 and coalesce(opening_last_on <= ${day}, 1))`
}

export async function namesOf(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('customer').select(['id', 'name']).where(isAmong('id', ids)).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
