import { sql } from 'kysely'
import { balancesOf } from '../account/balance.ts'
import type { Book } from '../book/book.ts'
import { ledgerNote } from '../book/settings.ts'
import { decimal } from '../money.ts'

/** What is in a ledger, as a person checks that it is the right one. */
export interface Contents {
  readonly customers: number
  readonly purchases: number
  /** What all who owe owe, and what all others have in credit: decimal strings. */
  readonly owed: string
  readonly credit: string
  /** The newest change's number: of two copies of a ledger, the higher is the later. */
  readonly newestChange: number
  /** When the copy was made, if it is one: ISO 8601. */
  readonly backedUpAt: string | null
}

/** What a ledger holds on the book's day; money in decimals. */
export async function contentsOf({ db, today, currency }: Pick<Book, 'db' | 'today' | 'currency'>): Promise<Contents> {
  const counted = await countsOf(db)
  const balances = [...(await balancesOf(db, today)).values()]
  const total = (sign: 1 | -1) => balances.reduce((sum, balance) => sum + Math.max(0, sign * balance), 0)
  return {
    ...counted,
    owed: decimal(total(1), currency),
    credit: decimal(total(-1), currency),
    backedUpAt: await ledgerNote(db, 'lastBackupAt'),
  }
}

/** The same without the balances, which take the longest. */
export async function countsOf(db: Book['db']): Promise<Pick<Contents, 'customers' | 'purchases' | 'newestChange'>> {
  const count = (query: string) => sql<number>`(${sql.raw(query)})`
  const row = await db
    .selectNoFrom([
      count('select count(*) from customer').as('customers'),
      count(`select count(*) from entry where kind = 'purchase' and void = 0`).as('purchases'),
      count('select coalesce(max(id), 0) from change').as('newestChange'),
    ])
    .executeTakeFirstOrThrow()
  return row
}
