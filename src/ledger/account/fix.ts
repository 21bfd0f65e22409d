import type { Db } from '../../store/db.ts'
import { pointsWriter } from '../benefit/settle-points.ts'
import type { Book } from '../book/book.ts'
import { type Change, recordChange } from '../book/change/record.ts'
import { LedgerError } from '../errors.ts'
import { decimal, type Minor } from '../money.ts'
import { balancesOf } from './balance.ts'
import { type Entry, readEntries } from './entries.ts'
import { holderOf } from './holder.ts'
import { type EntryRow, entryNumbered } from './numbered.ts'
import { takePayment } from './payment.ts'
import { moveRewards } from './referral-reward.ts'
import { giveBack, loweredBy } from './refund.ts'
import { settleBenefits } from './settle-benefits.ts'
import { type BalanceMove, customersOf, liveRefundsOf, movedFrom, visitsOf, voidEntry } from './void.ts'

export type Fixed = Entry & {
  /** The number the entry had: void now. */
  readonly replaces: number
  readonly amountBefore: string
  readonly balances: readonly BalanceMove[]
  readonly change: number | null
}

/**
 * Enters an entry anew with another amount and voids the old one, as one change; everything else stays. What was paid
 * in full stays so, what was on account too. Throws entry.not-found, entry.already-void, entry.has-refunds,
 * entry.paid-does-not-fit, entry.same-amount, entry.is-reward, money.zero, pass.visit-is-free, payment.bonus-spent, and
 * what entering it would.
 */
export async function fixEntry(book: Book, id: number, amount: Minor): Promise<Fixed> {
  const { currency } = book
  const { value, change } = await recordChange(book, 'fix', async (db, change) => {
    const [old, refunds, visits] = await Promise.all([entryNumbered(db, id), liveRefundsOf(db, id), visitsOf(db, id)])
    if (old.void) throw new LedgerError('entry.already-void', { id, kind: old.kind })
    if (refunds.length > 0) throw new LedgerError('entry.has-refunds', { id, refunds, command: 'fix' })
    if (old.pass_of !== null) throw new LedgerError('pass.visit-is-free', { id, command: 'fix' })
    if (old.reward_of !== null) throw new LedgerError('entry.is-reward', { id })
    if (amount === old.amount) throw new LedgerError('entry.same-amount', { id, amount: decimal(amount, currency) })
    const holders = customersOf([old])
    const before = await balancesOf(db, book.today, holders)
    await voidEntry(db, book, change, old, visits, null)
    const anew = await enterAnew(db, book, change, old, amount)
    for (const visit of visits) await change.amend('entry', visit, { pass_of: anew })
    await db
      .updateTable('entry')
      .set({ void_reason: `→ ${anew}` })
      .where('id', '=', id)
      .execute()
    await moveBenefits(db, book, change, old, anew)
    Object.assign(change.facts, { entryId: anew, replaces: id, customerId: old.customer_id, amount, on: old.on })
    const [entries, balances] = await Promise.all([
      readEntries({ ...book, db, today: '9999-12-31' }, { ids: [anew] }),
      movedFrom(db, book, holders, before),
    ])
    const [entry] = entries as [Entry]
    return { ...entry, replaces: id, amountBefore: decimal(old.amount, currency), balances }
  })
  return { ...value, change }
}

/** The points and the coupon of a purchase go over to the one that stands in its place. */
async function moveBenefits(
  db: Db,
  book: Book,
  change: Change,
  { id, customer_id: customerId, redeemed }: EntryRow,
  anew: number,
): Promise<void> {
  if (customerId === null) return
  const [uses] = await Promise.all([
    db.selectFrom('coupon_use').select('id').where('entry_id', '=', id).execute(),
    moveRewards(db, change, id, anew),
  ])
  for (const use of uses) await change.amend('coupon_use', use.id, { entry_id: anew })
  await settleBenefits(db, book, change, [customerId])
  if (redeemed === null) return
  const writer = await pointsWriter(db, book, change, [customerId])
  await writer.add(customerId, book.today, -redeemed, 'redeemed', { entryId: anew })
}

async function enterAnew(db: Db, book: Book, change: Change, old: EntryRow, amount: Minor): Promise<number> {
  const { customer_id: customerId } = old
  if (old.kind === 'refund' && old.refund_of !== null) {
    const purchase = await entryNumbered(db, old.refund_of)
    // It lowered more than was owed on the purchase: the rest was kept as credit.
    const credit = -old.owed > (await loweredBy(db, book.today, purchase, old.amount))
    return giveBack(db, book, change, purchase, {
      on: old.on,
      amount,
      reason: old.reason,
      fault: old.fault,
      note: old.note,
      credit,
    })
  }
  if (old.kind === 'payment' && customerId !== null) {
    const { name } = await holderOf(db, customerId)
    const { on, method, note, bonus } = old
    const out = old.outgoing === 1
    return takePayment(
      db,
      book,
      change,
      { id: customerId, name },
      { amount, on, method, note, out, ...(out ? { forfeit: bonus !== null } : { bonus: bonus ?? 0 }) },
    )
  }
  if (old.kind !== 'purchase' && amount === 0) throw new LedgerError('money.zero', { text: decimal(0, book.currency) })
  const moved = old.kind === 'purchase' ? repaid(old, amount, book.currency) : { owed: Math.sign(old.owed) * amount }
  const { id: _, void: __, void_reason: ___, ...kept } = old
  const id = change.number('entry')
  await db
    .insertInto('entry')
    .values({ ...kept, ...moved, id, amount, by: book.by, change_id: change.id })
    .execute()
  return id
}

/** What of a purchase's new amount is paid: all of it, none of it, or what was paid then. */
function repaid(old: EntryRow, amount: Minor, currency: string): { paid: Minor; owed: Minor } {
  const before = old.paid ?? old.amount - old.owed
  const paid = before === old.amount ? amount : before
  if (paid > amount)
    throw new LedgerError('entry.paid-does-not-fit', {
      id: old.id,
      paid: decimal(paid, currency),
      amount: decimal(amount, currency),
    })
  return { paid, owed: amount - paid }
}
