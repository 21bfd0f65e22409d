import type { Db } from '../../store/db.ts'
import { isAmong, type Only } from '../../store/lists.ts'
import type { Day } from '../day.ts'
import { isStaff } from '../standing/everyone.ts'
import type { Tier } from '../vocabulary.ts'

/** What classify last said of a customer. */
export interface StoredTier {
  readonly customerId: number
  readonly id: number
  readonly on: Day
  readonly tier: Tier
  readonly reason: string
}

/** The newest tier row of every customer, or of staff, up to a day; of several of one day, the one written last. */
export async function newestRows(db: Db, day: Day, only?: Only | 'staff'): Promise<Map<number, StoredTier>> {
  return new Map((await listNewestRows(db, day, only)).map((row) => [row.customerId, row]))
}

/** The same one after another: a Map of 200,000 takes 20 MB. */
export async function listNewestRows(db: Db, day: Day, only?: Only | 'staff'): Promise<StoredTier[]> {
  const query = db
    .selectFrom('tier')
    .select(['customer_id as customerId', 'id', 'on', 'tier', 'reason'])
    .where('on', '<=', day)
    .$if(only === 'staff', (query) => query.where(isStaff('customer_id')))
    .$if(only !== undefined && only !== 'staff', (query) => query.where(isAmong('customer_id', only as Only)))
    .orderBy('customer_id')
    .orderBy('on')
  const newest: StoredTier[] = []
  for (const row of (await query.execute()) as StoredTier[]) {
    const other = newest.at(-1)
    if (other?.customerId !== row.customerId) newest.push(row)
    else if (row.on > other.on || row.id > other.id) newest[newest.length - 1] = row
  }
  return newest
}
