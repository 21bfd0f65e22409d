import type { Book } from '../book/book.ts'
import type { Day } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { decimal, type Minor } from '../money.ts'
import type { Holder } from './holder.ts'

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

/** Its row, but for what it earns and what was taken off it. */
export function purchaseRow(book: Book, wanted: NewPurchase, { paid, unpaid }: { paid: Minor; unpaid: Minor }) {
  return {
    kind: 'purchase' as const,
    customer_id: wanted.customerId,
    on: wanted.on,
    amount: wanted.amount,
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
    by: book.by,
  }
}

/**
 * What is paid and what is not, and whether that can be. Throws money.over-paid, usage.due-paid, day.due-first,
 * purchase.walk-in-unpaid.
 */
export function refuseOdd(
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

/** Throws customer.archived, purchase.credit-short, purchase.over-limit. */
export function admit(
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
