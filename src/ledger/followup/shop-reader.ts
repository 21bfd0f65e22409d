import type { Book } from '../book/book.ts'
import { type DayNumber, serial } from '../day.ts'
import { readStandings, shopGapOf } from '../standing/read-standings.ts'
import type { FullRefund } from '../standing/refunded-in-full.ts'
import { refundedInFull } from '../standing/refunded-in-full.ts'
import { readKeptGap } from '../standing/shop-gap.ts'
import type { Standing } from '../standing/standing.ts'
import type { AmountReader } from '../standing/sums.ts'
import { type LargePurchases, largeSince, makeLargePurchases } from './large-purchases.ts'
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

/** What is learnt of a shop, or of some customers, in the one pass that reads their standings. */
export interface ShopReading {
  readonly standings: ReadonlyMap<number, Standing>
  readonly large: LargePurchases
  readonly recent: RecentBuyers
  /** The purchases of customers refunded in full up to the day. */
  readonly refunded: readonly FullRefund[]
  /** Of the whole shop, if all of it was read. */
  measures(): ShopMeasures
}

/** Reads it as of the book's day: of everyone, or of some. */
export async function readShop(
  book: Pick<Book, 'db' | 'today' | 'policy'>,
  only?: readonly number[],
): Promise<ShopReading> {
  const { db, today, policy } = book
  const keeping = refundedInFull(db, today, { ofCustomers: true }).then((refunded) => ({
    refunded,
    large: makeLargePurchases(book, refunded),
    recent: new RecentBuyers(serial(today) - policy['due.welcome-back.until'], serial(today), refunded),
  }))
  const reader: AmountReader = {
    since: largeSince(book),
    reading: keeping.then(({ large, recent }) => (customerId, amounts, best, lastOn, days) => {
      large.read(customerId, amounts, best)
      recent.read(customerId, lastOn, days)
    }),
  }
  const [{ refunded, large, recent }, standings, kept] = await Promise.all([
    keeping,
    readStandings(book, only, reader),
    only ? null : readKeptGap(book),
  ])
  return {
    standings,
    large,
    recent,
    refunded,
    measures: () => ({
      gap: kept?.gap ?? shopGapOf(standings.values()),
      gapOn: (day) => recent.gapOn(day, standings),
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
