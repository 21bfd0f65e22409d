import type { Book } from '../book/book.ts'
import { ledgerNote } from '../book/settings.ts'
import { daysBetween, momentInZone } from '../day.ts'
import { typedIds } from '../identity/typed-ids.ts'
import { type Due, type DueAside, readDue } from './due.ts'
import type { DueFilter } from './due-filter.ts'

/**
 * What is told under the list: how old the tiers and the last backup are in days (null: there are none), what to type
 * for its first customer.
 */
export interface DueFooter {
  readonly tiersAge: number | null
  readonly backupAge: number | null
  readonly type: string | null
}

/** The list of `dueToday` with what is told under it. */
export async function dueWithFooter(
  book: Book,
  filter: DueFilter,
): Promise<{ due: Due; aside: DueAside; footer: DueFooter }> {
  const { due, aside, further } = await readDue(book, filter, (ids) =>
    Promise.all([ledgerNote(book.db, 'lastBackupAt'), ids.length > 0 ? typedIds(book.db, ids) : null]),
  )
  const [backedUpAt, typed] = further
  const first = due.rows[0]?.customerId
  const footer = {
    tiersAge: due.classifiedOn === null ? null : daysBetween(due.classifiedOn, due.asOf),
    backupAge:
      backedUpAt === null
        ? null
        : Math.max(0, daysBetween(momentInZone(new Date(backedUpAt), book.timezone).slice(0, 10), due.asOf)),
    type: first === undefined ? null : (typed?.get(first) ?? String(first)),
  }
  return { due, aside, footer }
}
