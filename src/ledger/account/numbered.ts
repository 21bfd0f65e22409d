import type { Selectable } from 'kysely'
import type { Db } from '../../store/db.ts'
import type { EntryTable } from '../../store/tables.ts'
import { LedgerError } from '../errors.ts'

/** A money entry as the file holds it. */
export type EntryRow = Selectable<EntryTable>

/** The entry of that number. Throws entry.not-found. */
export async function entryNumbered(db: Db, id: number): Promise<EntryRow> {
  const row = await db.selectFrom('entry').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new LedgerError('entry.not-found', { asked: String(id) })
  return row
}

/**
 * What is typed as an entry: `812`, or null when it is something else (`c31`, a name). Full-width digits read as
 * digits.
 */
export function entryNumber(typed: string): number | null {
  const plain = typed.normalize('NFKC').trim()
  return /^\d{1,15}$/.test(plain) ? Number(plain) : null
}

/** Refuses a contact where money is meant. */
export function refuseContact(typed: string, command: string): void {
  const id = contactNumber(typed)
  if (id !== null) throw new LedgerError('contact.no-amount', { id, command })
}

/** What is typed as a contact, `c31`; null when it is something else. */
export function contactNumber(typed: string): number | null {
  const found = /^c(\d{1,15})$/i.exec(typed.normalize('NFKC').trim())
  return found ? Number(found[1]) : null
}
