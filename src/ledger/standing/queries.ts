import { sql } from 'kysely'
import type { Db } from '../../store/open.ts'
import { medianGap } from './gap.ts'
import { millionths } from './profit.ts'
import type { Span, Standing } from './standing.ts'
import type { Bought, Returned } from './tally.ts'

/** A customer's entries, as `tally` takes them. */
export interface Refunding {
  readonly customerId: number
  readonly purchases: Bought[]
  readonly returns: Returned[]
}

/**
 * Standings of everyone with purchases, as if nothing had ever been refunded. Profit of a whole purchase is amount - cost: no division.
 */
export async function readSums(db: Db, { day, from, margin }: Span, only?: readonly number[]): Promise<Map<number, Standing>> {
  const profit = profitOfWhole(margin)
  let query = db
    .selectFrom('entry')
    .select(({ fn }) => [
      'customer_id',
      fn.countAll<number>().as('purchases'),
      sql<string>`group_concat("on")`.as('days'),
      fn.sum<number>('amount').as('spent'),
      sql<number>`sum(${profit})`.as('profit'),
      sql<number>`sum("on" >= ${from})`.as('turnover'),
      sql<number>`sum(iif("on" >= ${from}, amount, 0))`.as('windowSpent'),
      sql<number>`sum(iif("on" >= ${from}, ${profit}, 0))`.as('windowProfit'),
    ])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', day)
    .where('customer_id', 'is not', null)
    .groupBy('customer_id')
  if (only) query = query.where('customer_id', 'in', idsOf(only))
  const rows = await query.execute()
  const standings = new Map<number, Standing>()
  for (const { customer_id, days: text, ...sums } of rows) {
    const customerId = customer_id as number
    const days = [...new Set(text.split(','))].sort()
    standings.set(customerId, {
      customerId,
      ...sums,
      days: days.length,
      firstOn: days[0] ?? null,
      lastOn: days.at(-1) ?? null,
      gap: medianGap(days),
      windowDays: days.filter((one) => one >= from).length,
    })
  }
  return standings
}

/** Profit of a purchase nothing of which was refunded, exact in SQLite's 64-bit integers. */
export function profitOfWhole(margin: number) {
  const parts = millionths(margin)
  return parts === 1_000_000
    ? sql<number>`amount - coalesce(cost, 0)`
    : sql<number>`iif(cost is null, (2 * amount * ${sql.lit(parts)} + 1000000) / 2000000, amount - cost)`
}

/** Any number of ids as one parameter. */
export function idsOf(ids: readonly number[]) {
  return sql<number>`(select value from json_each(${JSON.stringify(ids)}))`
}

/** Everyone with a refund or return up to the day, with all their purchases. */
export async function readRefunding(db: Db, { day }: Pick<Span, 'day'>, only?: readonly number[]): Promise<Refunding[]> {
  let refunds = db
    .selectFrom('entry')
    .select(['customer_id', 'on', 'amount', 'refund_of'])
    .where('kind', '=', 'refund')
    .where('void', '=', 0)
    .where('on', '<=', day)
    .where('customer_id', 'is not', null)
  if (only) refunds = refunds.where('customer_id', 'in', idsOf(only))
  const given = await refunds.execute()
  if (given.length === 0) return []
  const refunded = new Map<number, number>()
  const people = new Map<number, Refunding>()
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
    .where('customer_id', 'in', idsOf([...people.keys()]))
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', day)
    .execute()
  for (const { id, customer_id, on, amount, cost } of bought)
    people.get(customer_id as number)?.purchases.push({ on, amount, cost, refunded: refunded.get(id) ?? 0 })
  return [...people.values()]
}
