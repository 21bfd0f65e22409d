import type { Db } from '../../store/db.ts'
import { engineOf } from '../../store/engine.ts'
import type { Book } from '../book/book.ts'
import { addDays, type Day } from '../day.ts'
import { GapCounts } from './gap-counts.ts'
import { PurchaseSums } from './purchase-sums.ts'
import { readPurchases } from './purchases.ts'
import { beginning } from './standing.ts'
import { readTakenOff, type TakenOff } from './taken-off.ts'

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

/** Whether enough customers have a gap of their own for the shop's to be kept. */
export const isWorthKeeping = (gaps: GapCounts) => gaps.total >= fewest

/** The shop's gap as of a day, from the days of every purchase. */
export async function workOutShopGap(db: Db, day: Day): Promise<number> {
  return workOutFrom(db, day, await beginWorkingOut(db, day))
}

const beginWorkingOut = (db: Db, day: Day) => readTakenOff(db, { ...wholeTime, day })

const wholeTime = { from: beginning, margin: 1 }

async function workOutFrom(db: Db, day: Day, taken: ReadonlyMap<number, TakenOff>): Promise<number> {
  const bought = await readPurchases(db, day)
  const sums = new PurchaseSums(bought, wholeTime)
  const gaps = new GapCounts()
  for (const [customerId, place] of bought.places) gaps.add(sums.take(place, taken.get(customerId)).gap, 1)
  return gaps.median()
}
