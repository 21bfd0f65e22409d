import { paidHow, readGoods } from '../../cli/goods.ts'
import type { Read } from '../../cli/inputs.ts'
import type { NewPurchase } from '../../ledger/account/new-purchase.ts'
import type { Day } from '../../ledger/day.ts'
import { LedgerError } from '../../ledger/errors.ts'

/** The flags of a purchase, on the command line and on a line of a till. */
export const purchaseFlags = [
  '-i, --item <item>',
  '--cost <amount>',
  '--discount <amount>',
  '-d, --on <day>',
  '-p, --paid <amount>',
  '-u, --unpaid',
  '--due <day>',
  '--ref <reference>',
  '--method <method>',
  '-n, --note <note>',
  '--over-limit',
  '--coupon <code>',
  '--privilege',
  '--redeem <points>',
] as const

/** What those flags, and the words after the amount, are read by. */
export function purchaseInput(read: Read) {
  return {
    what: read.words,
    item: read.optional(read.text),
    cost: read.optional(read.money),
    discount: read.optional(read.money),
    on: read.optional(read.pastDay),
    paid: read.optional(read.money),
    unpaid: read.flag,
    due: read.optional(read.aheadOf),
    ref: read.optional(read.text),
    method: read.optional(read.text),
    note: read.optional(read.text),
    overLimit: read.flag,
    coupon: read.optional(read.text),
    privilege: read.flag,
    redeem: read.optional(read.count(1)),
  }
}

/** What they say of a purchase. */
export interface PurchaseSaid {
  readonly what: readonly string[]
  readonly item?: string | undefined
  readonly cost?: number | undefined
  readonly discount?: number | undefined
  readonly on?: Day | undefined
  readonly paid?: number | undefined
  readonly unpaid: boolean
  readonly due?: ((on?: Day) => Day) | undefined
  readonly ref?: string | undefined
  readonly method?: string | undefined
  readonly note?: string | undefined
  readonly overLimit: boolean
  readonly coupon?: string | undefined
  readonly privilege: boolean
  readonly redeem?: number | undefined
}

/**
 * The purchase they describe, but for whose it is and of how much. Throws usage.dash, usage.conflict,
 * usage.credit-paid.
 */
export function describedPurchase(
  { what, item, due, on, paid, unpaid, ...said }: PurchaseSaid,
  today: Day,
): Omit<NewPurchase, 'customerId' | 'amount'> {
  const goods = readGoods(what, purchaseFlags, 'buy')
  if (item !== undefined && goods.item !== '')
    throw new LedgerError('usage.conflict', { first: 'ITEM', second: '--item' })
  const how = paidHow({ paid, unpaid: unpaid || goods.unpaid, method: said.method })
  return { ...said, ...how, dueOn: due?.(on), on: on ?? today, item: item ?? goods.item }
}
