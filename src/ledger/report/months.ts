import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { isAmong } from '../../store/lists.ts'
import type { Book } from '../book/book.ts'
import { addDays, type Day, daysBetween } from '../day.ts'
import { decimal, type Minor } from '../money.ts'
import { monthsOf, type Period } from '../period.ts'
import { refundedInFull } from '../standing/refunded-in-full.ts'

/** What came in during a calendar month, or the part of one the period holds; or on a day. Money in decimals. */
export interface MonthRow {
  /** `2026-11`, or the day. */
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

/** Whether the rows are days: where all there is to tell lies within one month, they are. */
export function isByDay(rows: readonly MonthRow[]): boolean {
  return rows.some(({ month }) => month.length > '2026-11'.length)
}

/**
 * The till month by month, from the first there is in the ledger, or day by day where all of it lies within one month:
 * a row for each, also for one in which nothing happened. Everybody's money, archived customers' too, or that of the
 * customers asked for alone, walk-ins then left out.
 */
export async function readMonths(
  book: Pick<Book, 'db' | 'currency'>,
  period: Period,
  only?: ReadonlySet<number>,
): Promise<MonthRow[]> {
  const { db, currency } = book
  const ids = only && [...only]
  const first = await firstEntryOn(db)
  const begun = first === null || first <= period.from ? period.from : first
  const { from, to } = { from: begun > period.to ? period.to : begun, to: period.to }
  const byDay = from.slice(0, 7) === to.slice(0, 7)
  const part = byDay ? sql<string>`"on"` : sql<string>`substr("on", 1, 7)`
  const [bought, given] = await Promise.all([
    readBought(db, { from, to }, ids, part),
    readGivenBack(db, { from, to }, ids, part),
  ])
  const money = (amount: Minor | undefined) => decimal(amount ?? 0, currency)
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at))
  return (byDay ? days : monthsOf({ from, to })).map((month) => {
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

async function firstEntryOn(db: Db): Promise<Day | null> {
  const first = await db
    .selectFrom('entry')
    .select(({ fn }) => fn.min('on').as('on'))
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .executeTakeFirst()
  return first?.on ?? null
}

async function readBought(
  db: Db,
  { from, to }: Period,
  ids: readonly number[] | undefined,
  monthOf: RawBuilder<string>,
) {
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
  monthOf: RawBuilder<string>,
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
