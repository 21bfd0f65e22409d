import type { Day } from '../day.ts'
import type { Minor } from '../money.ts'

/** A purchase that is not void, with what was refunded of it on or before the day. */
export interface PurchaseLessRefunds {
  readonly on: Day
  readonly amount: Minor
  readonly cost: Minor | null
  readonly refunded: Minor
}

/** Goods brought back that no purchase is named for. */
export interface ReturnedGoods {
  readonly on: Day
  readonly amount: Minor
}

/** Not refunded in full; one of 0.00, a free sample say, is a visit and counts. */
export function isCounted({ amount, refunded }: PurchaseLessRefunds): boolean {
  return amount === 0 || refunded < amount
}
