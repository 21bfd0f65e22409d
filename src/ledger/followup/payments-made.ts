import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import type { Day } from '../day.ts'

/** What customers paid up to a day: not what they were handed back, nor what the shop gave them for a referral. */
export function paymentsMade(db: Db, to: Day) {
  return (
    db
      .selectFrom('entry')
      .where('kind', '=', 'payment')
      // The condition of the small index, word for word, or SQLite reads every purchase.
      .where(sql<SqlBool>`kind <> 'purchase'`)
      .where('outgoing', '=', 0)
      .where('reward_of', 'is', null)
      .where('void', '=', 0)
      .where('on', '<=', to)
      .where('customer_id', 'is not', null)
  )
}
