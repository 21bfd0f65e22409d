import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../../store/db.ts'
import type { Book } from '../../book/book.ts'
import { addDays, type Day, serial } from '../../day.ts'
import type { Minor } from '../../money.ts'
import type { Period } from '../../period.ts'
import { addBought } from '../../standing/bought-sums.ts'
import { isStaff } from '../../standing/everyone.ts'
import { profitOf } from '../../standing/profit.ts'
import type { Purchases } from '../../standing/purchases.ts'
import { costOfWhole } from '../../standing/sums.ts'

/** What was taken over a period, each entry on its own day. Minor units. */
export interface MoneyTotals {
  /** Purchases that are not void, and what they came to before any refund. */
  readonly purchases: number
  readonly takings: Minor
  /** Refunds and returns, whenever the goods were bought. */
  readonly returns: number
  readonly refunds: Minor
  /** What customers brought by those purchases, less what the refunds took back of it. */
  readonly profit: Minor
}

export interface PeriodMoney {
  readonly all: MoneyTotals
  /** The part of nobody in particular. Null where only some customers are asked for. */
  readonly walkIn: Omit<MoneyTotals, 'profit'> | null
  /**
   * What a customer's refunds of the period took back of purchases before it: a standing counts it on the day of the
   * purchase.
   */
  readonly earlier: ReadonlyMap<number, { readonly spent: Minor; readonly profit: Minor }>
}

/**
 * The money of a period as a till book has it: a refund belongs to its own day, so that a month once over stays as it
 * was. `purchases` up to its last day or a later one.
 */
export async function readMoney(
  { db, policy }: Pick<Book, 'db' | 'policy'>,
  { from, to }: Period,
  purchases: Purchases,
  only?: ReadonlySet<number>,
): Promise<PeriodMoney> {
  const margin = policy['tier.margin']
  const sums = { known: nothing(), walkIn: nothing() }
  const of = (customerId: number | null) => (customerId === null ? sums.walkIn : sums.known)
  const [beside, givenBack] = await Promise.all([
    readBeside(db, { from, to }, margin, only),
    readGivenBack(db, { from, to }, only),
  ])
  const days = { from: serial(from), to: serial(to) }
  for (const id of purchases.places.keys())
    if (!only || only.has(id)) addBought(sums.known, purchases, id, days, margin)
  for (const row of beside) {
    const sum = row.walkIn === 1 ? sums.walkIn : sums.known
    sum.purchases += row.purchases
    sum.takings += row.amount ?? 0
    sum.profit += (row.amount ?? 0) - (row.cost ?? 0)
  }
  const earlier = new Map<number, { spent: Minor; profit: Minor }>()
  for (const { customerId, of: purchase, amount, times } of givenBack) {
    const sum = of(customerId)
    sum.returns += times
    sum.refunds += amount
    const lost = purchase ? lostOn(purchase, amount, margin) : profitOf(amount, amount, null, margin)
    sum.profit -= lost
    if (customerId === null || !purchase || purchase.on >= from) continue
    const before = earlier.get(customerId) ?? { spent: 0, profit: 0 }
    earlier.set(customerId, { spent: before.spent + amount, profit: before.profit + lost })
  }
  const walkIn = only ? null : sums.walkIn
  return { all: walkIn ? added(sums.known, walkIn) : sums.known, walkIn, earlier }
}

type MutableTotals = { -readonly [Key in keyof MoneyTotals]: MoneyTotals[Key] }
const nothing = (): MutableTotals => ({ purchases: 0, takings: 0, returns: 0, refunds: 0, profit: 0 })

function added(one: MoneyTotals, other: Omit<MoneyTotals, 'profit'>): MoneyTotals {
  return {
    purchases: one.purchases + other.purchases,
    takings: one.takings + other.takings,
    returns: one.returns + other.returns,
    refunds: one.refunds + other.refunds,
    // Walk-ins count in revenue and nowhere else (SPEC 9): what is left is what tiers and shares of profit go by.
    profit: one.profit,
  }
}

/** Profit a refund takes back, rounded so that a purchase refunded bit by bit loses what it brought and no more. */
function lostOn({ amount, cost, refunded }: RefundedPurchase, now: Minor, margin: number): Minor {
  return profitOf(amount - refunded, amount, cost, margin) - profitOf(amount - refunded - now, amount, cost, margin)
}

/** What the history does not hold: staff's and nobody's, each by a condition of its own, that of the index. */
async function readBeside(db: Db, { from, to }: Period, margin: number, only: ReadonlySet<number> | undefined) {
  const bought = (walkIn: 0 | 1) =>
    db
      .selectFrom('entry')
      .select(({ fn }) => [
        sql<number>`${sql.lit(walkIn)}`.as('walkIn'),
        fn.countAll<number>().as('purchases'),
        fn.sum<number | null>('amount').as('amount'),
        sql<number | null>`sum(${costOfWhole(margin)})`.as('cost'),
      ])
      .where('kind', '=', 'purchase')
      .where('void', '=', 0)
      .where('on', '>=', from)
      .where('on', '<=', to)
  const byStaff = bought(0).where(isStaff('customer_id'))
  return only === undefined
    ? await byStaff.unionAll(bought(1).where('customer_id', 'is', null)).execute()
    : await byStaff.where('customer_id', 'in', [...only]).execute()
}

interface RefundedPurchase {
  readonly on: Day
  readonly amount: Minor
  readonly cost: Minor | null
  /** Before the period. */
  readonly refunded: Minor
}

interface GivenBack {
  readonly customerId: number | null
  /** The purchase it was given back of; null for a return that names none. */
  readonly of: RefundedPurchase | null
  readonly amount: Minor
  readonly times: number
}

/** What was given back over a period, by purchase; of none, one by one, as profit is rounded (SPEC 3). */
async function readGivenBack(
  db: Db,
  { from, to }: Period,
  only: ReadonlySet<number> | undefined,
): Promise<GivenBack[]> {
  const given = db
    .selectFrom('entry')
    .select(({ fn }) => [
      'customer_id',
      'refund_of',
      fn.sum<number>('amount').as('amount'),
      fn.countAll<number>().as('times'),
    ])
    .where('kind', '=', 'refund')
    // The condition of the small index, word for word, or SQLite reads every purchase.
    .where(sql<SqlBool>`kind <> 'purchase'`)
    .where('void', '=', 0)
    .where('on', '<=', to)
    .$if(only !== undefined, (query) => query.where('customer_id', 'in', [...(only ?? [])]))
    .groupBy(['customer_id', 'refund_of', sql`case when refund_of is null then id end`])
  const recent = await given.where('on', '>=', from).execute()
  const ids = recent.flatMap(({ refund_of }) => refund_of ?? [])
  const [earlier, bought] = await Promise.all([
    given.where('on', '<=', addDays(from, -1)).where('refund_of', 'in', ids).execute(),
    db.selectFrom('entry').select(['id', 'on', 'amount', 'cost']).where('id', 'in', ids).execute(),
  ])
  const before = new Map(earlier.map(({ refund_of, amount }) => [refund_of, amount]))
  const purchases = new Map(bought.map(({ id, ...purchase }) => [id, purchase]))
  return recent.map(({ customer_id, refund_of, amount, times }) => {
    const purchase = refund_of === null ? undefined : purchases.get(refund_of)
    return {
      customerId: customer_id,
      of: purchase ? { ...purchase, refunded: before.get(refund_of) ?? 0 } : null,
      amount,
      times,
    }
  })
}
