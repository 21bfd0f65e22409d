import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../store/open.ts'
import type { Day } from '../day.ts'
import { isAmong, type Only } from '../standing/queries.ts'
import { openedOn } from '../tier/queries.ts'

/**
 * Each customer's purchases up to a day, refunds disregarded, as one text: `2026-11-03500 2026-11-2112800` is 5.00 and 128.00. A group by
 * customer and month takes 3-6 x the bare GROUP BY on 2,000,000 purchases, this 1-2 x and the reading of it as much again.
 */
export async function readHistories(db: Db, day: Day, only?: Only): Promise<{ customerId: number; text: string }[]> {
  let query = db
    .selectFrom('entry')
    .select(['customer_id', sql<string>`group_concat("on" || amount, ' ')`.as('text')])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', day)
    .where('customer_id', 'is not', null)
    .groupBy('customer_id')
  if (only) query = query.where(isAmong('customer_id', only))
  return (await query.execute()).map(({ customer_id, text }) => ({ customerId: customer_id as number, text }))
}

/** Who is archived, and whose visits before a day an old roster tells of. */
export async function readSetApart(db: Db, day: Day): Promise<{ archived: Set<number>; opened: Set<number> }> {
  const rows = await db
    .selectFrom('customer')
    .select(['id', 'archived', openedOn(day).as('opened')])
    .where((where) => where.or([where('archived', '=', 1), sql<SqlBool>`${openedOn(day)}`]))
    .execute()
  const those = (is: (row: (typeof rows)[number]) => boolean) => new Set(rows.filter(is).map(({ id }) => id))
  return { archived: those(({ archived }) => archived === 1), opened: those(({ opened }) => opened === 1) }
}
