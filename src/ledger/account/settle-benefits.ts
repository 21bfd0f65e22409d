import type { Db } from '../../store/db.ts'
import { settlePoints } from '../benefit/settle-points.ts'
import type { Book } from '../book/book.ts'
import type { Change } from '../book/change/record.ts'
import { settleRewards } from './settle-rewards.ts'

/** Brings points, and credit given for referrals, to what the purchases of customers come to: whatever ended one. */
export async function settleBenefits(
  db: Db,
  book: Book,
  change: Change,
  customerIds: readonly (number | null)[],
): Promise<void> {
  await Promise.all([settlePoints(db, book, change, customerIds), settleRewards(db, book, change, customerIds)])
}
