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

/** Rows read at a time: those of 200,000 customers at once take 60 MB more. */
const runLength = 10_000

/** The same one after another, in order of id: a Map of 200,000 takes 20 MB. */
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
  for (let [length, full] = [runLength, true]; full; ) {
    const last = newest.at(-1)?.customerId
    const run = (await query
      .$if(last !== undefined, (query) => query.where('customer_id', '>=', last as number))
      .limit(length)
      .execute()) as StoredTier[]
    for (const { customerId, id, on, tier, reason } of run) {
      const other = newest.at(-1)
      const row = { customerId, id, on, tier, reason }
      if (other?.customerId !== customerId) newest.push(row)
      else if (on > other.on || (on === other.on && id > other.id)) newest[newest.length - 1] = row
    }
    full = run.length === length
    // All were of the one it began with.
    if (newest.at(-1)?.customerId === last) length *= 2
  }
  return newest
}
