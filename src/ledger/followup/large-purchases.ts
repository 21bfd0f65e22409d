import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import { addDays, type Day } from '../day.ts'
import type { Minor } from '../money.ts'
import { quantile } from '../quantile.ts'
import { spanOf } from '../standing/read-standings.ts'
import type { FullRefund } from '../standing/refunded-in-full.ts'

/**
 * What a large purchase is and who made one, worked out while standings are read: a query of its own would cost half as
 * much again.
 */
export interface LargePurchases {
  /** The amounts of a customer in the window with commas, and the highest since the day. */
  read(customerId: number, amounts: string | null, best: Minor | null): void
  /**
   * What a large purchase is: `due.thanks.minAmount`, else the 90th percentile of the counted purchases
   * of the window, walk-ins aside. Minor units, not rounded; null when there is none.
   */
  least(): number | null
  /** The purchases of customers refunded in full up to the day, by id: they count nowhere. */
  readonly refunded: ReadonlySet<number>
  /** Who made a purchase of so much, counted or not, in the last days that thanks or after-sale still look at. */
  buyersOf(least: number): number[]
}

/** The first of the last days, in which a large purchase is still looked at. */
export function largeSince({ today, policy }: Pick<Book, 'today' | 'policy'>): Day {
  return addDays(today, -Math.max(policy['due.thanks.until'], policy['due.after-sale.until']))
}

/** `refunded` are those refunded in full up to the day. */
export function makeLargePurchases(
  book: Pick<Book, 'today' | 'policy'>,
  refunded: readonly FullRefund[],
): LargePurchases {
  const { policy } = book
  const { from } = spanOf(book)
  const fixed = policy['due.thanks.minAmount']
  const without = new Map<Minor, number>()
  for (const { on, amount } of refunded) if (on >= from) without.set(amount, (without.get(amount) ?? 0) + 1)
  const amounts = new AmountList(without)
  const highest = new Map<number, Minor>()
  return {
    refunded: new Set(refunded.map(({ id }) => id)),
    read(customerId, text, best) {
      if (text !== null && fixed === null) amounts.add(text)
      if (best !== null) highest.set(customerId, best)
    },
    least: () => fixed ?? amounts.percentile90(),
    buyersOf: (least) => [...highest].flatMap(([id, best]) => (best >= least ? [id] : [])),
  }
}

const comma = 44

/** Hundreds of thousands of amounts, read from texts digit by digit, without a text or an object for each. */
class AmountList {
  private room = new Float64Array(1024)
  private count = 0
  private readonly without: Map<Minor, number>

  /** So many of each amount are left out. */
  constructor(without: Map<Minor, number>) {
    this.without = without
  }

  add(text: string): void {
    for (let at = 0; at < text.length; at++) {
      let amount = 0
      for (let code = text.charCodeAt(at); at < text.length && code !== comma; code = text.charCodeAt(++at))
        amount = amount * 10 + code - 48
      this.push(amount)
    }
  }

  private push(amount: Minor): void {
    const out = this.without.size === 0 ? 0 : (this.without.get(amount) ?? 0)
    if (out > 0) {
      this.without.set(amount, out - 1)
      return
    }
    if (this.count === this.room.length) {
      const larger = new Float64Array(2 * this.count)
      larger.set(this.room)
      this.room = larger
    }
    this.room[this.count++] = amount
  }

  /** Null of none. */
  percentile90(): number | null {
    if (this.count === 0) return null
    const sorted = this.room.subarray(0, this.count).sort()
    return quantile(9, 10, this.count, (place) => sorted[place] as number)
  }
}

export interface LargePurchaseRow {
  readonly on: Day
  readonly amount: Minor
  readonly item: string | null
  readonly linked: boolean
}

/** Every purchase of so much up to the day, oldest first, of those who made one in the last days. */
export async function readLargePurchaseRows(
  db: Db,
  day: Day,
  least: number,
  { refunded, buyersOf }: LargePurchases,
): Promise<Map<number, LargePurchaseRow[]>> {
  const rows = await db
    .selectFrom('entry')
    .select(['id', 'customer_id', 'on', 'amount', 'item', 'payer_linked'])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', day)
    .where('amount', '>=', Math.ceil(least))
    // For a visit of a pass nothing was paid.
    .where('pass_of', 'is', null)
    .where('customer_id', 'in', buyersOf(least))
    .orderBy('on')
    .orderBy('id')
    .execute()
  const byCustomer = new Map<number, LargePurchaseRow[]>()
  for (const { id, customer_id, on, amount, item, payer_linked } of rows) {
    if (refunded.has(id)) continue
    const large = { on, amount, item, linked: payer_linked === 1 }
    const own = byCustomer.get(customer_id as number)
    if (own) own.push(large)
    else byCustomer.set(customer_id as number, [large])
  }
  return byCustomer
}
