import type { CouponGiven, CouponUsed } from '../ledger/benefit/coupon-changes.ts'
import type { CouponRow } from '../ledger/benefit/coupons.ts'
import { quoted } from '../locales/asked.ts'
import { grouped } from '../locales/figure.ts'
import type { Screen } from '../terminal/screen.ts'
import { figureHeads, table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { hung } from '../terminal/width.ts'

type Terms = Pick<CouponRow, 'value' | 'percent' | 'min' | 'until' | 'uses'>

/** What a coupon is good for. */
function termsOf({ value, percent, min, until, uses }: Terms, { words: { coupon, marks }, money, day }: Voice): string {
  return [
    value === null ? coupon.percent(percent ?? 0) : coupon.value(money(value)),
    min === null ? '' : coupon.min(money(min)),
    until === null ? '' : coupon.until(day(until)),
    uses === 1 ? '' : uses === 0 ? coupon.always : coupon.uses(uses),
  ]
    .filter(Boolean)
    .join(marks.parts)
}

const termColumns = { code: 'text', value: 'money', percent: 'count', min: 'money', until: 'day' } as const

export const couponGivenScreen: Screen<CouponGiven> = {
  columns: {
    ...termColumns,
    uses: 'count',
    customerIds: 'list',
    change: 'count',
  },
  lines: (given, voice) =>
    hung(
      given.customerIds.length === 0
        ? voice.words.coupon.made(given.code, termsOf(given, voice), quoted(given.code))
        : voice.words.coupon.given(given.code, termsOf(given, voice), given.customerIds.length, quoted(given.code)),
      voice.width,
    ),
}

export const couponUsedScreen: Screen<CouponUsed> = {
  columns: { code: 'text', customerId: 'count', name: 'text', on: 'day', change: 'count' },
  id: ({ customerId }) => customerId,
  lines: ({ code, customerId, name }, { words }) => words.coupon.used(code, name, customerId),
}

/** Every coupon, to how many it was given, how often it was used, and what that brought. */
export const couponsScreen: Screen<readonly CouponRow[]> = {
  columns: {
    ...termColumns,
    given: 'count',
    used: 'count',
    uses: 'count',
    revenue: 'money',
  },
  lines(coupons, voice) {
    const { coupon } = voice.words
    if (coupons.length === 0) return coupon.none
    return table(
      figureHeads(coupon.heads, 2),
      coupons.map((one) => [
        one.code,
        termsOf(one, voice),
        grouped(one.given),
        grouped(one.used),
        voice.money(one.revenue),
      ]),
      voice,
    )
  },
  next: (coupons, { words }) => (coupons.length === 0 ? [] : [words.coupon.next]),
}
