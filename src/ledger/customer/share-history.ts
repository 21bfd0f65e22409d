import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import type { Change } from '../book/change/record.ts'
import type { Day } from '../day.ts'

/** What share of what they need a customer bought here, in percent, as it was noted on a day. */
export interface NotedShare {
  readonly on: Day
  readonly share: number
}

/** Notes the day on which shares changed that now stand in customers' rows: of everybody, or of one. */
export async function noteShares(db: Db, change: Change, on: Day, customerId?: number): Promise<void> {
  const newest = sql<
    number | null
  >`(select share from wallet_share n where n.customer_id = customer.id order by "on" desc, id desc limit 1)`
  const changed = await db
    .selectFrom('customer')
    .select(['id', 'wallet_share'])
    .where('wallet_share', 'is not', null)
    .where(sql<boolean>`wallet_share is distinct from ${newest}`)
    .$if(customerId !== undefined, (query) => query.where('id', '=', customerId ?? 0))
    .execute()
  if (changed.length === 0) return
  const first = change.number('wallet_share', changed.length)
  const rows = changed.map(({ id, wallet_share }, at) => ({
    id: first + at,
    customer_id: id,
    on,
    share: wallet_share ?? 0,
    change_id: change.id,
  }))
  for (let from = 0; from < rows.length; from += 1000)
    await db
      .insertInto('wallet_share')
      .values(rows.slice(from, from + 1000))
      .execute()
}

/** What was noted up to a day, oldest first. */
export async function readShares(db: Db, day: Day, customerId: number): Promise<NotedShare[]> {
  return db
    .selectFrom('wallet_share')
    .select(['on', 'share'])
    .where('customer_id', '=', customerId)
    .where('on', '<=', day)
    .orderBy('on')
    .orderBy('id')
    .execute()
}
