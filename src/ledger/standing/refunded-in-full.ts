import type { Db } from '../../store/db.ts'
import type { Day } from '../day.ts'
import type { Minor } from '../money.ts'
import { isOf } from './everyone.ts'
import { isRefundUpTo } from './standing-refunds.ts'

/** A purchase nothing is left of: it counts nowhere from the day of the refund that took the last of it. */
export interface FullRefund {
  readonly id: number
  /** Null: of nobody in particular. */
  readonly customerId: number | null
  readonly on: Day
  readonly amount: Minor
  readonly item: string | null
  readonly refundedOn: Day
}

/**
 * The purchases refunded in full up to a day, in the order in which they were; void ones left out. One of 0.00 is never
 * refunded in full: it is a visit and counts. `ofCustomers`: neither nobody's nor those of staff.
 */
export async function refundedInFull(db: Db, day: Day, { ofCustomers = false } = {}): Promise<FullRefund[]> {
  const refunds = await db
    .selectFrom('entry as refund')
    .innerJoin('entry as purchase', 'purchase.id', 'refund.refund_of')
    .select([
      'purchase.id',
      'purchase.customer_id as customerId',
      'purchase.on',
      'purchase.amount',
      'purchase.item',
      'refund.on as refundedOn',
      'refund.amount as refunded',
    ])
    .where(isRefundUpTo(day))
    .where('purchase.void', '=', 0)
    .where('purchase.on', '<=', day)
    .where('purchase.amount', '>', 0)
    .$if(ofCustomers, (query) =>
      query.where('purchase.customer_id', 'is not', null).where(isOf('purchase.customer_id')),
    )
    .orderBy('refund.on')
    .orderBy('refund.id')
    .execute()
  const sums = new Map<number, Minor>()
  return refunds.flatMap(({ refunded, ...purchase }) => {
    const before = sums.get(purchase.id) ?? 0
    const now = before + refunded
    sums.set(purchase.id, now)
    return before < purchase.amount && now >= purchase.amount ? [purchase] : []
  })
}
