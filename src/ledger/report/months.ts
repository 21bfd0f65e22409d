import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { isAmong } from '../../store/lists.ts'
import type { Book } from '../book/book.ts'
import { addDays, type Day, type DayNumber, daySerial, daysBetween, serial } from '../day.ts'
import { decimal, type Minor } from '../money.ts'
import { monthsOf, type Period } from '../period.ts'
import { isStaff } from '../standing/everyone.ts'
import { isRefundedBy, type PurchaseHistory, readPurchaseHistory } from '../standing/purchase-history.ts'
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
 * customers asked for alone, walk-ins then left out. `purchases` up to the last day where they have been read.
 */
export async function readMonths(
  book: Pick<Book, 'db' | 'currency'>,
  period: Period,
  only?: ReadonlySet<number>,
  read?: PurchaseHistory,
): Promise<MonthRow[]> {
  const { db, currency } = book
  const ids = only && [...only]
  const purchases = read ?? (await readPurchaseHistory(db, period.to))
  const first = await firstEntryOn(db, purchases, period.to)
  const begun = first === null || first <= period.from ? period.from : first
  const { from, to } = { from: begun > period.to ? period.to : begun, to: period.to }
  const byDay = from.slice(0, 7) === to.slice(0, 7)
  const part = byDay ? sql<string>`"on"` : sql<string>`substr("on", 1, 7)`
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at))
  const months = byDay ? days : monthsOf({ from, to })
  const [beside, given] = await Promise.all([
    readBeside(db, { from, to }, ids, part),
    readGivenBack(db, { from, to }, ids, part),
  ])
  const monthAt = days.map((day) => months.indexOf(byDay ? day : day.slice(0, 7)))
  const bought = sumsOf(purchases, { from: serial(from), to: serial(to) }, monthAt, only)
  const money = (amount: Minor | undefined) => decimal(amount ?? 0, currency)
  return months.map((month, at) => {
    const [row, other] = [bought[at] as BoughtSums, beside.get(month)]
    return {
      month,
      revenue: money(row.revenue + (other?.revenue ?? 0)),
      refunds: money(given.get(month)),
      purchases: row.purchases + (other?.purchases ?? 0),
      buyers: row.buyers + (other?.buyers ?? 0),
      walkIn: money(other?.walkIn),
    }
  })
}

/** The first day anything was bought on, even if it is after the last day of those that have been read. */
async function firstEntryOn(db: Db, { places, days }: PurchaseHistory, to: Day): Promise<Day | null> {
  const made = db
    .selectFrom('entry')
    .select(({ fn }) => fn.min('on').as('on'))
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
  const others = await made.where(isBeside).executeTakeFirst()
  let first = others?.on == null ? Number.POSITIVE_INFINITY : serial(others.on)
  for (const [from] of places.values()) first = Math.min(first, days[from] as DayNumber)
  if (first <= serial(to)) return daySerial(first)
  return (await made.executeTakeFirst())?.on ?? null
}

interface BoughtSums {
  revenue: Minor
  purchases: number
  buyers: number
}

/** What those bought between two days who are in the history, by the month of each day. */
function sumsOf(
  history: PurchaseHistory,
  { from, to }: { readonly from: DayNumber; readonly to: DayNumber },
  monthAt: readonly number[],
  only: ReadonlySet<number> | undefined,
): BoughtSums[] {
  const { places, days, amounts } = history
  const sums = Array.from({ length: (monthAt.at(-1) ?? 0) + 1 }, () => ({ revenue: 0, purchases: 0, buyers: 0 }))
  for (const [id, [begin, end]] of places) {
    if (only && !only.has(id)) continue
    let seen: BoughtSums | undefined
    for (let place = end - 1; place >= begin && (days[place] as number) >= from; place--) {
      const sum = sums[monthAt[(days[place] as number) - from] ?? -1]
      if (!sum) continue
      sum.revenue += amounts[place] as Minor
      if (isRefundedBy(to, history, place)) continue
      sum.purchases++
      if (sum !== seen) sum.buyers++
      seen = sum
    }
  }
  return sums
}

/** Of purchases the history does not hold: walk-ins', and those of staff. */
const isBeside = sql<SqlBool>`(customer_id is null or ${isStaff('customer_id')})`

async function readBeside(
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
    .where(isBeside)
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
