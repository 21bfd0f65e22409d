import type { Db } from '../../store/db.ts'
import { noteUse } from '../benefit/coupons.ts'
import { earnedOf, pointsOf } from '../benefit/points.ts'
import { earningOf, type ReducedPrice, reducePrice } from '../benefit/price.ts'
import { pointsWriter, settlePoints } from '../benefit/settle-points.ts'
import type { Book } from '../book/book.ts'
import { type Change, recordChange } from '../book/change/record.ts'
import type { Day } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { decimal, type Minor } from '../money.ts'
import { currentTiers } from '../tier/current.ts'
import type { Tier } from '../vocabulary.ts'
import { balanceOf } from './balance.ts'
import { accountOf } from './credit.ts'
import { type Purchase, readEntries } from './entries.ts'
import { type Holder, holderOf } from './holder.ts'
import { type RewardGiven, rewardReferral } from './referral-reward.ts'
import { type Takings, takingsOf } from './takings.ts'

export interface NewPurchase {
  /** null: a walk-in. */
  readonly customerId: number | null
  readonly on: Day
  /** What was to be paid, after discount. */
  readonly amount: Minor
  /** What was paid at the counter; without it, all. The rest takes from the credit first, then stands on account. */
  readonly paid?: Minor | undefined
  /** The credit pays it whole, or it is refused: nothing of it is paid at the counter. */
  readonly fromCredit?: boolean | undefined
  readonly cost?: Minor | undefined
  readonly discount?: Minor | undefined
  readonly item?: string | null | undefined
  readonly ref?: string | undefined
  readonly method?: string | undefined
  readonly note?: string | undefined
  /** When the unpaid part is due. */
  readonly dueOn?: Day | undefined
  /** Let the balance pass the customer's credit limit. */
  readonly overLimit?: boolean | undefined
  /** Add up the day's takings for a walk-in: reads every purchase of the ledger, so a till in a pipe does without. */
  readonly withTakings?: boolean | undefined
  /** The sale of a pass: for so many visits, until a day. */
  readonly pass?: { readonly visits: number; readonly until: Day | null } | undefined
  /** A visit of a pass, by the number of its sale. */
  readonly passOf?: number | undefined
  /** What is taken off the amount before it is paid: a coupon by its code, what the tier has, so many points. */
  readonly coupon?: string | undefined
  readonly privilege?: boolean | undefined
  readonly redeem?: number | undefined
}

/** The purchase as it stands, and what it did to the account. */
export interface RecordedPurchase extends Purchase {
  readonly name: string | null
  readonly tier: Tier | null
  /** Of the unpaid part: what the customer's credit paid, what of that was bonus, and what they owe for it. */
  readonly fromCredit: string
  readonly fromBonus: string
  readonly onAccount: string
  readonly balanceBefore: string
  readonly balance: string
  /** Of a walk-in, when asked for: the day's takings. */
  readonly takings: Takings | null
  /** What it earned, and what the customer can redeem now; null where the shop gives no points. */
  readonly points: { readonly earned: number; readonly now: number } | null
  /** What it brought whoever brought the customer, and the customer, as the first purchase. */
  readonly rewards: readonly RewardGiven[]
  /** What the customer's tier has beside the goods. */
  readonly privilege: string | null
  readonly change: number | null
}

/** A purchase entered inside a running change. */
export type EnteredPurchase = Omit<RecordedPurchase, 'change'>

/**
 * Records a purchase. Throws customer.archived, money.over-paid, usage.due-paid, purchase.walk-in-unpaid,
 * purchase.over-limit, purchase.credit-short, and what `reducePrice` does.
 */
export async function recordPurchase(book: Book, wanted: NewPurchase): Promise<RecordedPurchase> {
  const { value, change } = await recordChange(book, 'buy', async (db, change) => {
    const entered = await enterPurchase(db, book, change, wanted)
    Object.assign(change.facts, {
      entryId: entered.id,
      customerId: wanted.customerId,
      amount: wanted.amount,
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
  const [before, holder] =
    customerId === null
      ? [0, null]
      : await Promise.all([balanceOf(db, book.today, customerId), holderOf(db, customerId)])
  const price = await reducePrice(db, book, holder, asked, asked)
  const wanted =
    price.off === 0 ? asked : { ...asked, amount: price.amount, discount: (asked.discount ?? 0) + price.off }
  const { amount } = wanted
  const { paid, unpaid } = refuseOdd(book, wanted)
  if (holder) admit(book, holder, before, unpaid, wanted)
  const earning =
    holder && !holder.isStaff && wanted.passOf === undefined && book.policy['points.earnPer'] > 0
      ? earningOf(book, (await currentTiers(here, [holder.id])).get(holder.id) ?? 'D', holder.birthday, on)
      : { earn_rate: null, earn_from: null }
  const id = change.number('entry')
  await db
    .insertInto('entry')
    .values({
      id,
      kind: 'purchase',
      customer_id: customerId,
      on,
      amount,
      owed: unpaid,
      paid,
      cost: wanted.cost ?? null,
      discount: wanted.discount ?? null,
      item: wanted.item || null,
      ref: wanted.ref || null,
      method: wanted.method || null,
      note: wanted.note || null,
      due_on: wanted.dueOn ?? null,
      bonus_first: book.policy['credit.bonusFirst'] ? 1 : 0,
      pass_visits: wanted.pass?.visits ?? null,
      pass_until: wanted.pass?.until ?? null,
      pass_of: wanted.passOf ?? null,
      ...earning,
      redeemed: price.redeemed || null,
      by: book.by,
      change_id: change.id,
    })
    .execute()
  const rewards = holder ? await noteBenefits(db, book, change, holder, { id, on, price }) : []
  const fromCredit = Math.min(unpaid, Math.max(0, -before))
  const pointed = customerId !== null && (earning.earn_rate !== null || price.redeemed > 0)
  const [entries, tiers, takings, account, points, earned] = await Promise.all([
    readEntries(here, { ids: [id] }),
    customerId === null ? null : currentTiers(here, [customerId]),
    customerId === null && wanted.withTakings ? takingsOf(db, on, currency) : null,
    customerId === null || fromCredit === 0 ? null : accountOf(db, book.today, customerId),
    pointed ? pointsOf(here, [customerId]) : null,
    pointed ? earnedOf(db, id) : 0,
  ])
  const [purchase] = entries as [Purchase]
  const tier = customerId === null || holder?.isStaff ? null : (tiers?.get(customerId) ?? 'C')
  const toDecimal = (minor: Minor) => decimal(minor, currency)
  return {
    ...purchase,
    name: holder?.name ?? null,
    tier,
    fromCredit: toDecimal(fromCredit),
    fromBonus: toDecimal(account?.fromCreditOf(id).bonus ?? 0),
    onAccount: toDecimal(unpaid - fromCredit),
    balanceBefore: toDecimal(before),
    balance: toDecimal(before + unpaid),
    takings,
    points: points && { earned, now: points.get(customerId ?? 0) ?? 0 },
    rewards,
    privilege: tier === null ? null : book.policy[`tier.${tier}.privilege`],
  }
}

/** What a purchase brings beside the goods: points taken and earned, the coupon used, what a referral is worth. */
async function noteBenefits(
  db: Db,
  book: Book,
  change: Change,
  { id: customerId, referredBy, isStaff }: Holder,
  { id, on, price }: { readonly id: number; readonly on: Day; readonly price: ReducedPrice },
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
  await settlePoints(db, book, change, [customerId])
  return rewards
}

/** What is paid and what is not, and whether that can be. */
function refuseOdd(
  { currency }: Book,
  { customerId, on, amount, fromCredit, dueOn, ...wanted }: NewPurchase,
): { paid: Minor; unpaid: Minor } {
  const paid = fromCredit ? 0 : (wanted.paid ?? amount)
  const unpaid = amount - paid
  if (unpaid < 0)
    throw new LedgerError('money.over-paid', { paid: decimal(paid, currency), amount: decimal(amount, currency) })
  if (dueOn !== undefined && unpaid === 0) throw new LedgerError('usage.due-paid', {})
  if (dueOn !== undefined && dueOn < on) throw new LedgerError('day.due-first', { due: dueOn, on })
  if (customerId === null && (unpaid > 0 || fromCredit)) throw new LedgerError('purchase.walk-in-unpaid', {})
  return { paid, unpaid }
}

function admit(
  { currency }: Book,
  { id, name, archived, creditLimit }: Holder,
  before: Minor,
  unpaid: Minor,
  { fromCredit, overLimit }: NewPurchase,
): void {
  if (archived) throw new LedgerError('customer.archived', { id, name })
  const after = before + unpaid
  if (fromCredit && after > 0 && unpaid > 0) {
    const credit = Math.max(0, -before)
    throw new LedgerError('purchase.credit-short', {
      id,
      name,
      credit: decimal(credit, currency),
      amount: decimal(unpaid, currency),
      short: decimal(unpaid - credit, currency),
    })
  }
  if (unpaid > 0 && creditLimit !== null && after > creditLimit && after > 0 && !overLimit) {
    throw new LedgerError('purchase.over-limit', {
      id,
      name,
      limit: decimal(creditLimit, currency),
      balance: decimal(after, currency),
    })
  }
}
