import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import { type Change, recordChange } from '../book/change/record.ts'
import { namesOf } from '../book/customer-names.ts'
import { LedgerError } from '../errors.ts'
import { decimal, type Minor } from '../money.ts'
import { balancesOf } from './balance.ts'
import { accountOf } from './credit.ts'
import { type Entry, readEntries } from './entries.ts'
import { type EntryRow, entryNumbered } from './numbered.ts'
import { settleBenefits } from './settle-benefits.ts'

export interface Voiding {
  readonly entries: readonly number[]
  /** Numbers of contacts: `c31` is 31. */
  readonly contacts: readonly number[]
  readonly reason?: string | null | undefined
}

/** What a change did to a customer's balance. */
export interface BalanceMove {
  readonly customerId: number
  readonly name: string
  readonly balanceBefore: string
  readonly balance: string
}

export interface Voided {
  readonly entries: readonly Entry[]
  readonly contacts: readonly {
    readonly id: number
    readonly customerId: number
    readonly name: string
    readonly on: string
  }[]
  readonly balances: readonly BalanceMove[]
  readonly change: number | null
}

/**
 * Marks entries and contacts void: kept, counted nowhere. A purchase goes only together with its refunds. Throws
 * entry.not-found, entry.already-void, entry.has-refunds, entry.has-visits, payment.bonus-spent, contact.not-found,
 * contact.already-void.
 */
export async function voidEntries(book: Book, { entries, contacts, reason }: Voiding): Promise<Voided> {
  const { value, change } = await recordChange(book, 'void', async (db, change) => {
    const rows: EntryRow[] = []
    for (const id of new Set(entries)) rows.push(await entryNumbered(db, id))
    const holders = customersOf(rows)
    const before = await balancesOf(db, book.today, holders)
    // Top-ups last: what spent their bonus may go with them.
    const bonusLast = rows.toSorted((one, other) => Number(one.bonus !== null) - Number(other.bonus !== null))
    for (const row of bonusLast) await voidEntry(db, book, change, row, entries, reason ?? null)
    await settleBenefits(db, book, change, holders)
    const voided = []
    for (const id of new Set(contacts)) voided.push(await strikeContact(db, change, id, reason ?? null))
    const [first] = rows
    Object.assign(
      change.facts,
      rows.length === 1 && voided.length === 0 && first
        ? { entryId: first.id, customerId: first.customer_id, amount: first.amount }
        : {},
    )
    Object.assign(
      change.facts,
      rows.length === 0 && voided.length === 1 && voided[0]
        ? { contactId: voided[0].id, customerId: voided[0].customerId }
        : {},
    )
    if (rows.length + voided.length > 1)
      Object.assign(change.facts, {
        count: rows.length + voided.length,
        entryIds: rows.map(({ id }) => id),
        contactIds: voided.map(({ id }) => id),
      })
    const [shown, balances] = await Promise.all([
      readEntries({ ...book, today: '9999-12-31', db }, { ids: rows.map(({ id }) => id), void: true }),
      movedFrom(db, book, holders, before),
    ])
    return { entries: shown, contacts: voided, balances }
  })
  return { ...value, change }
}

/** The customers some entries belong to. */
export function customersOf(rows: readonly EntryRow[]): number[] {
  return [...new Set(rows.flatMap(({ customer_id }) => (customer_id === null ? [] : [customer_id])))]
}

/** How balances stand against what they were. */
export async function movedFrom(
  db: Db,
  { today, currency }: Book,
  customers: readonly number[],
  before: ReadonlyMap<number, Minor>,
): Promise<BalanceMove[]> {
  const [after, names] = await Promise.all([balancesOf(db, today, customers), namesOf(db, customers)])
  return customers.map((id) => ({
    customerId: id,
    name: names.get(id) ?? '',
    balanceBefore: decimal(before.get(id) ?? 0, currency),
    balance: decimal(after.get(id) ?? 0, currency),
  }))
}

/** Voids one entry inside a running change; its refunds and visits must be among those that go with it. */
export async function voidEntry(
  db: Db,
  book: Book,
  change: Change,
  entry: EntryRow,
  together: readonly number[],
  reason: string | null,
): Promise<void> {
  const { id, kind, void: gone } = entry
  if (gone) throw new LedgerError('entry.already-void', { id, kind })
  const refunds = await liveRefundsOf(db, id)
  if (refunds.some((refund) => !together.includes(refund)))
    throw new LedgerError('entry.has-refunds', { id, refunds, command: 'void' })
  if (entry.pass_visits !== null) {
    const visits = (await visitsOf(db, id)).filter((visit) => !together.includes(visit))
    if (visits.length > 0) throw new LedgerError('entry.has-visits', { id, visits })
  }
  await refuseSpentBonus(db, book, entry)
  await change.amend('entry', id, { void: 1, void_reason: reason || null })
}

/** A top-up goes only with its whole bonus. */
async function refuseSpentBonus(
  db: Db,
  { today, currency }: Book,
  { id, customer_id, bonus, outgoing, on }: EntryRow,
): Promise<void> {
  if (bonus === null || outgoing === 1 || customer_id === null || on > today) return
  const left = (await accountOf(db, today, customer_id)).bonusLeftOf(id)
  if (left < bonus)
    throw new LedgerError('payment.bonus-spent', {
      id,
      customerId: customer_id,
      bonus: decimal(bonus, currency),
      left: decimal(left, currency),
    })
}

/** The numbers of the visits of a pass that stand. */
export const visitsOf = (db: Db, id: number): Promise<number[]> => standingEntries(db, 'pass_of', id)

/** The numbers of a purchase's refunds that still stand. */
export const liveRefundsOf = (db: Db, id: number): Promise<number[]> => standingEntries(db, 'refund_of', id)

async function standingEntries(db: Db, column: 'pass_of' | 'refund_of', id: number): Promise<number[]> {
  const rows = await db
    .selectFrom('entry')
    .select('id')
    .where(column, '=', id)
    .where('void', '=', 0)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

async function strikeContact(db: Db, change: Change, id: number, reason: string | null) {
  const contact = await db
    .selectFrom('contact')
    .innerJoin('customer', 'customer.id', 'contact.customer_id')
    .select(['contact.id', 'contact.customer_id as customerId', 'customer.name', 'contact.on', 'contact.void'])
    .where('contact.id', '=', id)
    .executeTakeFirst()
  if (!contact) throw new LedgerError('contact.not-found', { asked: `c${id}` })
  if (contact.void) throw new LedgerError('contact.already-void', { id })
  await change.amend('contact', id, { void: 1, void_reason: reason || null })
  return { id, customerId: contact.customerId, name: contact.name, on: contact.on }
}
