import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import type { Day } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { decimal, type Minor } from '../money.ts'
import { partOf } from '../standing/profit.ts'

/** A pass: so many visits paid in advance. Its number is that of its sale; money in minor units. */
export interface Pass {
  readonly id: number
  readonly customerId: number
  readonly item: string | null
  readonly visits: number
  /** Visits made, void ones aside. */
  readonly used: number
  /** Of the sale something was refunded: that took the visits not made. */
  readonly refunded: boolean
  readonly soldOn: Day
  readonly until: Day | null
  readonly amount: Minor
}

/** A pass as the ledger shows it. */
export interface PassRow extends Omit<Pass, 'amount' | 'refunded'> {
  readonly name: string
  readonly left: number
  readonly amount: string
}

interface PassFilter {
  readonly customers?: readonly number[]
  readonly ids?: readonly number[]
}

/** Passes that stand, the oldest first. */
export async function readPasses(db: Db, { customers, ids }: PassFilter = {}): Promise<Pass[]> {
  const rows = await db
    .selectFrom('entry as sale')
    .select([
      'sale.id',
      'sale.customer_id as customerId',
      'sale.item',
      'sale.pass_visits as visits',
      'sale.on as soldOn',
      'sale.pass_until as until',
      'sale.amount',
      sql<number>`(select count(*) from entry as visit where visit.pass_of = sale.id and visit.void = 0)`.as('used'),
      sql<number>`(select count(*) from entry as refund where refund.refund_of = sale.id and refund.void = 0)`.as(
        'refunds',
      ),
    ])
    .where('sale.pass_visits', 'is not', null)
    .where('sale.void', '=', 0)
    .$if(customers !== undefined, (query) => query.where('sale.customer_id', 'in', customers ?? []))
    .$if(ids !== undefined, (query) => query.where('sale.id', 'in', ids ?? []))
    .orderBy('sale.on')
    .orderBy('sale.id')
    .execute()
  return rows.map(({ customerId, visits, refunds, ...pass }) => ({
    ...pass,
    customerId: customerId ?? 0,
    visits: visits ?? 0,
    refunded: refunds > 0,
  }))
}

/** Visits that can still be made. */
export function leftOf({ visits, used, refunded }: Pick<Pass, 'visits' | 'used' | 'refunded'>): number {
  return refunded ? 0 : Math.max(0, visits - used)
}

/** Whether a visit can be made on a day. */
export function isOpenOn(pass: Pass, day: Day): boolean {
  return leftOf(pass) > 0 && pass.soldOn <= day && (pass.until === null || pass.until >= day)
}

/**
 * What can be given back of a pass at most: amount x visits not made / visits, rounded half away from zero (SPEC 5).
 */
export function refundableOf(pass: Pass): Minor {
  return partOf(pass.amount, leftOf(pass), pass.visits)
}

/** Visits that customers can still make on a day, over all their passes; who has none is absent. */
export async function visitsLeft(db: Db, day: Day, customers: readonly number[]): Promise<Map<number, number>> {
  const left = new Map<number, number>()
  for (const pass of await readPasses(db, { customers }))
    if (isOpenOn(pass, day)) left.set(pass.customerId, (left.get(pass.customerId) ?? 0) + leftOf(pass))
  return left
}

/** All passes sold up to the book's day: those that can be used first, then the others, the oldest first. */
export async function listPasses(
  { db, today, currency }: Pick<Book, 'db' | 'today' | 'currency'>,
  customerId: number | null,
): Promise<PassRow[]> {
  const passes = (await readPasses(db, customerId === null ? {} : { customers: [customerId] })).filter(
    ({ soldOn }) => soldOn <= today,
  )
  const people = await db
    .selectFrom('customer')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(passes.map((pass) => pass.customerId))])
    .execute()
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return passes
    .toSorted((one, other) => Number(isOpenOn(other, today)) - Number(isOpenOn(one, today)))
    .map((pass) => {
      const { id, customerId, item, visits, used, soldOn, until, amount } = pass
      return {
        id,
        customerId,
        name: names.get(customerId) ?? '',
        item,
        visits,
        used,
        left: leftOf(pass),
        soldOn,
        until,
        amount: decimal(amount, currency),
      }
    })
}

/** Throws pass.overdrawn where more visits stand than a pass has, or than its refund left: an undo may not end so. */
export async function refuseOverdrawn(db: Db): Promise<void> {
  const refunds = sql<number>`(select coalesce(sum(refund.amount), 0) from entry as refund
    where refund.refund_of = sale.id and refund.void = 0)`
  const rows = await db
    .selectFrom('entry as sale')
    .select(['sale.id', 'sale.amount', 'sale.pass_visits as visits', refunds.as('refunded')])
    .select(
      sql<number>`(select count(*) from entry as visit where visit.pass_of = sale.id and visit.void = 0)`.as('used'),
    )
    .where('sale.pass_visits', 'is not', null)
    .where('sale.void', '=', 0)
    .execute()
  for (const { id, amount, visits, refunded, used } of rows) {
    const most = visits === null ? 0 : partOf(amount, Math.max(0, visits - used), visits)
    if (used > (visits ?? 0) || refunded > most)
      throw new LedgerError('pass.overdrawn', { id, visits: visits ?? 0, used })
  }
}
