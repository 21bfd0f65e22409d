import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../store/open.ts'
import type { Day } from '../day.ts'
import type { Minor } from '../money.ts'

/** The first purchase day of each customer from `from` on, and what was bought on it, as if nothing had ever been refunded. */
export async function readFirstDays(db: Db, { day, from }: { day: Day; from: Day }): Promise<Map<number, { on: Day; amount: Minor }>> {
  const rows = await db
    .with('first', (cte) =>
      cte
        .selectFrom('entry')
        .select(({ fn }) => ['customer_id', fn.min('on').as('on')])
        .where('kind', '=', 'purchase')
        .where('void', '=', 0)
        .where('on', '<=', day)
        .where('on', '>=', from)
        .where('customer_id', 'is not', null)
        .groupBy('customer_id'),
    )
    .selectFrom('first')
    // Each customer's first day is looked up in the index: the other way round SQLite would read every purchase again.
    .innerJoin('entry', (join) => join.onRef('entry.customer_id', '=', 'first.customer_id').on(sql<SqlBool>`entry."on" = first."on"`))
    .select(({ fn }) => [sql<number>`first.customer_id`.as('id'), sql<Day>`first."on"`.as('on'), fn.sum<number>('entry.amount').as('amount')])
    .where('entry.kind', '=', 'purchase')
    .where('entry.void', '=', 0)
    .groupBy('first.customer_id')
    .execute()
  return new Map(rows.map(({ id, on, amount }) => [id, { on, amount }]))
}
