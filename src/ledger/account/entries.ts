import type { Selectable } from 'kysely'
import type { Db } from '../../store/db.ts'
import type { EntryTable } from '../../store/tables.ts'
import type { Book } from '../book/book.ts'
import type { Day } from '../day.ts'
import { decimal } from '../money.ts'

/** The public rows of money entries: money as decimal strings in the ledger's currency. */
export interface Purchase {
  readonly id: number
  readonly kind: 'purchase'
  /** null: a walk-in. */
  readonly customerId: number | null
  readonly on: Day
  readonly amount: string
  readonly cost: string | null
  readonly discount: string | null
  readonly item: string | null
  readonly ref: string | null
  readonly method: string | null
  readonly paid: string
  /** What its refunds add up to. */
  readonly refunded: string
  /** The day the unpaid part is due. */
  readonly due: Day | null
  /** The pass it is a visit of, or the sale of: its number is that of the sale. */
  readonly pass: number | null
  /** So many visits the sale of a pass is good for. */
  readonly passVisits: number | null
  readonly by: string
  readonly void: boolean
  readonly note: string | null
  /** The code of the coupon that was used with it, and how many points paid a part of it. */
  readonly coupon: string | null
  readonly redeemed: number | null
  /** By what a pay service knows who paid: `wechat:春风十里`. */
  readonly payer: string | null
  /** The service whose file it came with; null: entered here, or by a file of no service. */
  readonly source: string | null
  /** Of refunds, which stand among purchases; of a purchase null. */
  readonly reason: string | null
  readonly fault: string | null
}

export interface Refund {
  readonly id: number
  readonly kind: 'refund'
  readonly customerId: number | null
  readonly on: Day
  readonly amount: string
  /** What it took off the balance: less owed, or kept as credit. The rest was handed back. */
  readonly lowered: string
  readonly refundOf: number | null
  readonly item: string | null
  readonly reason: string | null
  readonly fault: string | null
  readonly by: string
  readonly void: boolean
  readonly note: string | null
}

export interface Payment {
  readonly id: number
  /** `opening` is the account an old roster or `add --owes/--credit` began with. */
  readonly kind: 'payment' | 'opening'
  readonly customerId: number | null
  readonly on: Day
  readonly amount: string
  /** Out of the till: credit handed back; of an opening, what the customer owed. */
  readonly out: boolean
  /** What the shop added to a top-up; of credit handed back, the bonus that ended with it. */
  readonly bonus: string
  /** Credit for a referral, or its end: the bonus is all of it. */
  readonly reward: boolean
  readonly method: string | null
  readonly note: string | null
  readonly by: string
  readonly void: boolean
}

export type Entry = Purchase | Refund | Payment

export interface EntryFilter {
  readonly kinds?: readonly Entry['kind'][]
  /** null: walk-ins alone. */
  readonly customerId?: number | null
  readonly ids?: readonly number[]
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  /** Marked ones too; they count nowhere. */
  readonly void?: boolean
  readonly limit?: number
}

/** Money entries up to the book's day, newest first. */
export async function readEntries(
  book: Pick<Book, 'db' | 'today' | 'currency'>,
  filter: EntryFilter = {},
): Promise<Entry[]> {
  const { kinds, customerId, ids, from, to, limit } = filter
  const last = to !== undefined && to < book.today ? to : book.today
  const beside = (some?: readonly number[]) =>
    Promise.all([refundedOf(book.db, book.today, some), couponsOf(book.db, some)])
  const asking = book.db
    .selectFrom('entry')
    .selectAll()
    .where('on', '<=', last)
    .$if(from !== undefined, (query) => query.where('on', '>=', from ?? ''))
    .$if(kinds !== undefined, (query) => query.where('kind', 'in', kinds ?? []))
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
    .$if(customerId === null, (query) => query.where('customer_id', 'is', null))
    .$if(typeof customerId === 'number', (query) => query.where('customer_id', '=', customerId as number))
    .$if(!filter.void, (query) => query.where('void', '=', 0))
    .orderBy('on', 'desc')
    .orderBy('id', 'desc')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
    .execute()
  // Which purchases are meant is known before they are read, but where only so many are wanted.
  const [rows, besideThem] = await Promise.all([asking, limit === undefined ? beside(ids) : null])
  const [refunded, coupons] = besideThem ?? (await beside(rows.map(({ id }) => id)))
  return rows.map((row) =>
    publicEntry(row, { refunded: refunded.get(row.id) ?? 0, coupon: coupons.get(row.id) ?? null }, book.currency),
  )
}

/** The codes of the coupons that were used with purchases, by the purchase's number. */
async function couponsOf(db: Db, only?: readonly number[]): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('coupon_use')
    .innerJoin('coupon', 'coupon.id', 'coupon_use.coupon_id')
    .select(['coupon_use.entry_id', 'coupon.code'])
    .where('coupon_use.entry_id', 'is not', null)
    .$if(only !== undefined, (query) => query.where('coupon_use.entry_id', 'in', only ?? []))
    .execute()
  return new Map(rows.map(({ entry_id, code }) => [entry_id ?? 0, code]))
}

/** What the refunds of purchases add up to by a day, by the purchase's number; those without are absent. */
export async function refundedOf(db: Db, day: Day, only?: readonly number[]): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('entry')
    .select(({ fn }) => ['refund_of', fn.sum<number>('amount').as('refunded')])
    .where('refund_of', 'is not', null)
    .where('void', '=', 0)
    .where('on', '<=', day)
    .$if(only !== undefined, (query) => query.where('refund_of', 'in', only ?? []))
    .groupBy('refund_of')
    .execute()
  return new Map(rows.map(({ refund_of, refunded }) => [refund_of ?? 0, refunded]))
}

export type StoredEntry = Selectable<EntryTable>

/** A row as it is shown; of a purchase, what its refunds add up to, and its coupon. */
export function publicEntry(
  row: StoredEntry,
  { refunded, coupon }: { readonly refunded: number; readonly coupon: string | null },
  currency: string,
): Entry {
  const money = (amount: number) => decimal(amount, currency)
  const maybe = (amount: number | null) => (amount === null ? null : money(amount))
  const base = { customerId: row.customer_id, on: row.on, amount: money(row.amount) }
  const end = { by: row.by, void: row.void === 1 }
  if (row.kind === 'refund') {
    const { refund_of: refundOf, item, reason, fault } = row
    return {
      id: row.id,
      kind: row.kind,
      ...base,
      lowered: money(-row.owed),
      refundOf,
      item,
      reason,
      fault,
      ...end,
      note: row.note,
    }
  }
  if (row.kind !== 'purchase')
    return {
      id: row.id,
      kind: row.kind,
      ...base,
      out: row.owed > 0,
      bonus: money(row.bonus ?? 0),
      reward: row.reward_of !== null,
      method: row.method,
      note: row.note,
      ...end,
    }
  const { item, ref, method, due_on: due } = row
  return {
    id: row.id,
    kind: row.kind,
    ...base,
    cost: maybe(row.cost),
    discount: maybe(row.discount),
    item,
    ref,
    method,
    paid: money(row.paid ?? row.amount - row.owed),
    refunded: money(refunded),
    due,
    pass: row.pass_of ?? (row.pass_visits === null ? null : row.id),
    passVisits: row.pass_visits,
    ...end,
    note: row.note,
    payer: row.payer,
    source: row.source,
    coupon,
    redeemed: row.redeemed,
    reason: row.reason,
    fault: row.fault,
  }
}
