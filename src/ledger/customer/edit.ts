import type { Updateable } from 'kysely'
import type { Db } from '../../store/db.ts'
import type { CustomerTable } from '../../store/tables.ts'
import { balanceOf } from '../account/balance.ts'
import { correctReferral } from '../account/referral-reward.ts'
import type { Book } from '../book/book.ts'
import { type Change, recordChange } from '../book/change/record.ts'
import { readComplaints } from '../care/complaint/complaints.ts'
import { LedgerError } from '../errors.ts'
import { withinLength } from '../identity/names.ts'
import { typedIds } from '../identity/typed-ids.ts'
import { decimal } from '../money.ts'
import { changeAccount, changeConsent, changeFacts, changeTags } from './attributes.ts'
import { type Customer, readCustomers, type StoredCustomer } from './customer.ts'
import { columnsOf, type Details, refuseTaken } from './details.ts'
import { noteShares } from './share-history.ts'

/** The customer as they stand now; `changed` is false when they stood so before, and then there is no change. */
export interface Edited {
  readonly customer: Customer
  readonly before: Customer
  readonly changed: boolean
  /** null also in a dry run. */
  readonly change: number | null
}

/**
 * Changes what was said of a customer. Throws customer.phone-taken, customer.code-taken, customer.refers-self,
 * customer.refers-round.
 */
export async function editCustomer(book: Book, id: number, details: Details): Promise<Edited> {
  const columns = await columnsOf(details)
  return edited(book, 'edit', id, async (db, change, row) => {
    if (details.referredBy === id) throw new LedgerError('customer.refers-self', { who: { id, name: row.name } })
    if (details.referredBy) await refuseCircle(db, row, details.referredBy)
    // A phone or code they have already is no news, shared or not.
    await refuseTaken(db, { ...details, phone: details.phone === row.phone ? undefined : details.phone }, id)
    const tags = await changeTags(db, change, id, details.tags ?? [])
    const facts = await changeFacts(db, change, id, details.facts ?? [])
    const consent = await changeConsent(db, change, id, details.consent ?? [])
    const account = details.account === undefined ? 0 : await changeAccount(db, change, book, id, details.account ?? 0)
    const own = await amendRow(change, row, columns)
    if (columns.referred_by !== undefined && row.referred_by !== null && columns.referred_by !== row.referred_by)
      await correctReferral(db, book, change, { customerId: id, was: row.referred_by, is: columns.referred_by ?? null })
    if (details.walletShare !== undefined) await noteShares(db, change, book.today, id)
    return tags + facts + consent + account + own
  })
}

/** Nobody was brought by one who came by way of themselves. */
async function refuseCircle(db: Db, { id, name }: StoredCustomer, referredBy: number): Promise<void> {
  const seen = new Set<number>()
  for (let at: number | null = referredBy; at !== null && !seen.has(at); ) {
    seen.add(at)
    const above: { by: number | null } | undefined = await db
      .selectFrom('customer')
      .select('referred_by as by')
      .where('id', '=', at)
      .executeTakeFirst()
    at = above?.by ?? null
    if (at !== id) continue
    const by = await db
      .selectFrom('customer')
      .select(['id', 'name'])
      .where('id', '=', referredBy)
      .executeTakeFirstOrThrow()
    throw new LedgerError('customer.refers-round', { who: { id, name }, by })
  }
}

/** Adds tags and takes tags away. */
export async function tagCustomer(
  book: Book,
  id: number,
  add: readonly string[],
  remove: readonly string[],
): Promise<Edited> {
  return edited(book, 'tag', id, (db, change) => changeTags(db, change, id, add, remove))
}

/** Adds a line to the notes, headed by the day. Throws usage.too-long when there is no room left. */
export async function addNote(book: Book, id: number, text: string): Promise<Edited> {
  return edited(book, 'note', id, (_db, change, row) => {
    const notes = [...(row.notes ? [row.notes] : []), `${book.today} ${text}`].join('\n')
    return amendRow(change, row, { notes: withinLength('note', notes, 20_000) })
  })
}

/**
 * Hides a customer from lists, due and reports. Throws customer.owes-still while they owe, customer.complains while a
 * complaint of theirs is open. `type` is what names them on the command line.
 */
export async function archiveCustomer(book: Book, id: number): Promise<Edited & { readonly type: string }> {
  const archived = await edited(book, 'archive', id, async (db, change, row) => {
    const balance = await balanceOf(db, book.today, id)
    if (balance > 0)
      throw new LedgerError('customer.owes-still', {
        who: { id, name: row.name },
        amount: decimal(balance, book.currency),
      })
    const [open] = await readComplaints({ ...book, db }, { customers: [id], kind: 'complaint' })
    if (open) throw new LedgerError('customer.complains', { who: { id, name: row.name }, complaint: open.id })
    return amendRow(change, row, { archived: 1 })
  })
  return { ...archived, type: (await typedIds(book.db, [id])).get(id) ?? `id:${id}` }
}

/** Shows an archived customer again. */
export async function unarchiveCustomer(book: Book, id: number): Promise<Edited> {
  return edited(book, 'unarchive', id, (_db, change, row) => amendRow(change, row, { archived: 0 }))
}

/** One change to one customer: `work` says how many rows it changed, and none is no change. */
async function edited(
  book: Book,
  command: string,
  id: number,
  work: (db: Db, change: Change, row: StoredCustomer) => Promise<number>,
): Promise<Edited> {
  const { value, change } = await recordChange(book, command, async (db, change) => {
    const [row, [before]] = await Promise.all([
      db.selectFrom('customer').selectAll().where('id', '=', id).executeTakeFirst(),
      readCustomers({ ...book, db }, { ids: [id] }),
    ])
    if (!row) throw new LedgerError('customer.not-found', { asked: `id:${id}`, near: [] })
    const count = await work(db, change, row)
    if (count === 0) change.discard()
    change.facts['customerId'] = id
    const [customer] = await readCustomers({ ...book, db }, { ids: [id] })
    return { customer: customer as Customer, before: before as Customer, changed: count > 0 }
  })
  return { ...value, change }
}

/** Amends the columns that differ; returns how many did. */
async function amendRow(change: Change, row: StoredCustomer, columns: Updateable<CustomerTable>): Promise<number> {
  const differing = Object.entries(columns).filter(([column, value]) => row[column as keyof StoredCustomer] !== value)
  if (differing.length > 0) await change.amend('customer', row.id, Object.fromEntries(differing))
  return differing.length
}
