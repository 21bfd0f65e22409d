import type { Db } from '../../store/db.ts'
import { couponStanding, giveCoupon } from '../benefit/coupons.ts'
import { standingRewards } from '../benefit/points-rewarded.ts'
import { purchaseStands } from '../benefit/reward-standing.ts'
import { pointsWriter } from '../benefit/settle-points.ts'
import type { Book } from '../book/book.ts'
import type { Change } from '../book/change/record.ts'
import { type ReferralReward, rewardOf } from '../book/policy/reward.ts'
import { decimal } from '../money.ts'
import { settleBenefits } from './settle-benefits.ts'
import { type CreditMoved, moveCredit, settleRewards } from './settle-rewards.ts'

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
  readonly customerId: number
  readonly referredBy: number
  /** What is entered of the customer's now, the oldest first: the first of it may be their first. */
  readonly purchases: readonly number[]
}

/**
 * What the shop gives to whoever brought a customer, and to the customer, with the first purchase. It goes again with
 * that purchase, and comes back as it does; or with the next, where there is none but that.
 */
export async function rewardReferral(
  db: Db,
  book: Book,
  change: Change,
  { customerId, referredBy, purchases }: FirstPurchase,
): Promise<RewardGiven[]> {
  const wanted = [
    { to: referredBy, reward: rewardOf(book.policy['referral.reward']) },
    { to: customerId, reward: rewardOf(book.policy['referral.rewardNew']) },
  ]
  const [entryId] = purchases
  if (entryId === undefined || wanted.every(({ reward }) => reward === null)) return []
  if (!(await isFirst(db, customerId, purchases))) return []
  const people = await db
    .selectFrom('customer')
    .select(['id', 'name'])
    .where('id', 'in', [referredBy, customerId])
    .where('kind', '<>', 'staff')
    .where('forgotten_on', 'is', null)
    .execute()
  const back = await bringBack(db, book, change, customerId, entryId)
  const given: RewardGiven[] = []
  for (const { to, reward } of wanted) {
    const who = people.find((one) => one.id === to)
    const one =
      who && back.has(to)
        ? back.get(to)
        : reward && who
          ? await giveReward(db, book, change, who.id, reward, entryId)
          : null
    if (one && who) given.push({ ...nothing, customerId: to, name: who.name, ...one })
  }
  return given
}

const nothing = { points: null, coupon: null, credit: null, isOver: false }
type Given = Partial<Omit<RewardGiven, 'customerId' | 'name'>>

/** Whether nothing of theirs stands but these: neither here nor in what an old roster said of before. */
async function isFirst(db: Db, customerId: number, purchases: readonly number[]): Promise<boolean> {
  const [earlier, before] = await Promise.all([
    db
      .selectFrom('entry')
      .select('id')
      .where('customer_id', '=', customerId)
      .where('kind', '=', 'purchase')
      .where(purchaseStands)
      .where('id', 'not in', purchases)
      .limit(1)
      .executeTakeFirst(),
    db
      .selectFrom('customer')
      .select('id')
      .where('id', '=', customerId)
      .where((where) =>
        where.or([
          where('opening_visits', '>', 0),
          where('opening_spent', '>', 0),
          where('opening_last_on', 'is not', null),
        ]),
      )
      .executeTakeFirst(),
  ])
  return earlier === undefined && before === undefined
}

/**
 * What was given for first purchases of theirs that stand no more goes over to the one that does: it comes once.
 * Says what that brings whom; null of one who has it already.
 */
async function bringBack(
  db: Db,
  book: Book,
  change: Change,
  customerId: number,
  entryId: number,
): Promise<Map<number, Given | null>> {
  const ended = await endedRewards(db, customerId, entryId)
  const back = new Map<number, Given | null>(
    ended.map(({ receiver, coupon }) => [receiver, coupon ? { coupon } : null]),
  )
  if (ended.length === 0) return back
  for (const one of new Set(ended.map((one) => one.entryId))) await moveRewards(db, change, one, entryId)
  for (const { entryId: of, customerId: receiver, missing } of await standingRewards(db, [customerId]))
    if (of === entryId && missing > 0) back.set(receiver, { points: missing })
  const credits: CreditMoved[] = await settleRewards(db, book, change, [customerId])
  for (const { customerId: receiver, amount } of credits.filter((one) => one.entryId === entryId))
    back.set(receiver, { credit: decimal(amount, book.currency) })
  return back
}

/** Who was given something for other purchases of a customer; a coupon by its code. */
async function endedRewards(db: Db, customerId: number, entryId: number) {
  const points = db
    .selectFrom('point_entry as row')
    .innerJoin('entry', 'entry.id', 'row.entry_id')
    .select(['row.entry_id as entryId', 'row.customer_id as receiver'])
    .where('row.why', '=', 'reward')
    .where('entry.customer_id', '=', customerId)
    .where('entry.id', '<>', entryId)
  const coupons = db
    .selectFrom('coupon_given as row')
    .innerJoin('entry', 'entry.id', 'row.entry_id')
    .innerJoin('coupon', 'coupon.id', 'row.coupon_id')
    .select(['row.entry_id as entryId', 'row.customer_id as receiver', 'coupon.code as coupon'])
    .where('entry.customer_id', '=', customerId)
    .where('entry.id', '<>', entryId)
  const credits = db
    .selectFrom('entry as row')
    .innerJoin('entry', 'entry.id', 'row.reward_of')
    .select(['row.reward_of as entryId', 'row.customer_id as receiver'])
    .where('row.void', '=', 0)
    .where('entry.customer_id', '=', customerId)
    .where('entry.id', '<>', entryId)
  const found = await Promise.all([points.execute(), coupons.execute(), credits.execute()])
  return found.flat().map((row) => ({
    entryId: row.entryId as number,
    receiver: row.receiver as number,
    coupon: 'coupon' in row ? row.coupon : null,
  }))
}

async function giveReward(
  db: Db,
  book: Book,
  change: Change,
  customerId: number,
  reward: ReferralReward,
  entryId: number,
): Promise<Given> {
  switch (reward.kind) {
    case 'points': {
      const writer = await pointsWriter(db, book, change, [customerId])
      await writer.add(customerId, book.today, reward.points, 'reward', { entryId })
      return { points: reward.points }
    }
    case 'coupon': {
      if (!(await couponStanding(db, reward.code, book.today))) return { coupon: reward.code, isOver: true }
      const { coupon } = await giveCoupon(db, book, change, reward.code, {}, [customerId], { entryId })
      return { coupon: coupon.code }
    }
    case 'credit':
      await moveCredit(db, book, change, customerId, entryId, reward.amount)
      return { credit: decimal(reward.amount, book.currency) }
  }
}

/** Who was given something for purchases. */
export async function rewardedFor(db: Db, entryIds: readonly number[]): Promise<number[]> {
  const found = await Promise.all([
    db
      .selectFrom('point_entry')
      .select('customer_id as id')
      .where('why', '=', 'reward')
      .where('entry_id', 'in', entryIds)
      .execute(),
    db.selectFrom('entry').select('customer_id as id').where('reward_of', 'in', entryIds).execute(),
  ])
  return [...new Set(found.flat().flatMap(({ id }) => id ?? []))]
}

/**
 * Somebody else brought a customer than was said: what was given for it goes, and the other is given what the rule
 * says. Nothing where nothing was given.
 */
export async function correctReferral(
  db: Db,
  book: Book,
  change: Change,
  { customerId, was, is }: { readonly customerId: number; readonly was: number; readonly is: number | null },
): Promise<void> {
  const given = (await endedRewards(db, customerId, 0)).find(({ receiver }) => receiver === was)
  await settleBenefits(db, book, change, [customerId, was])
  const reward = rewardOf(book.policy['referral.reward'])
  if (!given || is === null || reward === null) return
  const stands = await db
    .selectFrom('entry')
    .select('id')
    .where('id', '=', given.entryId)
    .where(purchaseStands)
    .executeTakeFirst()
  const isStaff = await db
    .selectFrom('customer')
    .select('id')
    .where('id', '=', is)
    .where('kind', '=', 'staff')
    .executeTakeFirst()
  if (stands && !isStaff) await giveReward(db, book, change, is, reward, given.entryId)
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
