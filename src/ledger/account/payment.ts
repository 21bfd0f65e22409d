import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import { type Change, recordChange } from '../book/change/record.ts'
import type { Day } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { decimal, type Minor } from '../money.ts'
import { balanceOf } from './balance.ts'
import { type Payment, readEntries } from './entries.ts'
import { holderOf } from './holder.ts'
import { type OpenPart, openPartsOf } from './open-parts.ts'

export interface NewPayment {
  readonly amount: Minor
  readonly on: Day
  readonly method?: string | null | undefined
  readonly note?: string | null | undefined
  /** Credit handed back to the customer. */
  readonly out?: boolean | undefined
}

/** What a payment took off one unpaid part; `left` is what that one still owes. */
export interface SettledPart {
  readonly entryId: number
  readonly on: Day
  readonly amount: string
  readonly left: string
}

export interface RecordedPayment extends Payment {
  readonly name: string
  /** The unpaid parts it went to, oldest first. */
  readonly settled: readonly SettledPart[]
  /** What of it became credit. */
  readonly toCredit: string
  readonly balanceBefore: string
  readonly balance: string
  readonly change: number | null
}

/** Records money a customer brought, or with `out` credit handed back. Throws money.zero, payment.more-than-credit. */
export async function recordPayment(book: Book, customerId: number, wanted: NewPayment): Promise<RecordedPayment> {
  const { value, change } = await recordChange(book, 'pay', async (db, change) => {
    const [{ name }, before, open] = await Promise.all([
      holderOf(db, customerId),
      balanceOf(db, book.today, customerId),
      openPartsOf(db, book.today, customerId),
    ])
    const id = await takePayment(db, book, change, { id: customerId, name }, wanted)
    const [entries, left, after] = await Promise.all([
      readEntries({ ...book, db }, { ids: [id] }),
      openPartsOf(db, book.today, customerId),
      balanceOf(db, book.today, customerId),
    ])
    const [payment] = entries as [Payment]
    const settled = whatWent(open, left, book.currency)
    Object.assign(change.facts, { entryId: id, customerId, amount: wanted.amount, on: wanted.on })
    const { id: number, kind, customerId: of, on, amount, ...rest } = payment
    return {
      id: number,
      kind,
      customerId: of,
      on,
      amount,
      balance: decimal(after, book.currency),
      ...rest,
      name,
      settled,
      toCredit: decimal(wanted.out ? 0 : Math.max(0, -after) - Math.max(0, -before), book.currency),
      balanceBefore: decimal(before, book.currency),
    }
  })
  return { ...value, change }
}

/** Enters a payment inside a running change. Returns its number. */
export async function takePayment(db: Db, book: Book, change: Change, { id, name }: { id: number; name: string }, wanted: NewPayment): Promise<number> {
  const { amount, on, out } = wanted
  if (amount === 0) throw new LedgerError('money.zero', { text: decimal(0, book.currency) })
  const credit = Math.max(0, -(await balanceOf(db, book.today, id)))
  if (out && amount > credit)
    throw new LedgerError('payment.more-than-credit', { id, name, asked: decimal(amount, book.currency), credit: decimal(credit, book.currency) })
  const payment = change.number('entry')
  await db
    .insertInto('entry')
    .values({
      id: payment,
      kind: 'payment',
      customer_id: id,
      on,
      amount,
      owed: out ? amount : -amount,
      outgoing: out ? 1 : 0,
      method: wanted.method || null,
      note: wanted.note || null,
      by: book.by,
      change_id: change.id,
    })
    .execute()
  return payment
}

function whatWent(before: readonly OpenPart[], after: readonly OpenPart[], currency: string): SettledPart[] {
  const left = new Map(after.map(({ entryId, open }) => [entryId, open]))
  return before
    .map(({ entryId, on, open }) => ({ entryId, on, went: open - (left.get(entryId) ?? 0), left: left.get(entryId) ?? 0 }))
    .filter(({ went }) => went > 0)
    .map(({ went, left, ...part }) => ({ ...part, amount: decimal(went, currency), left: decimal(left, currency) }))
}
