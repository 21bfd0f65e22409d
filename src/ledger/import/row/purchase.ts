import type { Day } from '../../day.ts'
import type { Minor } from '../../money.ts'
import type { SkipReason } from '../format/schema.ts'

/** Whom a row names: by the cell `customer`, or by card, phone, mail and name. All empty: nobody in particular. */
export interface Buyer {
  readonly customer: string
  readonly code: string
  readonly phone: string
  readonly name: string
  readonly email: string
}

/** By what a service knows the buyer, and what it says of them: of files of a known format. */
export interface Payer {
  readonly key: string | null
  readonly name: string | null
  readonly called: string | null
  readonly address: string | null
}

/** What is only kept; reason and fault are of returns. */
export interface Beside {
  readonly note: string | null
  readonly reason: string | null
  readonly fault: string | null
  /** Who entered it, where the file says so. */
  readonly by: string | null
}

/** One line of a till's file. */
export interface PurchaseRow extends Beside {
  readonly line: number
  readonly buyer: Buyer
  readonly payer: Payer | null
  readonly on: Day
  /** The time of day, where the file has one: two sales alike but for the hour are two. */
  readonly time: string | null
  /** Negative: a return. */
  readonly amount: Minor
  readonly cost: Minor | null
  readonly discount: Minor | null
  readonly item: string | null
  readonly ref: string | null
  /** By what another service knows the same sale. */
  readonly payRef: string | null
  /** By what an export calls an entry without a ref, for the refunds of the same file: `entry:12`. */
  readonly local: string | null
  readonly method: string | null
  readonly paid: Minor | null
  readonly dueOn: Day | null
  readonly refundOf: string | null
  /** What was handed back of it so far, and when, where the row says so. */
  readonly refunded: Minor | null
  readonly refundedOn: Day | null
  /** A refund that stands in a row of its own; `otherwise` is why it is left out where its sale is nowhere. */
  readonly isRefund: boolean
  readonly otherwise: SkipReason | null
  readonly void: boolean
  /** A void row that says no more than the ref: `on` and `amount` are not given. */
  readonly bare: boolean
  /** Void only where the ledger has it: an order called off before it was a sale. */
  readonly cancelled: boolean
}

/** What can be said of a row that cannot be taken: which receipt it is a line of. */
export interface Broken {
  readonly ref: string | null
  readonly on: Day | null
  readonly buyer: Buyer
}

export function isNobody({ customer, code, phone, name, email }: Buyer): boolean {
  return customer === '' && code === '' && phone === '' && name === '' && email === ''
}
