import type { Db } from '../../store/db.ts'
import { noteUse } from '../benefit/coupons.ts'
import { earnedOf, pointsOf } from '../benefit/points.ts'
import { earningOf, type ReducedPrice, reducePrice } from '../benefit/price.ts'
import { isAnyPoints, pointsWriter, settlePoints } from '../benefit/settle-points.ts'
import type { Book } from '../book/book.ts'
import { type Change, recordChange } from '../book/change/record.ts'
import type { Day } from '../day.ts'
import { minorOf } from '../money.ts'
import { currentTiers } from '../tier/current.ts'
import { balanceOf } from './balance.ts'
import { accountOf } from './credit.ts'
import { type Purchase, readEntries } from './entries.ts'
import { type Holder, holderOf } from './holder.ts'
import { admit, type NewPurchase, purchaseRow, refuseOdd } from './new-purchase.ts'
import { type EnteredPurchase, paidByCredit, type RecordedPurchase, tellPurchase } from './recorded-purchase.ts'
import { type RewardGiven, rewardReferral } from './referral-reward.ts'
import { sellAtOnce } from './sell-at-once.ts'
import { takingsOf } from './takings.ts'

/**
 * Records a purchase. Throws customer.archived, money.over-paid, usage.due-paid, purchase.walk-in-unpaid,
 * purchase.over-limit, purchase.credit-short, and what `reducePrice` does.
 */
export async function recordPurchase(book: Book, wanted: NewPurchase): Promise<RecordedPurchase> {
  const sold = await sellAtOnce(book, wanted)
  if (sold) return sold
  const { value, change } = await recordChange(book, 'buy', async (db, change) => {
    const entered = await enterPurchase(db, book, change, wanted)
    Object.assign(change.facts, {
      entryId: entered.id,
      customerId: wanted.customerId,
      // What was to be paid, once coupon, privilege and points had lowered it.
      amount: minorOf(entered.amount),
      on: wanted.on,
    })
    return entered
  })
  return { ...value, change }
}

/** Enters a purchase inside a running change; what it refuses it refuses before anything is written. */
export async function enterPurchase(db: Db, book: Book, change: Change, asked: NewPurchase): Promise<EnteredPurchase> {
  const { customerId, on } = asked
  const { currency } = book
  const here = { ...book, db }
  const [before, holder, anyPoints] =
    customerId === null
      ? [0, null, false]
      : await Promise.all([
          balanceOf(db, book.today, customerId),
          holderOf(db, customerId),
          isAnyPoints(db, book.policy),
        ])
  const price = await reducePrice(db, book, holder, asked, asked)
  const wanted =
    price.off === 0 ? asked : { ...asked, amount: price.amount, discount: (asked.discount ?? 0) + price.off }
  const { paid, unpaid } = refuseOdd(book, wanted)
  if (holder) admit(book, holder, before, unpaid, wanted)
  const earning =
    holder && !holder.isStaff && wanted.passOf === undefined && book.policy['points.earnPer'] > 0
      ? earningOf(book, (await currentTiers(here, [holder.id])).get(holder.id) ?? 'D', holder.birthday, on)
      : { earn_rate: null, earn_from: null }
  const id = change.number('entry')
  const inserting = db
    .insertInto('entry')
    .values({
      id,
      ...purchaseRow(book, wanted, { paid, unpaid }),
      ...earning,
      redeemed: price.redeemed || null,
      change_id: change.id,
    })
    .execute()
  inserting.catch(() => {})
  const rewards = holder ? await noteBenefits(db, book, change, holder, { id, on, price, anyPoints }) : []
  const pointed = customerId !== null && (earning.earn_rate !== null || price.redeemed > 0)
  const [entries, tiers, takings, account, points, earned] = await Promise.all([
    readEntries(here, { ids: [id] }),
    customerId === null ? null : currentTiers(here, [customerId]),
    customerId === null && wanted.withTakings ? takingsOf(db, on, currency) : null,
    customerId === null || paidByCredit({ before, unpaid }) === 0 ? null : accountOf(db, book.today, customerId),
    pointed ? pointsOf(here, [customerId]) : null,
    pointed ? earnedOf(db, id) : 0,
    inserting,
  ])
  const [purchase] = entries as [Purchase]
  return tellPurchase(book, purchase, {
    holder,
    tier: tiers?.get(customerId ?? 0),
    before,
    unpaid,
    fromBonus: account?.fromCreditOf(id).bonus ?? 0,
    takings,
    points: points && { earned, now: points.get(customerId ?? 0) ?? 0 },
    rewards,
  })
}

/** What a purchase brings beside the goods: points taken and earned, the coupon used, what a referral is worth. */
async function noteBenefits(
  db: Db,
  book: Book,
  change: Change,
  { id: customerId, referredBy, isStaff }: Holder,
  {
    id,
    on,
    price,
    anyPoints,
  }: { readonly id: number; readonly on: Day; readonly price: ReducedPrice; readonly anyPoints: boolean },
): Promise<RewardGiven[]> {
  if (price.coupon) await noteUse(db, change, { couponId: price.coupon.id, customerId, on, entryId: id })
  if (price.redeemed > 0) {
    const writer = await pointsWriter(db, book, change, [customerId])
    await writer.add(customerId, on, -price.redeemed, 'redeemed', { entryId: id })
  }
  const rewards =
    isStaff || referredBy === null
      ? []
      : await rewardReferral(db, book, change, { customerId, referredBy, purchases: [id] })
  if (anyPoints || rewards.length > 0) await settlePoints(db, book, change, [customerId])
  return rewards
}
