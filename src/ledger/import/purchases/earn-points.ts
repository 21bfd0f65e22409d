import type { Db } from '../../../store/db.ts'
import { rewardFirstPurchases } from '../../account/first-purchases.ts'
import type { RewardGiven } from '../../account/referral-reward.ts'
import { isAnyReward, settleRewards } from '../../account/settle-rewards.ts'
import { earningOf } from '../../benefit/price.ts'
import { isAnyPoints, settlePoints } from '../../benefit/settle-points.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change/record.ts'
import { currentTiers } from '../../tier/current.ts'

/** So many customers at once: an import may bring the sales of hundreds of thousands. */
const customersAtOnce = 500

/**
 * Lets the purchases an import entered, from `firstNew` on, earn what they would have at the counter, rewards for
 * referrals too, and takes back what its refunds and voids end. What an import found again earns nothing more. Says
 * what was given for referrals.
 */
export async function earnPoints(db: Db, book: Book, change: Change, firstNew: number): Promise<RewardGiven[]> {
  const isRewarding = book.policy['referral.reward'] !== null || book.policy['referral.rewardNew'] !== null
  const [points, rewards] = await Promise.all([isAnyPoints(db, book.policy), isAnyReward(db)])
  if (!points && !rewards && !isRewarding) return []
  const touched = await touchedBy(db, change, firstNew)
  if (rewards) await settleRewards(db, book, change, touched)
  const given = isRewarding
    ? await rewardFirstPurchases(db, book, change, { from: firstNew, customerIds: touched })
    : []
  if (!points && given.length === 0) return given
  for (let at = 0; at < touched.length; at += customersAtOnce) {
    const ids = touched.slice(at, at + customersAtOnce)
    if (book.policy['points.earnPer'] > 0) await rate(db, book, firstNew, ids)
    await settlePoints(db, book, change, ids)
  }
  return given
}

/** Whose entries the change made or put right. */
async function touchedBy(db: Db, change: Change, firstNew: number): Promise<number[]> {
  const [made, amended] = await Promise.all([
    db
      .selectFrom('entry')
      .select('customer_id as id')
      .distinct()
      .where('id', '>=', firstNew)
      .where('customer_id', 'is not', null)
      .execute(),
    db
      .selectFrom('change_row')
      .innerJoin('entry', 'entry.id', 'change_row.row_id')
      .select('entry.customer_id as id')
      .distinct()
      .where('change_row.change_id', '=', change.id)
      .where('change_row.table_name', '=', 'entry')
      .where('entry.customer_id', 'is not', null)
      .execute(),
  ])
  return [...new Set([...made, ...amended].flatMap(({ id }) => id ?? []))].sort((one, other) => one - other)
}

async function rate(db: Db, book: Book, firstNew: number, customerIds: readonly number[]): Promise<void> {
  const [tiers, purchases] = await Promise.all([
    currentTiers({ ...book, db }, customerIds),
    db
      .selectFrom('entry')
      .innerJoin('customer', 'customer.id', 'entry.customer_id')
      .select(['entry.id', 'customer.id as customerId', 'entry.on', 'customer.birthday'])
      .where('customer.id', 'in', customerIds)
      .where('customer.kind', '<>', 'staff')
      .where('entry.id', '>=', firstNew)
      .where('entry.kind', '=', 'purchase')
      .where('entry.pass_of', 'is', null)
      .execute(),
  ])
  const byRate = Map.groupBy(
    purchases,
    ({ customerId, birthday, on }) => earningOf(book, tiers.get(customerId) ?? 'D', birthday, on).earn_rate,
  )
  for (const [earn_rate, rated] of byRate) {
    if (earn_rate === null) continue
    await db
      .updateTable('entry')
      .set({ earn_rate, earn_from: book.policy['points.minAmount'] || null })
      .where(
        'id',
        'in',
        rated.map(({ id }) => id),
      )
      .execute()
  }
}
