import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { isAmong } from '../../store/lists.ts'
import type { Book } from '../book/book.ts'
import type { Day } from '../day.ts'
import { decimal, type Minor } from '../money.ts'
import { itemParts } from '../standing/item-parts.ts'
import { refundedInFull } from '../standing/refunded-in-full.ts'
import type { Scope } from '../standing/scope.ts'

/** A thing that was sold: without quantities, as it was written last. Money as decimal strings. */
export interface ItemRow {
  readonly item: string
  /** Purchases it was in, and by how many customers; walk-ins are no customers. */
  readonly purchases: number
  readonly customers: number
  /** What was kept of the purchases of this thing alone: what a part of a mixed receipt cost nobody wrote down. */
  readonly amount: string
  readonly lastOn: Day
}

export interface Items {
  readonly from: Day | null
  readonly to: Day
  /** By money, then by purchases. */
  readonly rows: readonly ItemRow[]
  /** Receipts of several things, and those that name none: what they came to. */
  readonly mixed: { readonly purchases: number; readonly amount: string }
  readonly unnamed: { readonly purchases: number; readonly amount: string }
}

interface Sold {
  item: string
  purchases: number
  customers: number
  /** The last customer counted: rows come customer by customer. */
  last: number | null
  amount: Minor
  lastOn: Day
}

/**
 * What was sold in these days, neither void nor refunded in full, walk-ins' too unless only some customers are asked
 * for.
 */
export async function readItems(book: Pick<Book, 'db' | 'today' | 'currency'>, { from, only }: Scope): Promise<Items> {
  const { db, today, currency } = book
  const gone = new Set((await refundedInFull(db, today)).map(({ id }) => id))
  const given = await refundedOf(db, today)
  const things = new Map<string, Sold>()
  const mixed = { purchases: 0, amount: 0 }
  const unnamed = { purchases: 0, amount: 0 }
  for await (const { id, customerId, on, amount, item } of readSold(db, { from, to: today, only })) {
    if (gone.has(id)) continue
    const kept = amount - (given.get(id) ?? 0)
    const parts = item === null ? [] : itemParts(item)
    const apart = parts.length === 1 ? null : parts.length === 0 ? unnamed : mixed
    if (apart) {
      apart.purchases++
      apart.amount += kept
    }
    for (const part of parts) {
      const thing = things.get(part.key) ?? {
        item: part.item,
        purchases: 0,
        customers: 0,
        last: null,
        amount: 0,
        lastOn: on,
      }
      things.set(part.key, thing)
      thing.purchases++
      if (customerId !== null && customerId !== thing.last) thing.customers++
      thing.last = customerId
      if (parts.length === 1) thing.amount += kept
      if (on >= thing.lastOn) Object.assign(thing, { lastOn: on, item: part.item })
    }
  }
  const money = (amount: Minor) => decimal(amount, currency)
  return {
    from,
    to: today,
    rows: [...things.values()]
      .sort(
        (one, other) =>
          other.amount - one.amount || other.purchases - one.purchases || (one.item < other.item ? -1 : 1),
      )
      .map(({ item, purchases, customers, amount, lastOn }) => ({
        item,
        purchases,
        customers,
        amount: money(amount),
        lastOn,
      })),
    mixed: { purchases: mixed.purchases, amount: money(mixed.amount) },
    unnamed: { purchases: unnamed.purchases, amount: money(unnamed.amount) },
  }
}

/** Read at a time. */
const some = 5_000

/** Purchases customer by customer, walk-ins first. */
async function* readSold(
  db: Db,
  { from, to, only }: { from: Day | null; to: Day; only?: ReadonlySet<number> | undefined },
) {
  const { newest } = await db
    .selectFrom('customer')
    .select(({ fn }) => fn.max('id').as('newest'))
    .executeTakeFirstOrThrow()
  const sold = () =>
    db
      .selectFrom('entry')
      .select(['id', 'customer_id as customerId', 'on', 'amount', 'item'])
      .where('kind', '=', 'purchase')
      .where('void', '=', 0)
      .where('on', '<=', to)
      .$if(from !== null, (query) => query.where('on', '>=', from ?? ''))
  if (!only) {
    for (let after = 0; ; ) {
      const rows = await sold()
        .where('customer_id', 'is', null)
        .where('id', '>', after)
        .orderBy('id')
        .limit(some)
        .execute()
      yield* rows
      if (rows.length < some) break
      after = rows.at(-1)?.id ?? 0
    }
  }
  const run = 500
  for (let first = 1; first <= (newest ?? 0); first += run) {
    const among = isAmong('customer_id', { first, last: first + run - 1 })
    for (const row of await sold().where(among).orderBy('customer_id').orderBy('id').execute())
      if (!only || only.has(row.customerId ?? 0)) yield row
  }
}

/** What was given back of purchases up to a day, by their number. */
async function refundedOf(db: Db, day: Day): Promise<Map<number, Minor>> {
  const rows = await db
    .selectFrom('entry')
    .select(({ fn }) => ['refund_of as id', fn.sum<Minor>('amount').as('amount')])
    .where('kind', '=', 'refund')
    .where(sql<boolean>`kind <> 'purchase'`)
    .where('refund_of', 'is not', null)
    .where('void', '=', 0)
    .where('on', '<=', day)
    .groupBy('refund_of')
    .execute()
  return new Map(rows.map(({ id, amount }) => [id ?? 0, amount]))
}
