import { sql } from 'kysely'
import type { Db } from '../../store/open.ts'
import { among } from '../balance/balance.ts'
import type { Book } from '../book.ts'
import { addDays, type Day } from '../day.ts'
import type { Minor } from '../money.ts'
import { spanOf } from '../standing/standing.ts'

/**
 * What a large purchase is: `due.thanks.minAmount`, else the 90th percentile (type 7: linear interpolation) of the counted purchases
 * of the window, walk-ins aside; `count` is how many they are. Minor units, not rounded; null when there is none.
 */
export async function largeTicket(book: Pick<Book, 'db' | 'today' | 'policy'>, count: number): Promise<number | null> {
  const fixed = book.policy['due.thanks.minAmount']
  if (fixed !== null || count === 0) return fixed
  const { day, from } = spanOf(book)
  const refunded = [...(await fullyRefunded(book.db, day))]
  const place = (count - 1) * 0.9
  // From the top: SQLite then sorts a tenth of the tickets and passes over the rest.
  const [high, low] = await book.db
    .selectFrom('entry')
    .select('amount')
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '>=', from)
    .where('on', '<=', day)
    .where('customer_id', 'is not', null)
    .$if(refunded.length > 0, (query) => query.where('id', 'not in', among(refunded)))
    .orderBy('amount', 'desc')
    .limit(2)
    .offset(Math.max(0, count - 2 - Math.floor(place)))
    .execute()
  if (!high) return null
  const least = low?.amount ?? high.amount
  return least + (place - Math.floor(place)) * (high.amount - least)
}

export interface LargePurchase {
  readonly on: Day
  readonly amount: Minor
  readonly item: string | null
}

/** Every large purchase, oldest first, of each customer who made one in the last days. */
export async function largePurchases(db: Db, day: Day, days: number, least: number, only?: readonly number[]): Promise<Map<number, LargePurchase[]>> {
  const large = db
    .selectFrom('entry')
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', day)
    .where('amount', '>=', least)
    .where('customer_id', 'is not', null)
    .$if(only !== undefined, (query) => query.where('customer_id', 'in', among(only ?? [])))
  const recent = await large.select('customer_id').distinct().where('on', '>=', addDays(day, -days)).execute()
  const refunded = await fullyRefunded(db, day)
  const rows = await large
    .select(['id', 'customer_id', 'on', 'amount', 'item'])
    .where('customer_id', 'in', among(recent.map((row) => row.customer_id as number)))
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

/** The purchases refunded in full up to a day: they count nowhere. */
async function fullyRefunded(db: Db, day: Day): Promise<Set<number>> {
  const rows = await db
    .selectFrom('entry as refund')
    .innerJoin('entry as purchase', 'purchase.id', 'refund.refund_of')
    .select('purchase.id')
    .where('refund.kind', '=', 'refund')
    .where('refund.void', '=', 0)
    .where('refund.on', '<=', day)
    .where('purchase.amount', '>', 0)
    .groupBy('purchase.id')
    .having(sql<boolean>`sum(refund.amount) >= purchase.amount`)
    .execute()
  return new Set(rows.map(({ id }) => id))
}
