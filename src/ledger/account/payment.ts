import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import { type Change, recordChange } from '../book/change/record.ts'
import type { Day } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { decimal, type Minor } from '../money.ts'
import { balanceOf } from './balance.ts'
import { accountOf } from './credit.ts'
import { type Payment, readEntries } from './entries.ts'
import { holderOf } from './holder.ts'
import type { AccountState, OpenPart } from './replay.ts'

export interface NewPayment {
  readonly amount: Minor
  readonly on: Day
  readonly method?: string | null | undefined
  readonly note?: string | null | undefined
  /** Credit handed back to the customer. */
  readonly out?: boolean | undefined
  /** What the shop adds to a top-up. */
  readonly bonus?: Minor | undefined
  /** With `out`: what is left of the bonus ends. */
  readonly forfeit?: boolean | undefined
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
  /** What of it became credit, the bonus aside. */
  readonly toCredit: string
  readonly balanceBefore: string
  readonly balance: string
  /** What of the credit is bonus now. */
  readonly creditBonus: string
  readonly change: number | null
}

/**
 * Records money a customer brought, or with `out` credit handed back. Throws money.zero, payment.more-than-credit,
 * payment.bonus-without-credit, payment.no-bonus.
 */
export async function recordPayment(book: Book, customerId: number, wanted: NewPayment): Promise<RecordedPayment> {
  const { value, change } = await recordChange(book, 'pay', async (db, change) => {
    const [{ name }, before, account] = await Promise.all([
      holderOf(db, customerId),
      balanceOf(db, book.today, customerId),
      accountOf(db, book.today, customerId),
    ])
    const id = await takePayment(db, book, change, { id: customerId, name }, wanted)
    const [entries, now, after] = await Promise.all([
      readEntries({ ...book, db }, { ids: [id] }),
      accountOf(db, book.today, customerId),
      balanceOf(db, book.today, customerId),
    ])
    const [payment] = entries as [Payment]
    Object.assign(change.facts, {
      entryId: id,
      customerId,
      amount: wanted.amount,
      on: wanted.on,
      out: wanted.out === true,
      topUp: before <= 0,
    })
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
      settled: whatWent(account.open, now.open, book.currency),
      toCredit: decimal(
        wanted.out ? 0 : Math.max(0, -after) - Math.max(0, -before) - (wanted.bonus ?? 0),
        book.currency,
      ),
      balanceBefore: decimal(before, book.currency),
      creditBonus: decimal(now.bonus, book.currency),
    }
  })
  return { ...value, change }
}

/** Enters a payment inside a running change. Returns its number. */
export async function takePayment(
  db: Db,
  book: Book,
  change: Change,
  { id, name }: { id: number; name: string },
  wanted: NewPayment,
): Promise<number> {
  const { amount, on, out } = wanted
  const account = await accountOf(db, book.today, id)
  const bonus = out ? handedBack(book, account, { id, name }, wanted) : added(book, account, { id, name }, wanted)
  if (amount === 0 && !(out && bonus)) throw new LedgerError('money.zero', { text: decimal(0, book.currency) })
  const payment = change.number('entry')
  await db
    .insertInto('entry')
    .values({
      id: payment,
      kind: 'payment',
      customer_id: id,
      on,
      amount,
      owed: (out ? 1 : -1) * (amount + (bonus ?? 0)),
      outgoing: out ? 1 : 0,
      bonus,
      method: wanted.method || null,
      note: wanted.note || null,
      by: book.by,
      change_id: change.id,
    })
    .execute()
  return payment
}

/** Only what was paid in is handed back; returns the bonus that ends with it, null where it stays. */
function handedBack(
  { currency }: Book,
  { paid, bonus }: AccountState,
  who: { id: number; name: string },
  { amount, forfeit }: NewPayment,
): Minor | null {
  const [asked, credit] = [decimal(amount, currency), decimal(paid, currency)]
  if (amount > paid)
    throw new LedgerError('payment.more-than-credit', { ...who, asked, credit, bonus: decimal(bonus, currency) })
  if (!forfeit) return null
  if (bonus === 0) throw new LedgerError('payment.no-bonus', who)
  return bonus
}

/** A bonus is added to what leaves the customer in credit. */
function added(
  { currency }: Book,
  { open }: AccountState,
  who: { id: number; name: string },
  { amount, bonus }: NewPayment,
): Minor | null {
  if (!bonus) return null
  const owed = open.reduce((sum, part) => sum + part.open, 0)
  if (amount <= owed)
    throw new LedgerError('payment.bonus-without-credit', {
      ...who,
      owed: decimal(owed, currency),
      amount: decimal(amount, currency),
    })
  return bonus
}

function whatWent(before: readonly OpenPart[], after: readonly OpenPart[], currency: string): SettledPart[] {
  const left = new Map(after.map(({ entryId, open }) => [entryId, open]))
  return before
    .map(({ entryId, on, open }) => ({
      entryId,
      on,
      went: open - (left.get(entryId) ?? 0),
      left: left.get(entryId) ?? 0,
    }))
    .filter(({ went }) => went > 0)
    .map(({ went, left, ...part }) => ({ ...part, amount: decimal(went, currency), left: decimal(left, currency) }))
}
