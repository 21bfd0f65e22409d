import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { isAmong, type Only } from '../../store/lists.ts'
import { makeDayTextReader, without } from './day-text.ts'
import { arePicked, isOf } from './everyone.ts'
import { millionths } from './profit.ts'
import type { PurchaseLessRefunds, ReturnedGoods } from './row-by-row.ts'
import { inRuns } from './runs.ts'
import { beginning, type Span, type Standing } from './standing.ts'
import { nothingOff, type TakenOff } from './taken-off.ts'

/** A customer's entries, a row for each. */
export interface WithRefunds {
  readonly customerId: number
  readonly purchases: PurchaseLessRefunds[]
  readonly returns: ReturnedGoods[]
}

/**
 * Standings of everyone with purchases, less what `taken` says was taken back of them. The days come as one text per
 * customer, in the order of the index: 2.3 x the bare GROUP BY on 2,000,000 purchases where rows one by one take 5-6 x
 * (bench/standings.ts).
 */
export async function readSums(
  db: Db,
  { day, from, margin }: Span,
  taken: Promise<ReadonlyMap<number, TakenOff>>,
  only?: Only,
): Promise<Map<number, Standing>> {
  const cost = costOfWhole(margin)
  const query = db
    .selectFrom('entry')
    .select(({ fn }) => [
      'customer_id',
      sql<string>`string_agg("on", '')`.as('days'),
      fn.sum<number>('amount').as('spent'),
      sql<number | null>`sum(${cost})`.as('cost'),
      // Asked of every purchase again, even where the window leaves none out.
      ...(from === beginning
        ? []
        : [
            sql<number | null>`sum(amount) filter (where "on" >= ${from})`.as('windowSpent'),
            sql<number | null>`sum(${cost}) filter (where "on" >= ${from})`.as('windowCost'),
          ]),
    ])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', day)
    .groupBy('customer_id')
    .$if(!arePicked(only), (query) => query.having(isOf('customer_id')))
  const runs = inRuns(query, only)
  const read = makeDayTextReader(from)
  const standings = new Map<number, Standing>()
  const takenOff = await taken
  for await (const run of runs)
    for (const { customer_id, days, spent, cost, windowSpent, windowCost } of run) {
      const customerId = customer_id as number
      const recent = (from === beginning ? spent : windowSpent) ?? 0
      const recentCost = (from === beginning ? cost : windowCost) ?? 0
      const { gone, ...off } = takenOff.get(customerId) ?? nothingOff
      standings.set(customerId, {
        customerId,
        ...read(without(days, gone)),
        spent: spent - off.spent,
        profit: spent - (cost ?? 0) - off.profit,
        windowSpent: recent - off.windowSpent,
        windowProfit: recent - recentCost - off.windowProfit,
      })
    }
  return standings
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
