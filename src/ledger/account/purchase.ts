import type { Book } from '../book/book.ts'
import { recordChange } from '../book/change/record.ts'
import type { Day } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { decimal, type Minor } from '../money.ts'
import { currentTiers } from '../tier/current.ts'
import type { Tier } from '../vocabulary.ts'
import { balanceOf } from './balance.ts'
import { type Purchase, readEntries } from './entries.ts'
import { type Holder, holderOf } from './holder.ts'
import { type Takings, takingsOf } from './takings.ts'

export interface NewPurchase {
  /** null: a walk-in. */
  readonly customerId: number | null
  readonly on: Day
  /** What was to be paid, after discount. */
  readonly amount: Minor
  /** What was paid at the counter; without it, all. The rest takes from the credit first, then stands on account. */
  readonly paid?: Minor | undefined
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
}

/** The purchase as it stands, and what it did to the account. */
export interface RecordedPurchase extends Purchase {
  readonly name: string | null
  readonly tier: Tier | null
  /** Of the unpaid part: what the customer's credit paid, and what they owe for it. */
  readonly fromCredit: string
  readonly onAccount: string
  readonly balanceBefore: string
  readonly balance: string
  /** Of a walk-in, when asked for: the day's takings. */
  readonly takings: Takings | null
  readonly change: number | null
}

/**
 * Records a purchase. Throws customer.archived, money.over-paid, usage.due-paid, purchase.walk-in-unpaid, purchase.over-limit.
 */
export async function recordPurchase(book: Book, wanted: NewPurchase): Promise<RecordedPurchase> {
  const { customerId, on, amount } = wanted
  const { currency } = book
  const paid = wanted.paid ?? amount
  const unpaid = amount - paid
  if (unpaid < 0) throw new LedgerError('money.over-paid', { paid: decimal(paid, currency), amount: decimal(amount, currency) })
  if (wanted.dueOn !== undefined && unpaid === 0) throw new LedgerError('usage.due-paid', {})
  if (wanted.dueOn !== undefined && wanted.dueOn < on) throw new LedgerError('day.due-first', { due: wanted.dueOn, on })
  if (customerId === null && unpaid > 0) throw new LedgerError('purchase.walk-in-unpaid', {})
  const { value, change } = await recordChange(book, 'buy', async (db, change) => {
    const here = { ...book, db }
    const [before, holder] = customerId === null ? [0, null] : await Promise.all([balanceOf(db, book.today, customerId), holderOf(db, customerId)])
    if (holder) admit(book, holder, before, unpaid, wanted.overLimit === true)
    const id = change.number('entry')
    await db
      .insertInto('entry')
      .values({
        id,
        kind: 'purchase',
        customer_id: customerId,
        on,
        amount,
        owed: unpaid,
        paid,
        cost: wanted.cost ?? null,
        discount: wanted.discount ?? null,
        item: wanted.item || null,
        ref: wanted.ref || null,
        method: wanted.method || null,
        note: wanted.note || null,
        due_on: wanted.dueOn ?? null,
        by: book.by,
        change_id: change.id,
      })
      .execute()
    Object.assign(change.facts, { entryId: id, customerId, amount, on })
    const [entries, tiers, takings] = await Promise.all([
      readEntries(here, { ids: [id] }),
      customerId === null ? null : currentTiers(here, [customerId]),
      customerId === null && wanted.withTakings ? takingsOf(db, on, currency) : null,
    ])
    const [purchase] = entries as [Purchase]
    const tier = customerId === null || holder?.isStaff ? null : (tiers?.get(customerId) ?? 'C')
    const fromCredit = Math.min(unpaid, Math.max(0, -before))
    const toDecimal = (minor: Minor) => decimal(minor, currency)
    const account = {
      fromCredit: toDecimal(fromCredit),
      onAccount: toDecimal(unpaid - fromCredit),
      balanceBefore: toDecimal(before),
      balance: toDecimal(before + unpaid),
    }
    return { ...purchase, name: holder?.name ?? null, tier, ...account, takings }
  })
  return { ...value, change }
}

function admit(book: Book, { id, name, archived, creditLimit }: Holder, before: Minor, unpaid: Minor, overLimit: boolean): void {
  if (archived) throw new LedgerError('customer.archived', { id, name })
  const after = before + unpaid
  if (unpaid > 0 && creditLimit !== null && after > creditLimit && after > 0 && !overLimit) {
    throw new LedgerError('purchase.over-limit', { id, name, limit: decimal(creditLimit, book.currency), balance: decimal(after, book.currency) })
  }
}
