import type { Book } from '../book/book.ts'
import { type DayNumber, serial } from '../day.ts'
import { historyOf, type PurchaseHistory } from '../standing/purchase-history.ts'
import { readPurchases } from '../standing/purchases.ts'
import { shopGapOf, spanOf } from '../standing/read-standings.ts'
import { type FullRefund, inFull, readRefunds } from '../standing/refunded-in-full.ts'
import { readKeptGap } from '../standing/shop-gap.ts'
import { takenOff } from '../standing/taken-off.ts'
import { type Buyers, buyersOf } from './buyers.ts'
import { type BoughtBy, itemsAmong } from './history/bought-items.ts'
import { type LargeMeasures, measureLarge } from './large-purchases.ts'
import { RecentBuyers } from './recent-buyers.ts'

/**
 * What is the same for every customer and costly to work out: the shop's gap, today and on the days before, and what a
 * large purchase is.
 */
export interface ShopMeasures {
  readonly gap: number
  gapOn(day: DayNumber): number
  readonly large: number | null
}

/** What is learnt of a shop, or of some customers, in one pass over their purchases. */
export interface ShopReading {
  readonly buyers: Buyers
  readonly large: LargeMeasures
  readonly recent: RecentBuyers
  readonly history: PurchaseHistory
  /** The purchases of customers refunded in full up to the day. */
  readonly refunded: readonly FullRefund[]
  /** What customers bought; null where it has to be read of those it is asked for. */
  readonly items: BoughtBy | null
  /** Of the whole shop, if all of it was read. */
  measures(): ShopMeasures
}

/** Reads it as of the book's day: of everyone, or of some. */
export async function readShop(
  book: Pick<Book, 'db' | 'today' | 'policy'>,
  only?: readonly number[],
): Promise<ShopReading> {
  const { db, today, policy } = book
  const span = spanOf(book)
  const [refunds, bought, kept] = await Promise.all([
    readRefunds(db, today, only),
    readPurchases(db, today, { costs: true, items: policy['due.restock.on'] }, only),
    only ? null : readKeptGap(book),
  ])
  const refunded = inFull(refunds)
  const buyers = buyersOf(bought, takenOff(refunds, span), span)
  const history = historyOf({ ...bought, costs: null, items: null }, refunded)
  const large = measureLarge(book, history)
  const recent = new RecentBuyers(serial(today) - policy['due.welcome-back.until'], serial(today), history, refunded)
  return {
    buyers,
    large,
    recent,
    history,
    refunded,
    items: bought.items && itemsAmong({ ...bought, ...bought.items }, refunded),
    measures: () => ({
      gap: kept?.gap ?? shopGapOf(buyers.values()),
      gapOn: (day) => recent.gapOn(day, buyers),
      large: large.least(),
    }),
  }
}

/**
 * Measures the shop as far as somebody's facts need it: nothing, its gap, or all of it. Of all, every purchase is read,
 * once however often it is asked.
 */
export type ShopReader = (needed: 'nothing' | 'gap' | 'all') => Promise<ShopMeasures>

/** One for the book's day: what it has measured it keeps. */
export function measureShop(book: Pick<Book, 'db' | 'today' | 'policy'>): ShopReader {
  let whole: Promise<ShopMeasures> | undefined
  return async (needed) => {
    if (needed === 'nothing') return unmeasured
    const kept = needed === 'gap' ? await readKeptGap(book) : null
    if (kept) return { ...unmeasured, gap: kept.gap }
    whole ??= readShop(book).then((shop) => shop.measures())
    return whole
  }
}

/** For those whom neither the shop's gap nor its large purchases concern. */
export const unmeasured: ShopMeasures = { gap: 30, gapOn: () => 30, large: null }
