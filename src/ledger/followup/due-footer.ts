import type { Book } from '../book/book.ts'
import { ledgerNote } from '../book/settings.ts'
import { daysBetween, momentInZone } from '../day.ts'
import { typedIds } from '../identity/typed-ids.ts'
import type { Due } from './due.ts'

/**
 * What is told under the list: how old the tiers and the last backup are in days (null: there are none), what to type
 * for its first customer.
 */
export interface DueFooter {
  readonly tiersAge: number | null
  readonly backupAge: number | null
  readonly type: string | null
}

export async function readDueFooter(book: Book, { asOf, classifiedOn, rows }: Due): Promise<DueFooter> {
  const backedUpAt = await ledgerNote(book.db, 'lastBackupAt')
  const first = rows[0]?.customerId
  return {
    tiersAge: classifiedOn === null ? null : daysBetween(classifiedOn, asOf),
    backupAge:
      backedUpAt === null
        ? null
        : Math.max(0, daysBetween(momentInZone(new Date(backedUpAt), book.timezone).slice(0, 10), asOf)),
    type: first === undefined ? null : ((await typedIds(book.db, [first])).get(first) ?? String(first)),
  }
}
