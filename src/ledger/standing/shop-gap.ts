import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { engineOf } from '../../store/engine.ts'
import type { Book } from '../book/book.ts'
import { addDays, type Day } from '../day.ts'
import { makeGapReader, without } from './day-text.ts'
import { GapCounts } from './gap-counts.ts'
import { refundedInFull } from './refunded-in-full.ts'

/** The shop's gap as classify found it, and of which day. */
export interface KeptGap {
  readonly gap: number
  readonly on: Day
}

/** What is kept is believed for so many days. */
const keptFor = 30
/** The gaps of fewer customers say little of a shop, and are soon worked out. */
const fewest = 10

/**
 * The shop's gap for what is shown of customers (SPEC 6): the newest one that classify kept, of the book's day or at
 * most 30 days before it; where there is none it is worked out.
 */
export async function readShopGap(book: Pick<Book, 'db' | 'today'>): Promise<number> {
  return (await readKeptGap(book))?.gap ?? (await workOutShopGap(book.db, book.today))
}

/**
 * The same when it turns out to be needed. Of a ledger that is away what it takes is asked at once, but for what is
 * a pass over everybody.
 */
export function askShopGap(book: Pick<Book, 'db' | 'today'>): () => Promise<number> {
  if (!engineOf(book.db).away) return () => readShopGap(book)
  const asked = Promise.all([readKeptGap(book), beginWorkingOut(book.db, book.today)])
  asked.catch(() => {})
  return async () => {
    const [kept, begun] = await asked
    return kept?.gap ?? workOutFrom(book.db, book.today, begun)
  }
}

/** The shop's gap as the newest classification kept it, where it still holds on the book's day; else null. */
export async function readKeptGap({ db, today }: Pick<Book, 'db' | 'today'>): Promise<KeptGap | null> {
  const kept = await db
    .selectFrom('classification')
    .select(['shop_gap as gap', 'on'])
    .where('shop_gap', 'is not', null)
    .where('on', '<=', today)
    .where('on', '>=', addDays(today, -keptFor))
    .orderBy('on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return kept ? { gap: kept.gap as number, on: kept.on } : null
}

/** What the shop's gap is made of: each customer's own, one after another; staff are passed over. */
export interface ShopGapReader {
  add(customerId: number, gap: number | null): void
  shopGap(): number
  /** Whether enough customers have a gap of their own for it to be kept. */
  readonly worthKeeping: boolean
}

export async function readsShopGap(db: Db): Promise<ShopGapReader> {
  const people = await db.selectFrom('customer').select('id').where('kind', '=', 'staff').execute()
  const staff = new Set(people.map(({ id }) => id))
  const counts = new GapCounts()
  return {
    add(customerId, gap) {
      if (!staff.has(customerId)) counts.add(gap, 1)
    },
    shopGap: () => counts.median(),
    get worthKeeping() {
      return counts.total >= fewest
    },
  }
}

/** Customers are read a run of ids at a time: the days of 200,000 of them are a text of 20 MB. */
const runLength = 2_000

/** The shop's gap as of a day, from the days of every purchase. */
export async function workOutShopGap(db: Db, day: Day): Promise<number> {
  return workOutFrom(db, day, await beginWorkingOut(db, day))
}

const beginWorkingOut = (db: Db, day: Day) =>
  Promise.all([
    readsShopGap(db),
    refundedInFull(db, day),
    db
      .selectFrom('customer')
      .select(({ fn }) => fn.max('id').as('newest'))
      .executeTakeFirstOrThrow(),
  ])

async function workOutFrom(
  db: Db,
  day: Day,
  [reader, refunded, { newest }]: Awaited<ReturnType<typeof beginWorkingOut>>,
): Promise<number> {
  const gone = Map.groupBy(refunded, ({ customerId }) => customerId)
  const gapOf = makeGapReader()
  for (let first = 1; first <= (newest ?? 0); first += runLength) {
    const rows = await db
      .selectFrom('entry')
      .select(['customer_id', sql<string>`string_agg("on", '')`.as('days')])
      .where('kind', '=', 'purchase')
      .where('void', '=', 0)
      .where('on', '<=', day)
      .where((where) => where.between('customer_id', first, first + runLength - 1))
      .groupBy('customer_id')
      // Fewer days have no gap.
      .having(sql<SqlBool>`count(*) > 2`)
      .execute()
    for (const { customer_id, days } of rows)
      reader.add(customer_id as number, gapOf(without(days, gone.get(customer_id)?.map(({ on }) => on) ?? [])))
  }
  return reader.shopGap()
}
