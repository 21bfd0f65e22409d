import type { Db } from '../../store/db.ts'
import { couponStanding, giveCoupon } from '../benefit/coupons.ts'
import { pointsWriter } from '../benefit/settle-points.ts'
import type { Book } from '../book/book.ts'
import type { Change } from '../book/change/record.ts'
import { type ReferralReward, rewardOf } from '../book/policy/reward.ts'
import { decimal, type Minor } from '../money.ts'
import { accountOf } from './credit.ts'

/** What somebody was given with the first purchase of one who was brought. */
export interface RewardGiven {
  readonly customerId: number
  readonly name: string
  /** One of these. */
  readonly points: number | null
  readonly coupon: string | null
  readonly credit: string | null
  /** The coupon is over, or there is none of that code any more: nothing was given. */
  readonly isOver: boolean
}

interface FirstPurchase {
  readonly id: number
  readonly customerId: number
  readonly referredBy: number
}

/**
 * What the shop gives to whoever brought a customer, and to the customer, with the first purchase. It goes again with
 * that purchase, and comes back as it does.
 */
export async function rewardReferral(
  db: Db,
  book: Book,
  change: Change,
  { id, customerId, referredBy }: FirstPurchase,
): Promise<RewardGiven[]> {
  const wanted = [
    { to: referredBy, reward: rewardOf(book.policy['referral.reward']) },
    { to: customerId, reward: rewardOf(book.policy['referral.rewardNew']) },
  ]
  if (wanted.every(({ reward }) => reward === null) || !(await isFirst(db, id, customerId))) return []
  const people = await db
    .selectFrom('customer')
    .select(['id', 'name'])
    .where('id', 'in', [referredBy, customerId])
    .where('kind', '<>', 'staff')
    .where('forgotten_on', 'is', null)
    .execute()
  const given: RewardGiven[] = []
  for (const { to, reward } of wanted) {
    const who = people.find((one) => one.id === to)
    const one = reward && who ? await giveReward(db, book, change, who, reward, { id, customerId }) : null
    if (one) given.push(one)
  }
  return given
}

async function isFirst(db: Db, id: number, customerId: number): Promise<boolean> {
  const earlier = await db
    .selectFrom('entry')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('id', '<>', id)
    .limit(1)
    .executeTakeFirst()
  return earlier === undefined
}

/** null where they have kept as much of an earlier one. */
async function giveReward(
  db: Db,
  book: Book,
  change: Change,
  { id: customerId, name }: { readonly id: number; readonly name: string },
  reward: ReferralReward,
  { id: entryId, customerId: brought }: Pick<FirstPurchase, 'id' | 'customerId'>,
): Promise<RewardGiven | null> {
  const given = { customerId, name, points: null, coupon: null, credit: null, isOver: false }
  switch (reward.kind) {
    case 'points': {
      const writer = await pointsWriter(db, book, change, [customerId])
      await writer.add(customerId, book.today, reward.points, 'reward', { entryId })
      return { ...given, points: reward.points }
    }
    case 'coupon': {
      if (!(await couponStanding(db, reward.code, book.today))) return { ...given, coupon: reward.code, isOver: true }
      const { coupon } = await giveCoupon(db, book, change, reward.code, {}, [customerId], { entryId })
      return { ...given, coupon: coupon.code }
    }
    case 'credit': {
      const amount = reward.amount - (await creditKept(db, customerId, brought))
      if (amount <= 0) return null
      await moveCredit(db, book, change, customerId, entryId, amount)
      return { ...given, credit: decimal(amount, book.currency) }
    }
  }
}

/** What was spent of the credit for a first purchase that was void later: the next one does not bring it again. */
async function creditKept(db: Db, customerId: number, brought: number): Promise<Minor> {
  const { owed } = await db
    .selectFrom('entry as reward')
    .innerJoin('entry as purchase', 'purchase.id', 'reward.reward_of')
    .select(({ fn }) => fn.sum<number | null>('reward.owed').as('owed'))
    .where('reward.customer_id', '=', customerId)
    .where('reward.void', '=', 0)
    .where('purchase.customer_id', '=', brought)
    .executeTakeFirstOrThrow()
  return -(owed ?? 0)
}

/** Adds credit as a bonus with nothing paid in; less than 0 ends so much of it. */
async function moveCredit(
  db: Db,
  book: Pick<Book, 'today' | 'by'>,
  change: Change,
  customerId: number,
  entryId: number,
  amount: Minor,
): Promise<void> {
  await db
    .insertInto('entry')
    .values({
      id: change.number('entry'),
      kind: 'payment',
      customer_id: customerId,
      on: book.today,
      amount: 0,
      owed: -amount,
      bonus: Math.abs(amount),
      outgoing: amount < 0 ? 1 : 0,
      reward_of: entryId,
      by: book.by,
      change_id: change.id,
    })
    .execute()
}

/**
 * Brings credit that was given with first purchases to what those come to: whole while the purchase stands, none once
 * it is void or given back in full. What has been spent by then stays spent: nobody comes to owe what they were given.
 */
export async function settleRewards(
  db: Db,
  book: Book,
  change: Change,
  customerIds: readonly (number | null)[],
): Promise<void> {
  const rows = await rewardsWith(db, customerIds)
  for (const rewards of Map.groupBy(rows, ({ customerId, purchase }) => `${customerId} ${purchase}`).values()) {
    const [{ customerId, purchase, whole, stands }] = rewards as [Reward, ...Reward[]]
    const left = rewards.reduce((sum, { owed }) => sum - owed, 0)
    if (stands && left < whole) await moveCredit(db, book, change, customerId, purchase, whole - left)
    if (stands || left <= 0) continue
    const { bonus } = await accountOf(db, book.today, customerId)
    const taken = Math.min(left, bonus)
    if (taken > 0) await moveCredit(db, book, change, customerId, purchase, -taken)
  }
}

/** Whether credit was ever given for a referral. */
export async function isAnyReward(db: Db): Promise<boolean> {
  return (
    (await db.selectFrom('entry').select('id').where('reward_of', 'is not', null).limit(1).executeTakeFirst()) !==
    undefined
  )
}

interface Reward {
  readonly customerId: number
  readonly purchase: number
  readonly owed: Minor
  /** What was given first. */
  readonly whole: Minor
  readonly stands: boolean
}

/** The entries of rewards that stand, of customers or for their purchases, in the order they were made. */
async function rewardsWith(db: Db, customerIds: readonly (number | null)[]): Promise<Reward[]> {
  const ids = customerIds.filter((id): id is number => id !== null)
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('entry as reward')
    .innerJoin('entry as purchase', 'purchase.id', 'reward.reward_of')
    .select(['reward.customer_id', 'reward.owed', 'purchase.id', 'purchase.void', 'purchase.amount'])
    .select((select) =>
      select
        .selectFrom('entry as refund')
        .select(({ fn }) => fn.sum<number | null>('refund.amount').as('given'))
        .whereRef('refund.refund_of', '=', 'purchase.id')
        .where('refund.void', '=', 0)
        .as('given'),
    )
    .where('reward.reward_of', 'is not', null)
    .where('reward.void', '=', 0)
    .where((where) => where.or([where('reward.customer_id', 'in', ids), where('purchase.customer_id', 'in', ids)]))
    .orderBy('reward.id')
    .execute()
  const first = new Map<string, Minor>()
  return rows.map(({ customer_id, owed, id, void: gone, amount, given }) => {
    const key = `${customer_id} ${id}`
    if (!first.has(key)) first.set(key, Math.max(0, -owed))
    return {
      customerId: customer_id ?? 0,
      purchase: id,
      owed,
      whole: first.get(key) ?? 0,
      stands: gone === 0 && !(amount > 0 && (given ?? 0) >= amount),
    }
  })
}

/** What was given with a purchase goes over to the one that stands in its place. */
export async function moveRewards(db: Db, change: Change, entryId: number, anew: number): Promise<void> {
  const [points, coupons, credits] = await Promise.all([
    db
      .selectFrom('point_entry as row')
      .leftJoin('point_entry as lot', 'lot.id', 'row.lot_id')
      .select('row.id')
      .where('row.entry_id', '=', entryId)
      .where((where) => where.or([where('row.why', '=', 'reward'), where('lot.why', '=', 'reward')]))
      .execute(),
    db.selectFrom('coupon_given').select('id').where('entry_id', '=', entryId).execute(),
    db.selectFrom('entry').select('id').where('reward_of', '=', entryId).execute(),
  ])
  for (const { id } of points) await change.amend('point_entry', id, { entry_id: anew })
  for (const { id } of coupons) await change.amend('coupon_given', id, { entry_id: anew })
  for (const { id } of credits) await change.amend('entry', id, { reward_of: anew })
}
