import type { Book } from '../book/book.ts'
import { recordChange } from '../book/change/record.ts'
import { LedgerError } from '../errors.ts'
import { decimal } from '../money.ts'
import { admitCoupon, type Coupon, type CouponWanted, couponCoded, findCoupon, giveCoupon, noteUse } from './coupons.ts'

/** A coupon and to whom it was given. */
export interface CouponGiven {
  readonly code: string
  readonly value: string | null
  readonly percent: number | null
  readonly min: string | null
  readonly until: string | null
  readonly uses: number
  readonly customerIds: readonly number[]
  readonly change: number | null
}

/** Makes a coupon that nobody has yet: one that is given by a rule. Throws coupon.no-worth, coupon.stands, day.past. */
export async function makeCoupon(book: Book, code: string, wanted: CouponWanted): Promise<CouponGiven> {
  refusePast(book, wanted)
  const { value, change } = await recordChange(book, 'coupon give', async (db, change) => {
    if (await couponCoded(db, code)) throw new LedgerError('coupon.stands', { code })
    const { coupon } = await giveCoupon(db, book, change, code, wanted, [])
    Object.assign(change.facts, { couponId: coupon.id, count: 0 })
    return termsOf(book, coupon)
  })
  return { ...value, customerIds: [], change }
}

/** A coupon that is over already is good for nobody. */
function refusePast({ today }: Book, { until }: CouponWanted): void {
  if (until !== undefined && until !== null && until < today) throw new LedgerError('day.past', { day: until, today })
}

/** What a coupon is good for, as it is told. */
function termsOf({ currency }: Book, { code, worth, percent, least, until, uses }: Coupon) {
  const money = (amount: number | null) => (amount === null ? null : decimal(amount, currency))
  return { code, value: money(worth), percent, min: money(least), until, uses }
}

/** Gives a coupon to customers in one change. Throws coupon.nobody, day.past, and what `giveCoupon` does. */
export async function giveCoupons(
  book: Book,
  code: string,
  wanted: CouponWanted,
  customerIds: readonly number[],
): Promise<CouponGiven> {
  refusePast(book, wanted)
  const { value, change } = await recordChange(book, 'coupon give', async (db, change) => {
    if (customerIds.length === 0) throw new LedgerError('coupon.nobody', { code })
    const { coupon, given } = await giveCoupon(db, book, change, code, wanted, customerIds)
    if (given.length === 0) throw new LedgerError('coupon.nobody', { code: coupon.code })
    const [first] = given
    Object.assign(change.facts, given.length === 1 ? { customerId: first } : { count: given.length })
    change.facts['couponId'] = coupon.id
    return { ...termsOf(book, coupon), customerIds: given }
  })
  return { ...value, change }
}

export interface CouponUsed {
  readonly code: string
  readonly customerId: number
  readonly name: string
  readonly on: string
  readonly change: number | null
}

/** Notes that a coupon was used without a purchase here. Throws as `admitCoupon` does. */
export async function useCoupon(
  book: Book,
  code: string,
  customer: { readonly id: number; readonly name: string },
): Promise<CouponUsed> {
  const { value, change } = await recordChange(book, 'coupon use', async (db, change) => {
    const coupon = await findCoupon(db, code)
    await admitCoupon(db, coupon, customer, book.today)
    await noteUse(db, change, { couponId: coupon.id, customerId: customer.id, on: book.today, entryId: null })
    Object.assign(change.facts, { customerId: customer.id, couponId: coupon.id })
    return { code: coupon.code, customerId: customer.id, name: customer.name, on: book.today }
  })
  return { ...value, change }
}
