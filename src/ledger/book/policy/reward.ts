import { decimal, type Minor, parseMoney } from '../../money.ts'

/** What somebody is given for a referral: points, a coupon by its code, credit. */
export type ReferralReward =
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'coupon'; readonly code: string }
  | { readonly kind: 'credit'; readonly amount: Minor }

const mostPoints = 1_000_000
const kinds = {
  points: /^(?:points?|积分)\s*[:=]\s*(\d{1,7})$/i,
  coupon: /^(?:coupon|券|送券|优惠券)\s*[:=]\s*(.+)$/i,
  credit: /^(?:credit|预存|储值|余额)\s*[:=]\s*(.+)$/i,
}

/**
 * `points:50` (or 50 alone), `coupon:FRIEND`, `credit:10`, in either language, as the table of rules keeps it: a number
 * of points, `coupon:CODE`, `credit:` and minor units. null for 0, undefined for what is none of these. Throws money.*.
 */
export function readReward(typed: string, currency: string): string | number | null | undefined {
  const plain = typed.normalize('NFKC').trim()
  if (/^(?:off|none|0|关|无)$/i.test(plain)) return null
  const points = /^\d{1,7}$/.test(plain) ? plain : kinds.points.exec(plain)?.[1]
  if (points !== undefined) return Number(points) > 0 && Number(points) <= mostPoints ? Number(points) : undefined
  const code = kinds.coupon.exec(plain)?.[1]
  if (code !== undefined) return `coupon:${code.trim()}`
  const amount = kinds.credit.exec(plain)?.[1]
  if (amount === undefined) return undefined
  const minor = parseMoney(amount, currency)
  return minor > 0 ? `credit:${minor}` : undefined
}

/** The same of a value that was written out; undefined where it can be none. */
export function keptReward(written: string, currency: string): string | number | null | undefined {
  try {
    return readReward(written, currency)
  } catch {
    return undefined
  }
}

/** What a kept rule means. */
export function rewardOf(kept: string | number | null): ReferralReward | null {
  if (kept === null || kept === 0) return null
  if (typeof kept === 'number') return { kind: 'points', points: kept }
  const value = kept.slice(kept.indexOf(':') + 1)
  return kept.startsWith('coupon:') ? { kind: 'coupon', code: value } : { kind: 'credit', amount: Number(value) }
}

/** A kept rule as it is typed and shown. */
export function shownReward(kept: string | number, currency: string): string | number {
  const reward = rewardOf(kept)
  if (reward === null) return kept
  if (reward.kind === 'points') return `points:${reward.points}`
  return reward.kind === 'coupon' ? `coupon:${reward.code}` : `credit:${decimal(reward.amount, currency)}`
}

/** The coupon a birthday gift is; null where it is words. */
export function couponOf(gift: string | null): string | null {
  return gift?.startsWith('coupon:') ? gift.slice('coupon:'.length) : null
}
