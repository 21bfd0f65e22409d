import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import type { Change } from '../book/change/record.ts'
import { pointsWriter } from './settle-points.ts'

/**
 * Points for whoever brought a customer, and for the customer, with the first purchase. They go again with it, and come
 * back as it does.
 */
export async function rewardReferral(
  db: Db,
  book: Pick<Book, 'today' | 'policy' | 'currency'>,
  change: Change,
  { customerId, referredBy, id }: { readonly customerId: number; readonly referredBy: number; readonly id: number },
): Promise<void> {
  const { 'referral.reward': forReferrer, 'referral.rewardNew': forNew } = book.policy
  if (forReferrer === 0 && forNew === 0) return
  const earlier = await db
    .selectFrom('entry')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('id', '<>', id)
    .limit(1)
    .executeTakeFirst()
  if (earlier) return
  const writer = await pointsWriter(db, book, change, [customerId, referredBy])
  if (forReferrer > 0) await writer.add(referredBy, book.today, forReferrer, 'reward', { entryId: id })
  if (forNew > 0) await writer.add(customerId, book.today, forNew, 'reward', { entryId: id })
}
