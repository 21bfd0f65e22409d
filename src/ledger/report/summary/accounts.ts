import { agedBalances, totalsOf } from '../../account/aged.ts'
import type { Book } from '../../book/book.ts'
import { decimal, minorOf } from '../../money.ts'

/**
 * What the accounts come to on a day: debts, how old their parts are in days, and credits. Money in decimals, never
 * negative.
 */
export interface AccountTotals {
  readonly balance: string
  readonly debtors: number
  readonly ages: { readonly days0: string; readonly days31: string; readonly days61: string; readonly days91: string }
  readonly credit: string
  readonly creditors: number
}

/** The accounts as `balances` has them on the book's day; archived customers' too. */
export async function readAccountTotals(book: Book, only?: ReadonlySet<number>): Promise<AccountTotals> {
  const all = await agedBalances(book)
  const rows = only ? all.filter(({ customerId }) => only.has(customerId)) : all
  const { debtors, owed, creditors, credit } = totalsOf(rows, book.currency)
  const aged = (days: keyof AccountTotals['ages']) =>
    decimal(
      rows.reduce((sum, row) => sum + minorOf(row[days]), 0),
      book.currency,
    )
  return {
    balance: owed,
    debtors,
    ages: { days0: aged('days0'), days31: aged('days31'), days61: aged('days61'), days91: aged('days91') },
    credit,
    creditors,
  }
}
