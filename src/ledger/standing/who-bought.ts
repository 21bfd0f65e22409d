import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { isAmong, type Only } from '../../store/lists.ts'
import type { Day } from '../day.ts'
import { arePicked } from './everyone.ts'
import { isCounted } from './row-by-row.ts'
import { readWithRefunds } from './sums.ts'

/** Everyone with a counted purchase up to a day, or, unless `roster` is false, with visits of an old roster. */
export async function whoBought(db: Db, day: Day, only?: Only, { roster = true } = {}): Promise<Set<number>> {
  const purchase = sql<SqlBool>`exists (select 1 from entry where customer_id = customer.id and "on" <= ${day}
    and kind = 'purchase' and void = 0)`
  const opening = roster ? openedOn(day) : sql<number>`0`
  const query = db
    .selectFrom('customer')
    .select(['id', opening.as('before')])
    .where((where) => where.or([sql<SqlBool>`${opening} = 1`, purchase]))
    .$if(only !== undefined, (query) => query.where(isAmong('id', only ?? [])))
    .$if(!arePicked(only), (query) => query.where('kind', '<>', 'staff'))
  const [rows, refunding] = await Promise.all([query.execute(), readWithRefunds(db, { day }, only)])
  const bought = new Set(rows.map(({ id }) => id))
  const before = new Set(rows.filter((row) => row.before === 1).map(({ id }) => id))
  for (const { customerId, purchases } of refunding) {
    if (!before.has(customerId) && !purchases.some(isCounted)) bought.delete(customerId)
  }
  return bought
}

/** 1 where an old roster tells of visits before the day: they are a buyer of earlier days. */
export function openedOn(day: Day) {
  return sql<number>`case when coalesce(opening_visits, case when opening_last_on is null then 0 else 1 end) > 0
    and coalesce(opening_last_on, '') <= ${day} then 1 else 0 end`
}
