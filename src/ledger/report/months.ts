import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { isAmong } from '../../store/lists.ts'
import type { Book } from '../book/book.ts'
import { decimal, type Minor } from '../money.ts'
import { monthsOf, type Period } from '../period.ts'
import { refundedInFull } from '../standing/refunded-in-full.ts'

/** What came in during a calendar month, or the part of one the period holds. Money in decimals. */
export interface MonthRow {
  /** `2026-11` */
  readonly month: string
  /** What was bought, walk-in customers' too, before anything was given back; `walkIn` is their part of it. */
  readonly revenue: string
  /** What was given back in the month, whenever it had been bought. */
  readonly refunds: string
  /**
   * Counted purchases of customers with a name (neither void nor refunded in full up to the last day), and who made
   * them.
   */
  readonly purchases: number
  readonly buyers: number
  readonly walkIn: string
}

/**
 * The till month by month: a row for each month of the period, also for one in which nothing happened. Everybody's
 * money, archived
 * customers' too, or that of the customers asked for alone, walk-ins then left out.
 */
export async function readMonths(
  book: Pick<Book, 'db' | 'currency'>,
  { from, to }: Period,
  only?: ReadonlySet<number>,
): Promise<MonthRow[]> {
  const { db, currency } = book
  const ids = only && [...only]
  const [bought, given] = await Promise.all([readBought(db, { from, to }, ids), readGivenBack(db, { from, to }, ids)])
  const money = (amount: Minor | undefined) => decimal(amount ?? 0, currency)
  return monthsOf({ from, to }).map((month) => {
    const row = bought.get(month)
    return {
      month,
      revenue: money(row?.revenue),
      refunds: money(given.get(month)),
      purchases: row?.purchases ?? 0,
      buyers: row?.buyers ?? 0,
      walkIn: money(row?.walkIn),
    }
  })
}

const monthOf = sql<string>`substr("on", 1, 7)`

async function readBought(db: Db, { from, to }: Period, ids: readonly number[] | undefined) {
  const refunded = (await refundedInFull(db, to)).map(({ id }) => id)
  const counted =
    refunded.length === 0
      ? sql<number>`customer_id`
      : sql<number>`case when not (${isAmong('id', refunded)}) then customer_id end`
  let query = db
    .selectFrom('entry')
    .select(({ fn }) => [
      monthOf.as('month'),
      fn.sum<number>('amount').as('revenue'),
      sql<number>`coalesce(sum(amount) filter (where customer_id is null), 0)`.as('walkIn'),
      sql<number>`count(${counted})`.as('purchases'),
      sql<number>`count(distinct ${counted})`.as('buyers'),
    ])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '>=', from)
    .where('on', '<=', to)
    .groupBy(monthOf)
  if (ids) query = query.where(isAmong('customer_id', ids))
  return new Map((await query.execute()).map((row) => [row.month, row]))
}

async function readGivenBack(
  db: Db,
  { from, to }: Period,
  ids: readonly number[] | undefined,
): Promise<Map<string, Minor>> {
  let query = db
    .selectFrom('entry')
    .select(({ fn }) => [monthOf.as('month'), fn.sum<number>('amount').as('amount')])
    .where('kind', '=', 'refund')
    .where(sql<SqlBool>`kind <> 'purchase'`)
    .where('void', '=', 0)
    .where('on', '>=', from)
    .where('on', '<=', to)
    .groupBy(monthOf)
  if (ids) query = query.where(isAmong('customer_id', ids))
  return new Map((await query.execute()).map((row) => [row.month, row.amount]))
}
