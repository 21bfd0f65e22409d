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
  const query = db
    .selectFrom('tier')
    .select(['customer_id as customerId', 'id', 'on', 'tier', 'reason'])
    .where('on', '<=', day)
    .$if(only === 'staff', (query) => query.where(isStaff('customer_id')))
    .$if(only !== undefined && only !== 'staff', (query) => query.where(isAmong('customer_id', only as Only)))
    .orderBy('customer_id')
    .orderBy('on')
  const newest = new Map<number, StoredTier>()
  for (const row of (await query.execute()) as StoredTier[]) {
    const other = newest.get(row.customerId)
    if (!other || row.on > other.on || row.id > other.id) newest.set(row.customerId, row)
  }
  return newest
}
