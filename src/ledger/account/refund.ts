import type { Db } from '../../store/db.ts'
import { leftOf, readPasses, refundableOf } from '../benefit/passes.ts'
import type { Book } from '../book/book.ts'
import { type Change, recordChange } from '../book/change/record.ts'
import type { Day } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { decimal, type Minor } from '../money.ts'
import { balanceOf } from './balance.ts'
import { accountOf } from './credit.ts'
import { type Refund, readEntries, refundedOf } from './entries.ts'
import { type EntryRow, entryNumbered } from './numbered.ts'
import { settleBenefits } from './settle-benefits.ts'

export interface NewRefund {
  readonly on: Day
  /** Without it, the whole rest of the purchase. */
  readonly amount?: Minor | undefined
  readonly reason?: string | null | undefined
  readonly fault?: string | null | undefined
  readonly note?: string | null | undefined
  /** Keep it as credit instead of handing it back. */
  readonly credit?: boolean | undefined
}

/** The refund as it stands, of what, and what it did to the account. */
export interface RecordedRefund extends Refund {
  readonly name: string | null
  /** Of what was lowered: less owed, and kept as credit. */
  readonly lessOwed: string
  readonly kept: string
  /** What of it went back to the bonus it was paid from. */
  readonly toBonus: string
  /** Paid out over the counter. */
  readonly handedBack: string
  /** Of a pass: the visits it took with it. */
  readonly visitsTaken: number
  readonly purchasedOn: Day
  readonly balanceBefore: string
  readonly balance: string
  readonly change: number | null
}

/**
 * Refunds a purchase by its number. Throws entry.not-found, entry.not-a-purchase, entry.already-void,
 * refund.before-purchase, refund.too-much, refund.nothing-left, money.zero.
 */
export async function refundPurchase(book: Book, purchaseId: number, wanted: NewRefund): Promise<RecordedRefund> {
  return record(book, wanted, () => Promise.resolve(purchaseId))
}

/** Refunds a customer's newest purchase that covers the amount. Throws refund.nothing-covers beside the others. */
export async function refundCustomer(
  book: Book,
  customer: { id: number; name: string },
  wanted: NewRefund,
): Promise<RecordedRefund> {
  return record(book, wanted, (db) => newestCovering(db, book, customer, wanted))
}

async function record(book: Book, wanted: NewRefund, find: (db: Db) => Promise<number>): Promise<RecordedRefund> {
  const { value, change } = await recordChange(book, 'refund', async (db, change) => {
    const purchase = await entryNumbered(db, await find(db))
    const customerId = purchase.customer_id
    const [before, [pass], account] = await Promise.all([
      customerId === null ? 0 : balanceOf(db, book.today, customerId),
      purchase.pass_visits === null ? [] : readPasses(db, { ids: [purchase.id] }),
      customerId === null ? null : accountOf(db, book.today, customerId),
    ])
    const id = await giveBack(db, book, change, purchase, wanted)
    await settleBenefits(db, book, change, [customerId])
    const [entries, after, holder, row] = await Promise.all([
      readEntries({ ...book, db }, { ids: [id] }),
      customerId === null ? 0 : balanceOf(db, book.today, customerId),
      customerId === null
        ? null
        : db.selectFrom('customer').select('name').where('id', '=', customerId).executeTakeFirst(),
      entryNumbered(db, id),
    ])
    const [refund] = entries as [Refund]
    Object.assign(change.facts, { entryId: id, customerId, amount: row.amount, on: wanted.on })
    const toDecimal = (amount: Minor) => decimal(amount, book.currency)
    const lessOwed = Math.min(-row.owed, Math.max(0, before))
    const toBonus = Math.min(account?.goesBack(purchase.id, row.amount).bonus ?? 0, -row.owed - lessOwed)
    const parts = {
      lessOwed: toDecimal(lessOwed),
      kept: toDecimal(-row.owed - lessOwed - toBonus),
      toBonus: toDecimal(toBonus),
      handedBack: toDecimal(row.amount + row.owed),
      visitsTaken: pass ? leftOf(pass) : 0,
    }
    const { id: number, kind, customerId: of, on, amount, ...rest } = refund
    const name = holder?.name ?? null
    return {
      id: number,
      kind,
      customerId: of,
      on,
      amount,
      balance: toDecimal(after),
      ...rest,
      name,
      ...parts,
      purchasedOn: purchase.on,
      balanceBefore: toDecimal(before),
    }
  })
  return { ...value, change }
}

/**
 * Enters a refund of a purchase inside a running change: lowers what is owed on it first; the rest is handed back, or
 * kept as credit. Returns its number.
 */
export async function giveBack(
  db: Db,
  book: Book,
  change: Change,
  purchase: EntryRow,
  wanted: NewRefund,
): Promise<number> {
  const { currency, today } = book
  const { id } = purchase
  if (purchase.kind !== 'purchase') throw new LedgerError('entry.not-a-purchase', { id, kind: purchase.kind })
  if (purchase.void) throw new LedgerError('entry.already-void', { id, kind: purchase.kind })
  if (wanted.on < purchase.on)
    throw new LedgerError('refund.before-purchase', { id, on: wanted.on, boughtOn: purchase.on })
  if (wanted.amount === 0) throw new LedgerError('money.zero', { text: decimal(0, currency) })
  if (wanted.credit && purchase.customer_id === null)
    throw new LedgerError('customer.walk-in', { command: 'refund --credit' })
  if (purchase.pass_of !== null) throw new LedgerError('pass.visit-is-free', { id, command: 'refund' })
  const left = await leftToRefund(db, purchase)
  if (left === 0) throw new LedgerError('refund.nothing-left', { id })
  const amount = wanted.amount ?? left
  if (amount > left)
    throw new LedgerError('refund.too-much', { id, asked: decimal(amount, currency), left: decimal(left, currency) })
  const lowered = wanted.credit ? amount : await loweredBy(db, today, purchase, amount)
  const refund = change.number('entry')
  await db
    .insertInto('entry')
    .values({
      id: refund,
      kind: 'refund',
      customer_id: purchase.customer_id,
      on: wanted.on,
      amount,
      owed: -lowered,
      item: purchase.item,
      refund_of: id,
      reason: wanted.reason || null,
      fault: wanted.fault || null,
      note: wanted.note || null,
      by: book.by,
      change_id: change.id,
    })
    .execute()
  return refund
}

/** Refunds of any day, those after today too, use a purchase up. */
const endOfDays = '9999-12-31'

/**
 * What a refund takes off the balance unless all of it is kept as credit: what is owed on the purchase, and what bonus
 * paid of it.
 */
export async function loweredBy(
  db: Db,
  day: Day,
  { id, customer_id }: Pick<EntryRow, 'id' | 'customer_id'>,
  amount: Minor,
): Promise<Minor> {
  if (customer_id === null) return 0
  const { open, bonus } = (await accountOf(db, day, customer_id)).goesBack(id, amount)
  return open + bonus
}

/** What can still be refunded of a purchase: of a pass no more than its unmade visits are worth, and nothing twice. */
async function leftToRefund(
  db: Db,
  { id, amount, pass_visits }: Pick<EntryRow, 'id' | 'amount' | 'pass_visits'>,
): Promise<Minor> {
  if (pass_visits === null) return amount - ((await refundedOf(db, endOfDays, [id])).get(id) ?? 0)
  const [pass] = await readPasses(db, { ids: [id] })
  return pass ? refundableOf(pass) : 0
}

async function newestCovering(
  db: Db,
  book: Book,
  { id, name }: { id: number; name: string },
  { amount, on }: NewRefund,
): Promise<number> {
  const purchases = await db
    .selectFrom('entry')
    .select(['id', 'amount', 'pass_visits'])
    .where('customer_id', '=', id)
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', on)
    .orderBy('on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const sold = purchases.some(({ pass_visits }) => pass_visits !== null)
  const [refunded, passes] = await Promise.all([
    refundedOf(
      db,
      endOfDays,
      purchases.map((purchase) => purchase.id),
    ),
    sold ? readPasses(db, { customers: [id] }) : [],
  ])
  const ofPass = new Map(passes.map((pass) => [pass.id, refundableOf(pass)]))
  const left = (purchase: (typeof purchases)[number]) =>
    ofPass.get(purchase.id) ?? purchase.amount - (refunded.get(purchase.id) ?? 0)
  const covers = purchases.find((purchase) => left(purchase) >= Math.max(1, amount ?? 1))
  if (!covers)
    throw new LedgerError('refund.nothing-covers', {
      id,
      name,
      asked: amount === undefined ? null : decimal(amount, book.currency),
    })
  return covers.id
}
