import type { Db } from '../../store/db.ts'
import { purchaseStands } from '../benefit/reward-standing.ts'
import type { Book } from '../book/book.ts'
import type { Change } from '../book/change/record.ts'
import { type RewardGiven, rewardReferral } from './referral-reward.ts'

/** Purchases of a change: those with these numbers, or those of these customers from a number on. */
interface Among {
  readonly ids?: readonly number[]
  readonly from?: number
  readonly customerIds?: readonly number[]
}

/** What the first purchases of those who were brought bring, where they are among these. */
export async function rewardFirstPurchases(
  db: Db,
  book: Book,
  change: Change,
  { ids, from, customerIds }: Among,
): Promise<RewardGiven[]> {
  const bought = await db
    .selectFrom('entry')
    .innerJoin('customer', 'customer.id', 'entry.customer_id')
    .select(['entry.id', 'customer.id as customerId', 'customer.referred_by as referredBy'])
    .$if(ids !== undefined, (query) => query.where('entry.id', 'in', ids ?? []))
    .$if(from !== undefined, (query) => query.where('entry.id', '>=', from ?? 0))
    .$if(customerIds !== undefined, (query) => query.where('customer.id', 'in', customerIds ?? []))
    .where('entry.kind', '=', 'purchase')
    .where(purchaseStands)
    .where('customer.referred_by', 'is not', null)
    .where('customer.kind', '<>', 'staff')
    .orderBy('entry.on')
    .orderBy('entry.id')
    .execute()
  const given: RewardGiven[] = []
  for (const [customerId, theirs] of Map.groupBy(bought, (one) => one.customerId)) {
    const referredBy = theirs[0]?.referredBy as number
    const purchases = theirs.map(({ id }) => id)
    given.push(...(await rewardReferral(db, book, change, { customerId, referredBy, purchases })))
  }
  return given
}
