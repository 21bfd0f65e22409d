import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import { type Day, type DayNumber, serial } from '../day.ts'
import { type PurchaseHistory, readPurchaseHistory } from '../standing/purchase-history.ts'
import { isCounted } from '../standing/row-by-row.ts'
import type { Scope } from '../standing/scope.ts'
import { readWithRefunds } from '../standing/sums.ts'
import { openedOn } from '../standing/who-bought.ts'
import { type Cohort, CohortTable, type DatedAmount } from './cohort-table.ts'

export interface Cohorts {
  readonly from: Day | null
  readonly to: Day
  /** The oldest first; a month that began none has no row. */
  readonly cohorts: readonly Cohort[]
  /**
   * Buyers whose visits before this ledger an old roster tells of: their first month is not known, and they are in no
   * cohort.
   */
  readonly earlier: number
}

/**
 * Cohorts up to the book's day, of those whose first counted purchase fell on `from` or later. One pass over the
 * purchases, unless those up to the book's day have been read; customers with refunds or returns are gone through row
 * by row.
 */
export async function readCohorts(
  { db, today, currency }: Pick<Book, 'db' | 'today' | 'currency'>,
  { from, only }: Scope,
  read?: PurchaseHistory,
): Promise<Cohorts> {
  const [{ opened, archived }, refunds, purchases] = await Promise.all([
    readSetApart(db, today),
    readWithRefunds(db, { day: today }, only && [...only]),
    read ?? readPurchaseHistory(db, today),
  ])
  const table = new CohortTable(today, from)
  const refunding = new Map(refunds.map((one) => [one.customerId, one]))
  const earlier = new Set<number>()
  const place = (customerId: number, bought: readonly DatedAmount[], returned: readonly DatedAmount[] = []) => {
    if (archived.has(customerId) || bought.length === 0) return
    if (opened.has(customerId)) earlier.add(customerId)
    else table.add(bought, returned)
  }
  for (const customerId of purchases.places.keys())
    if (!refunding.has(customerId) && (!only || only.has(customerId)))
      place(customerId, amountsOf(purchases, customerId))
  for (const { customerId, purchases, returns } of refunding.values()) {
    const counted = purchases.filter(isCounted)
    place(
      customerId,
      counted.map(({ on, amount, refunded }) => ({ on: serial(on), net: amount - refunded })),
      returns.map(({ on, amount }) => ({ on: serial(on), net: -amount })),
    )
  }
  return { from, to: today, cohorts: table.cohorts(currency), earlier: earlier.size }
}

/** A customer's purchases, refunds disregarded. */
function amountsOf({ places, days, amounts }: PurchaseHistory, customerId: number): DatedAmount[] {
  const bought: DatedAmount[] = []
  const [from, to] = places.get(customerId) ?? [0, 0]
  for (let place = from; place < to; place++)
    bought.push({ on: days[place] as DayNumber, net: amounts[place] as number })
  return bought
}

/** Who is archived or staff, and whose visits before a day an old roster tells of. */
async function readSetApart(db: Db, day: Day): Promise<{ archived: Set<number>; opened: Set<number> }> {
  const rows = await db
    .selectFrom('customer')
    .select(['id', 'archived', 'kind', openedOn(day).as('opened')])
    .where((where) =>
      where.or([where('archived', '=', 1), where('kind', '=', 'staff'), sql<SqlBool>`${openedOn(day)} = 1`]),
    )
    .execute()
  const those = (is: (row: (typeof rows)[number]) => boolean) => new Set(rows.filter(is).map(({ id }) => id))
  return {
    archived: those(({ archived, kind }) => archived === 1 || kind === 'staff'),
    opened: those(({ opened }) => opened === 1),
  }
}
