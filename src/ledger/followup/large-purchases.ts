import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { rowsOf } from '../../store/lists.ts'
import type { Book } from '../book/book.ts'
import { type Day, type DayNumber, daySerial, serial } from '../day.ts'
import type { Minor } from '../money.ts'
import { nthSmallest, quantile } from '../quantile.ts'
import type { Purchases } from '../standing/purchases.ts'
import { spanOf } from '../standing/read-standings.ts'
import type { FullRefund } from '../standing/refunded-in-full.ts'
import { firstSince } from './buyers.ts'

/** What a large purchase is and who made one. */
export interface LargePurchases {
  /**
   * What a large purchase is: `due.thanks.minAmount`, else the 90th percentile of the counted purchases
   * of the window, walk-ins aside. Minor units, not rounded; null when there is none.
   */
  least(): number | null
  /** The purchases of customers refunded in full up to the day, by id: they count nowhere. */
  readonly refunded: ReadonlySet<number>
  /**
   * Who made a purchase of so much, counted or not, in the last days that thanks or after-sale still look at, and from
   * which day on their large purchases have to be known to tell which of them is spoken of.
   */
  buyersOf(least: number): [customerId: number, from: Day][]
}

interface RecentPurchases {
  /** The highest amount of the last days. */
  readonly best: Minor
  readonly from: DayNumber
}

/** The first of the last days, in which thanks or after-sale still look at a large purchase. */
function largeSince({ today, policy }: Pick<Book, 'today' | 'policy'>): DayNumber {
  return serial(today) - Math.max(policy['due.thanks.until'], policy['due.after-sale.until'])
}

/** `refunded` are those refunded in full up to the day. */
export function makeLargePurchases(
  book: Pick<Book, 'today' | 'policy'>,
  bought: Purchases,
  refunded: readonly FullRefund[],
): LargePurchases {
  const { policy } = book
  const { from } = spanOf(book)
  const [window, since] = [serial(from), largeSince(book)]
  const fixed = policy['due.thanks.minAmount']
  const without = new Map<Minor, number>()
  for (const { on, amount } of refunded) if (on >= from) without.set(amount, (without.get(amount) ?? 0) + 1)
  const list = new AmountList(without)
  const recent = new Map<number, RecentPurchases>()
  // Whether one is spoken of depends on those before it, but not across a pause of so many days.
  const pause = Math.max(policy['due.thanks.again'], policy['due.after-sale.again'])
  const { days, amounts } = bought
  for (const [customerId, [begin, end]] of bought.places) {
    if (fixed === null) list.add(amounts, firstSince(bought, [begin, end], window), end)
    let place = firstSince(bought, [begin, end], since)
    if (place === end) continue
    let best = 0
    for (let at = place; at < end; at++) best = Math.max(best, amounts[at] as Minor)
    while (place > begin && (days[place] as DayNumber) - (days[place - 1] as DayNumber) < pause) place--
    recent.set(customerId, { best, from: days[place] as DayNumber })
  }
  return {
    refunded: new Set(refunded.map(({ id }) => id)),
    least: () => fixed ?? list.percentile90(),
    buyersOf: (least) => [...recent].flatMap(([id, { best, from }]) => (best >= least ? [[id, daySerial(from)]] : [])),
  }
}

/** Hundreds of thousands of amounts. */
class AmountList {
  private room = new Float64Array(1024)
  private count = 0
  private readonly without: Map<Minor, number>

  /** So many of each amount are left out. */
  constructor(without: Map<Minor, number>) {
    this.without = without
  }

  /** Those from a place up to another. */
  add(amounts: Float64Array, from: number, to: number): void {
    if (this.count + to - from > this.room.length) {
      const larger = new Float64Array(2 * (this.count + to - from))
      larger.set(this.room)
      this.room = larger
    }
    for (let place = from; place < to; place++) {
      const amount = amounts[place] as Minor
      const out = this.without.size === 0 ? 0 : (this.without.get(amount) ?? 0)
      if (out > 0) this.without.set(amount, out - 1)
      else this.room[this.count++] = amount
    }
  }

  /** Null of none. */
  percentile90(): number | null {
    if (this.count === 0) return null
    const amounts = this.room.subarray(0, this.count)
    return quantile(9, 10, this.count, (place) => nthSmallest(amounts, place))
  }
}

export interface LargePurchaseRow {
  readonly on: Day
  readonly amount: Minor
  readonly item: string | null
  readonly linked: boolean
}

/**
 * The purchases of so much up to the day, oldest first, of those who made one in the last days: as far as they matter.
 */
export async function readLargePurchaseRows(
  db: Db,
  day: Day,
  least: number,
  { refunded, buyersOf }: LargePurchases,
): Promise<Map<number, LargePurchaseRow[]>> {
  const buyers = rowsOf(buyersOf(least))
  // For a visit of a pass nothing was paid.
  const { rows } = await sql<LargePurchaseRow & { id: number; customer_id: number; payer_linked: number }>`
    select e.id, e.customer_id, e."on", e.amount, e.item, e.payer_linked
    from ${buyers} as buyer join entry e on e.customer_id = cast(buyer.value ->> 0 as bigint)
      and e."on" >= buyer.value ->> 1 and e."on" <= ${day}
    where e.kind = 'purchase' and e.void = 0 and e.amount >= ${Math.ceil(least)} and e.pass_of is null
    order by e."on", e.id`.execute(db)
  const byCustomer = new Map<number, LargePurchaseRow[]>()
  for (const { id, customer_id, on, amount, item, payer_linked } of rows) {
    if (refunded.has(id)) continue
    const large = { on, amount, item, linked: payer_linked === 1 }
    const own = byCustomer.get(customer_id)
    if (own) own.push(large)
    else byCustomer.set(customer_id, [large])
  }
  return byCustomer
}
