import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import type { Change } from '../book/change/record.ts'
import { couponOf } from '../book/policy/reward.ts'
import { addDays } from '../day.ts'
import { currentTiers } from '../tier/current.ts'
import { codeKey, couponStanding, giveCoupon } from './coupons.ts'

/** Two birthdays are never nearer than this, a moved lunar one neither. */
const apart = 300

/**
 * Gives those just wished a happy birthday the coupon their tier is given (`tier.A.birthdayGift coupon:CODE`), inside
 * the change that notes the wish; once a birthday. Returns the code each was given.
 */
export async function giveBirthdayCoupons(
  db: Db,
  book: Book,
  change: Change,
  customerIds: readonly number[],
): Promise<Map<number, string>> {
  const given = new Map<number, string>()
  if (customerIds.length === 0) return given
  const tiers = await currentTiers({ ...book, db }, customerIds)
  const byCode = Map.groupBy(customerIds, (id) => couponOf(book.policy[`tier.${tiers.get(id) ?? 'D'}.birthdayGift`]))
  for (const [code, ids] of byCode) {
    if (code === null || !(await couponStanding(db, code, book.today))) continue
    const had = await db
      .selectFrom('coupon_given')
      .innerJoin('coupon', 'coupon.id', 'coupon_given.coupon_id')
      .select('coupon_given.customer_id as id')
      .where('coupon.code_key', '=', codeKey(code))
      .where('coupon_given.on', '>', addDays(book.today, -apart))
      .where('coupon_given.customer_id', 'in', ids)
      .execute()
    const passed = new Set(had.map(({ id }) => id))
    const { coupon, given: now } = await giveCoupon(
      db,
      book,
      change,
      code,
      {},
      ids.filter((id) => !passed.has(id)),
      { anew: true },
    )
    for (const id of now) given.set(id, coupon.code)
  }
  return given
}
