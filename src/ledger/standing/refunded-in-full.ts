import type { Db } from '../../store/db.ts'
import type { Only } from '../../store/lists.ts'
import type { Day } from '../day.ts'
import type { Minor } from '../money.ts'
import { isOf } from './everyone.ts'
import { isRefundUpTo } from './standing-refunds.ts'

/** A refund that stands of a purchase that is not void, or a return: of goods that no purchase is named for. */
export interface StandingRefund {
  /** The purchase; null of a return, whose day and amount stand for those of its purchase. */
  readonly id: number | null
  /** Null: nobody in particular. */
  readonly customerId: number | null
  readonly on: Day
  readonly amount: Minor
  readonly cost: Minor | null
  /** null of a return. */
  readonly item: string | null
  readonly refundedOn: Day
  readonly refunded: Minor
}

/** A purchase nothing is left of: it counts nowhere from the day of the refund that took the last of it. */
export interface FullRefund extends Omit<StandingRefund, 'refunded'> {
  readonly id: number
}

/**
 * The refunds and returns up to a day, in the order in which they were given, of purchases up to it: of customers, or
 * of `everything` that was sold.
 */
export async function readRefunds(db: Db, day: Day, of?: Only | 'everything'): Promise<StandingRefund[]> {
  return db
    .selectFrom('entry as refund')
    .leftJoin('entry as purchase', 'purchase.id', 'refund.refund_of')
    .select(({ fn }) => [
      'purchase.id',
      'refund.customer_id as customerId',
      fn.coalesce('purchase.on', 'refund.on').as('on'),
      fn.coalesce('purchase.amount', 'refund.amount').as('amount'),
      'purchase.cost',
      'purchase.item',
      'refund.on as refundedOn',
      'refund.amount as refunded',
    ])
    .where(isRefundUpTo(day))
    .where((where) =>
      where.or([
        where('refund.refund_of', 'is', null),
        where.and([where('purchase.void', '=', 0), where('purchase.on', '<=', day)]),
      ]),
    )
    .$if(of !== 'everything', (query) =>
      query.where('refund.customer_id', 'is not', null).where(isOf('refund.customer_id', of as Only | undefined)),
    )
    .orderBy('refund.on')
    .orderBy('refund.id')
    .execute()
}

/** Those that took the last of a purchase. One of 0.00 is never refunded in full: it is a visit and counts. */
export function inFull(refunds: readonly StandingRefund[]): FullRefund[] {
  const sums = new Map<number, Minor>()
  return refunds.flatMap(({ refunded, id, ...purchase }) => {
    if (id === null) return []
    const before = sums.get(id) ?? 0
    const now = before + refunded
    sums.set(id, now)
    return before < purchase.amount && now >= purchase.amount ? [{ id, ...purchase }] : []
  })
}

/** The purchases refunded in full up to a day, in the order in which they were; void ones left out. */
export async function refundedInFull(db: Db, day: Day): Promise<FullRefund[]> {
  return inFull(await readRefunds(db, day, 'everything'))
}
