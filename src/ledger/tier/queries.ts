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

/** The newest tier row of some customers, or of staff, up to a day; of several of one day, the one written last. */
export async function newestRows(db: Db, day: Day, only: Only | 'staff'): Promise<Map<number, StoredTier>> {
  const rows = await db
    .selectFrom('tier')
    .select(['customer_id as customerId', 'id', 'on', 'tier', 'reason'])
    .where('on', '<=', day)
    .$if(only === 'staff', (query) => query.where(isStaff('customer_id')))
    .$if(only !== 'staff', (query) => query.where(isAmong('customer_id', only as Only)))
    .orderBy('customer_id')
    .orderBy('on')
    .orderBy('id')
    .execute()
  return new Map((rows as StoredTier[]).map((row) => [row.customerId, row]))
}
