import { readAccounts } from '../account/credit.ts'
import type { Book } from '../book/book.ts'
import type { Day } from '../day.ts'
import { decimal, type Minor } from '../money.ts'

/** What came in over the counter by one way of paying: money in decimals. */
export interface MethodTakings {
  /** As it was typed first that day; null: nobody said. */
  readonly method: string | null
  readonly count: number
  readonly amount: string
}

/**
 * What a way of paying brought in and put out over the day, top-ups and payments among it: what its drawer should show.
 */
export interface MethodTotal {
  readonly method: string | null
  readonly sales: string
  readonly payments: string
  readonly topUps: string
  readonly handedBack: string
  readonly total: string
}

/** The day's close. Money in decimals; everybody's, staff and archived customers among them. */
export interface DayClose {
  readonly on: Day
  readonly currency: string
  /**
   * Purchases of the day, and what they came to: it was paid at the counter, taken from credit, or stands on account.
   */
  readonly sales: number
  readonly revenue: string
  readonly byMethod: readonly MethodTakings[]
  /** What was refunded of purchases of any day; `refundsInCash` of it was handed over the counter. */
  readonly refunds: string
  readonly refundsInCash: string
  /** Of what customers brought: what settled debts, what stays as credit, and what the shop added to that. */
  readonly payments: string
  readonly topUps: string
  readonly bonus: string
  /** Credit handed back. */
  readonly paidOut: string
  readonly unpaid: string
  readonly fromCredit: string
  readonly totals: readonly MethodTotal[]
}

/** Closes a day: purchases by how they were paid, refunds, payments, top-ups apart (SPEC 8). */
export async function closeDay({ db, currency }: Pick<Book, 'db' | 'currency'>, on: Day): Promise<DayClose> {
  const rows = await db
    .selectFrom('entry')
    .select(['id', 'kind', 'customer_id as customerId', 'amount', 'owed', 'paid', 'bonus', 'outgoing', 'method'])
    .where('on', '=', on)
    .where('void', '=', 0)
    .where('kind', '<>', 'opening')
    .orderBy('id')
    .execute()
  const onAccount = rows
    .filter(({ kind, owed }) => (kind === 'purchase' && owed > 0) || kind === 'payment')
    .map(({ customerId }) => customerId ?? 0)
  const accounts = await readAccounts(db, on, [...new Set(onAccount)])
  const accountOf = (customerId: number | null) => accounts.get(customerId ?? 0)
  const money = (amount: Minor) => decimal(amount, currency)

  const purchases = rows.filter(({ kind }) => kind === 'purchase')
  const refunds = rows.filter(({ kind }) => kind === 'refund')
  const payments = rows.filter(({ kind, outgoing }) => kind === 'payment' && outgoing === 0)
  const out = rows.filter(({ kind, outgoing }) => kind === 'payment' && outgoing === 1)
  const paidOf = ({ paid, amount, owed }: (typeof rows)[number]) => paid ?? amount - owed
  const toCredit = ({ id, customerId }: (typeof rows)[number]) => accountOf(customerId)?.toCreditOf(id) ?? 0
  const owed = sum(purchases.map((one) => one.owed))
  const fromCredit = sum(
    purchases.map(({ id, customerId, owed }) => Math.min(owed, accountOf(customerId)?.tookOf(id) ?? 0)),
  )
  const topUps = sum(payments.map(toCredit))

  const counter = purchases.filter((one) => paidOf(one) > 0)
  const methods = byMethod([...counter, ...payments, ...out])
  const of = (some: typeof rows, method: string | null, amount: (row: (typeof rows)[number]) => Minor) =>
    sum(some.filter((row) => folded(row.method) === method).map(amount))
  return {
    on,
    currency,
    sales: purchases.length,
    revenue: money(sum(purchases.map(({ amount }) => amount))),
    byMethod: byMethod(counter).map(([method, said]) => ({
      method: said,
      count: counter.filter((row) => folded(row.method) === method).length,
      amount: money(of(counter, method, paidOf)),
    })),
    refunds: money(sum(refunds.map(({ amount }) => amount))),
    refundsInCash: money(sum(refunds.map(({ amount, owed }) => amount + owed))),
    payments: money(sum(payments.map(({ amount }) => amount)) - topUps),
    topUps: money(topUps),
    bonus: money(sum(payments.map(({ bonus }) => bonus ?? 0))),
    paidOut: money(sum(out.map(({ amount }) => amount))),
    unpaid: money(owed - fromCredit),
    fromCredit: money(fromCredit),
    totals: methods.map(([method, said]) => {
      const [sales, paid, credit, handed] = [
        of(counter, method, paidOf),
        of(payments, method, ({ amount }) => amount),
        of(payments, method, toCredit),
        of(out, method, ({ amount }) => amount),
      ]
      return {
        method: said,
        sales: money(sales),
        payments: money(paid - credit),
        topUps: money(credit),
        handedBack: money(handed),
        total: money(sales + paid - handed),
      }
    }),
  }
}

function sum(amounts: readonly Minor[]): Minor {
  return amounts.reduce((total, one) => total + one, 0)
}

function folded(method: string | null): string | null {
  return method === null ? null : method.normalize('NFKC').trim().toLowerCase()
}

/** The ways of paying of some entries, each with how it was written first; those nobody named come last. */
function byMethod(
  rows: readonly { readonly method: string | null }[],
): (readonly [folded: string | null, said: string | null])[] {
  const said = new Map<string | null, string | null>()
  for (const { method } of rows) if (!said.has(folded(method))) said.set(folded(method), method)
  return [...said].toSorted(([one], [other]) => Number(one === null) - Number(other === null))
}
