import type { Book } from '../book/book.ts'
import { decimal, type Minor } from '../money.ts'
import type { Tier } from '../vocabulary.ts'
import type { Purchase } from './entries.ts'
import type { Holder } from './holder.ts'
import type { RewardGiven } from './referral-reward.ts'
import type { Takings } from './takings.ts'

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

/** What became of a purchase, as it is found: money in minor units. */
export interface PurchaseOutcome extends Pick<RecordedPurchase, 'takings' | 'points' | 'rewards'> {
  /** null: a walk-in. */
  readonly holder: Pick<Holder, 'name' | 'isStaff'> | null
  /** The holder's, once they have bought. */
  readonly tier: Tier | undefined
  /** The balance before it. */
  readonly before: Minor
  readonly unpaid: Minor
  /** Of what the credit paid: the bonus. */
  readonly fromBonus: Minor
}

/** What of the unpaid part the customer's credit pays: all that there is of it, before anything stands on account. */
export function paidByCredit({ before, unpaid }: Pick<PurchaseOutcome, 'before' | 'unpaid'>): Minor {
  return Math.min(unpaid, Math.max(0, -before))
}

/** The purchase as it is told to whoever typed it. Staff have no tier; who has bought and is not sorted yet is C. */
export function tellPurchase(
  { currency, policy }: Pick<Book, 'currency' | 'policy'>,
  purchase: Purchase,
  outcome: PurchaseOutcome,
): EnteredPurchase {
  const { holder, before, unpaid, fromBonus, takings, points, rewards } = outcome
  const tier = holder === null || holder.isStaff ? null : (outcome.tier ?? 'C')
  const fromCredit = paidByCredit(outcome)
  const money = (minor: Minor) => decimal(minor, currency)
  return {
    ...purchase,
    name: holder?.name ?? null,
    tier,
    fromCredit: money(fromCredit),
    fromBonus: money(fromBonus),
    onAccount: money(unpaid - fromCredit),
    balanceBefore: money(before),
    balance: money(before + unpaid),
    takings,
    points,
    rewards,
    privilege: tier === null ? null : policy[`tier.${tier}.privilege`],
  }
}
