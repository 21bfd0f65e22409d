import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { isAmong, type Only } from '../../store/lists.ts'
import { type Day, type DayNumber, daySerial } from '../day.ts'
import { isOf } from './everyone.ts'
import { millionths } from './profit.ts'
import { PurchaseSums } from './purchase-sums.ts'
import { readPurchases } from './purchases.ts'
import type { PurchaseLessRefunds, ReturnedGoods } from './row-by-row.ts'
import type { Span, Standing } from './standing.ts'
import type { TakenOff } from './taken-off.ts'

/** A customer's entries, a row for each. */
export interface WithRefunds {
  readonly customerId: number
  readonly purchases: PurchaseLessRefunds[]
  readonly returns: ReturnedGoods[]
}

/** Standings of everyone with purchases, or of some, less what `taken` says was taken back of them. */
export async function readSums(
  db: Db,
  span: Span,
  taken: Promise<ReadonlyMap<number, TakenOff>>,
  only?: Only,
): Promise<Map<number, Standing>> {
  const [bought, takenOff] = await Promise.all([readPurchases(db, span.day, { costs: true }, only), taken])
  const sums = new PurchaseSums(bought, span)
  const standings = new Map<number, Standing>()
  for (const [customerId, place] of bought.places) {
    const { purchases, days, firstOn, lastOn, gap, spent, profit, visits, windowProfit, windowSpent, windowDays } =
      sums.take(place, takenOff.get(customerId))
    standings.set(customerId, {
      customerId,
      purchases,
      days,
      firstOn: firstOn === null ? null : dayOf(firstOn),
      lastOn: lastOn === null ? null : dayOf(lastOn),
      gap,
      spent,
      profit,
      visits,
      windowProfit,
      windowSpent,
      windowDays,
    })
  }
  return standings
}

const dayTexts = new Map<DayNumber, Day>()

/** The same days come again and again: each is worded once. */
function dayOf(number: DayNumber): Day {
  let day = dayTexts.get(number)
  if (day === undefined) {
    day = daySerial(number)
    dayTexts.set(number, day)
  }
  return day
}

/**
 * What a purchase nothing of which was refunded cost, exact in SQLite's 64-bit integers: its profit is the amount less
 * this.
 */
export function costOfWhole(margin: number) {
  const parts = millionths(margin)
  return parts === 1_000_000
    ? sql<number>`cost`
    : sql<number>`coalesce(cost, amount - (2 * amount * ${sql.lit(parts)} + 1000000) / 2000000)`
}

/** Everyone with a refund or return up to the day, with all their purchases. */
export async function readWithRefunds(db: Db, { day }: Pick<Span, 'day'>, only?: Only): Promise<WithRefunds[]> {
  const refunds = db
    .selectFrom('entry')
    .select(['customer_id', 'on', 'amount', 'refund_of'])
    .where('kind', '=', 'refund')
    // The condition of the small index, word for word, or SQLite reads every purchase.
    .where(sql<SqlBool>`kind <> 'purchase'`)
    .where('void', '=', 0)
    .where('on', '<=', day)
    .where('customer_id', 'is not', null)
    .where(isOf('customer_id', only))
  const given = await refunds.execute()
  if (given.length === 0) return []
  const refunded = new Map<number, number>()
  const people = new Map<number, WithRefunds>()
  for (const { customer_id, on, amount, refund_of } of given) {
    const customerId = customer_id as number
    const person = people.get(customerId) ?? { customerId, purchases: [], returns: [] }
    people.set(customerId, person)
    if (refund_of === null) person.returns.push({ on, amount })
    else refunded.set(refund_of, (refunded.get(refund_of) ?? 0) + amount)
  }
  const bought = await db
    .selectFrom('entry')
    .select(['id', 'customer_id', 'on', 'amount', 'cost'])
    .where(isAmong('customer_id', [...people.keys()]))
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', day)
    .execute()
  for (const { id, customer_id, on, amount, cost } of bought)
    people.get(customer_id as number)?.purchases.push({ on, amount, cost, refunded: refunded.get(id) ?? 0 })
  return [...people.values()]
}
