import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import type { Day } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { birthdayIn } from '../identity/birthday.ts'
import { decimal, type Minor, roundHalfAway } from '../money.ts'
import { currentTiers } from '../tier/current.ts'
import type { Tier } from '../vocabulary.ts'
import { admitCoupon, type Coupon, findCoupon, offByCoupon } from './coupons.ts'
import { pointsOf, worthOf } from './points.ts'
import type { Earning } from './points-earned.ts'

/** What a customer asks to be taken off a price. */
export interface PriceWishes {
  readonly coupon?: string | undefined
  readonly privilege?: boolean | undefined
  /** So many points. */
  readonly redeem?: number | undefined
}

/** A price after coupon, privilege and points, in this order. */
export interface ReducedPrice {
  readonly amount: Minor
  /** What was taken off in all. */
  readonly off: Minor
  readonly coupon: Coupon | null
  readonly redeemed: number
}

interface Buyer {
  readonly id: number
  readonly name: string
}

/**
 * Takes off a price what its buyer has to show for it. Throws points.walk-in, coupon.not-found, coupon.not-given,
 * coupon.over, coupon.used-up, coupon.too-little, privilege.none, points.too-few, points.worthless, points.too-many.
 */
export async function reducePrice(
  db: Db,
  book: Book,
  buyer: Buyer | null,
  { on, amount }: { readonly on: Day; readonly amount: Minor },
  { coupon: code, privilege, redeem = 0 }: PriceWishes,
): Promise<ReducedPrice> {
  const { currency, policy } = book
  if (code === undefined && !privilege && redeem === 0) return { amount, off: 0, coupon: null, redeemed: 0 }
  if (buyer === null) throw new LedgerError('points.walk-in', {})
  let left = amount
  let coupon: Coupon | null = null
  if (code !== undefined) {
    coupon = await findCoupon(db, code)
    await admitCoupon(db, coupon, buyer, on)
    left -= offByCoupon(coupon, left, currency)
  }
  if (privilege) {
    const tier = (await currentTiers({ ...book, db }, [buyer.id])).get(buyer.id) ?? 'D'
    const percent = policy[`tier.${tier}.privilegePercent`]
    if (percent === 0) throw new LedgerError('privilege.none', { tier })
    left -= roundHalfAway((left * percent) / 100)
  }
  if (redeem > 0) {
    const points = (await pointsOf({ ...book, db }, [buyer.id])).get(buyer.id) ?? 0
    if (redeem > points) {
      const { id, name } = buyer
      throw new LedgerError('points.too-few', { id, name, points, asked: redeem })
    }
    if (policy['points.worth'] === 0) throw new LedgerError('points.worthless', {})
    if (worthOf(redeem, policy) > left)
      throw new LedgerError('points.too-many', {
        asked: redeem,
        most: Math.floor(left / policy['points.worth']),
        amount: decimal(left, currency),
      })
    left -= worthOf(redeem, policy)
  }
  return { amount: left, off: amount - left, coupon, redeemed: redeem }
}

/** What a purchase earns as the rules stand: see `earn_rate` and `earn_from`; nulls where it earns nothing. */
export function earningOf({ policy }: Pick<Book, 'policy'>, tier: Tier, birthday: string | null, on: Day): Earning {
  const festive = birthday !== null && birthdayIn(birthday, on, on).length > 0
  const rate =
    policy['points.earnPer'] * policy[`points.rate.${tier}`] * (festive ? policy['points.rate.birthday'] : 100)
  return rate === 0
    ? { earn_rate: null, earn_from: null }
    : { earn_rate: rate, earn_from: policy['points.minAmount'] || null }
}
