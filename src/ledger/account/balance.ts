import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import type { Day } from '../day.ts'
import type { Minor } from '../money.ts'

/**
 * What each customer owes on a day (positive) or has in credit (negative): the sum of `owed` over their entries up to
 * it. Customers at 0 are absent.
 */
export async function balancesOf(db: Db, day: Day, only?: readonly number[]): Promise<Map<number, Minor>> {
  if (only?.length === 0) return new Map()
  const rows = await db
    .selectFrom('entry')
    .select(['customer_id', sql<number>`sum(owed)`.as('balance')])
    .where('void', '=', 0)
    .where('owed', '<>', 0)
    .where('on', '<=', day)
    .where('customer_id', 'is not', null)
    .$if(only !== undefined, (query) => query.where('customer_id', 'in', only ?? []))
    .groupBy('customer_id')
    .execute()
  return new Map(
    rows.flatMap(({ customer_id, balance }) => (customer_id === null || balance === 0 ? [] : [[customer_id, balance]])),
  )
}

/** One customer's balance on a day; 0 when nothing moved it. */
export async function balanceOf(db: Db, day: Day, customerId: number): Promise<Minor> {
  return (await balancesOf(db, day, [customerId])).get(customerId) ?? 0
}
