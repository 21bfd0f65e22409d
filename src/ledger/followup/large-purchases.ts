import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { among } from '../../store/lists.ts'
import type { Book } from '../book/book.ts'
import { addDays, type Day } from '../day.ts'
import type { Minor } from '../money.ts'
import { spanOf } from '../standing/read-standings.ts'
import type { TicketReader } from '../standing/sums.ts'

/** Learns the tickets of the shop from the pass its standings are read by. */
export interface Tickets extends TicketReader {
  /**
   * What a large purchase is: `due.thanks.minAmount`, else the 90th percentile (type 7: linear interpolation) of the counted purchases
   * of the window, walk-ins aside. Minor units, not rounded; null when there is none.
   */
  large(): number | null
  /** The purchases of customers refunded in full up to the day, by id: they count nowhere. */
  readonly refunded: ReadonlySet<number>
  /** Who made a purchase of so much, counted or not, in the last days that thanks or after-sale still look at. */
  buyersOf(least: number): number[]
}

export async function readTickets(book: Pick<Book, 'db' | 'today' | 'policy'>): Promise<Tickets> {
  const { db, policy } = book
  const { day, from } = spanOf(book)
  const fixed = policy['due.thanks.minAmount']
  const refunded = await fullyRefunded(db, day)
  const without = new Map<Minor, number>()
  for (const { on, amount } of refunded) if (on >= from) without.set(amount, (without.get(amount) ?? 0) + 1)
  const amounts = new Amounts(without)
  const highest = new Map<number, Minor>()
  return {
    refunded: new Set(refunded.map(({ id }) => id)),
    since: addDays(day, -Math.max(policy['due.thanks.until'], policy['due.after-sale.until'])),
    read(customerId, text, best) {
      if (text !== null && fixed === null) amounts.add(text)
      if (best !== null) highest.set(customerId, best)
    },
    large: () => fixed ?? amounts.percentile(0.9),
    buyersOf: (least) => [...highest].flatMap(([id, best]) => (best >= least ? [id] : [])),
  }
}

const comma = 44

/** Numbers read from texts, hundreds of thousands of them: by their digits, without a text or an object for each. */
class Amounts {
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
      for (let code = text.charCodeAt(at); at < text.length && code !== comma; code = text.charCodeAt(++at)) amount = amount * 10 + code - 48
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

  /** By linear interpolation between neighbours (type 7); null of none. */
  percentile(share: number): number | null {
    if (this.count === 0) return null
    const sorted = this.room.subarray(0, this.count).sort()
    const place = (this.count - 1) * share
    const low = sorted[Math.floor(place)] as number
    const high = sorted[Math.ceil(place)] as number
    return low + (place - Math.floor(place)) * (high - low)
  }
}

export interface LargePurchase {
  readonly on: Day
  readonly amount: Minor
  readonly item: string | null
}

/** Every purchase of so much up to the day, oldest first, of those who made one in the last days. */
export async function largePurchases(db: Db, day: Day, least: number, { refunded, buyersOf }: Tickets): Promise<Map<number, LargePurchase[]>> {
  const rows = await db
    .selectFrom('entry')
    .select(['id', 'customer_id', 'on', 'amount', 'item'])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', day)
    .where('amount', '>=', least)
    .where('customer_id', 'in', among(buyersOf(least)))
    .orderBy('on')
    .orderBy('id')
    .execute()
  const byCustomer = new Map<number, LargePurchase[]>()
  for (const { id, customer_id, on, amount, item } of rows) {
    if (refunded.has(id)) continue
    const own = byCustomer.get(customer_id as number)
    if (own) own.push({ on, amount, item })
    else byCustomer.set(customer_id as number, [{ on, amount, item }])
  }
  return byCustomer
}

async function fullyRefunded(db: Db, day: Day) {
  return db
    .selectFrom('entry as refund')
    .innerJoin('entry as purchase', 'purchase.id', 'refund.refund_of')
    .select(['purchase.id', 'purchase.on', 'purchase.amount'])
    .where('refund.kind', '=', 'refund')
    .where('refund.void', '=', 0)
    .where('refund.on', '<=', day)
    .where('purchase.void', '=', 0)
    .where('purchase.on', '<=', day)
    .where('purchase.amount', '>', 0)
    .where('purchase.customer_id', 'is not', null)
    .groupBy('purchase.id')
    .having(sql<boolean>`sum(refund.amount) >= purchase.amount`)
    .execute()
}
