import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import type { Day } from '../day.ts'
import { decimal } from '../money.ts'

/** What was bought in the shop on a day: everybody's purchases, and of them the customers' who have a name. */
export interface Takings {
  readonly on: Day
  readonly count: number
  readonly sum: string
  readonly regularsCount: number
  readonly regularsSum: string
}

/** Of a day, void purchases aside, refunds not taken off. Money in decimals. */
export async function takingsOf(db: Db, on: Day, currency: string): Promise<Takings> {
  const row = await db
    .selectFrom('entry')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      sql<number>`coalesce(sum(amount), 0)`.as('sum'),
      fn.count<number>('customer_id').as('regularsCount'),
      sql<number>`coalesce(sum(amount) filter (where customer_id is not null), 0)`.as('regularsSum'),
    ])
    .where('kind', '=', 'purchase')
    .where('on', '=', on)
    .where('void', '=', 0)
    .executeTakeFirstOrThrow()
  return {
    on,
    count: row.count,
    sum: decimal(row.sum, currency),
    regularsCount: row.regularsCount,
    regularsSum: decimal(row.regularsSum, currency),
  }
}
