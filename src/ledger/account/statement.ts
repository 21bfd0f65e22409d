import type { Book } from '../book/book.ts'
import { addDays, type Day } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { decimal, type Minor } from '../money.ts'
import { balanceOf } from './balance.ts'

export interface StatementLine {
  readonly id: number
  readonly kind: 'purchase' | 'refund' | 'payment' | 'opening'
  readonly on: Day
  readonly item: string | null
  readonly amount: string
  /** A payment by one who owed nothing, and what the shop added to it. */
  readonly topUp: boolean
  readonly bonus: string
  /** Given for a referral, or ended with it. */
  readonly reward: boolean
  /** What of a refund was given back over the counter: it moves no balance. */
  readonly handedBack: string
  /** What the line adds to the account and takes off it: the balance grows by their difference. */
  readonly charged: string
  readonly settled: string
  /** After this line; positive: owes. */
  readonly balance: string
}

export interface Statement {
  readonly customerId: number
  readonly name: string
  readonly called: string | null
  readonly phone: string | null
  readonly from: Day
  readonly to: Day
  readonly opening: string
  readonly entries: readonly StatementLine[]
  readonly closing: string
}

/**
 * A customer's account over a period: what stood before it, each entry with the balance after it, what stands. Without
 * `from` it begins with the month of its last day; `to` is at most the book's day. Throws day.reversed.
 */
export async function statementOf(
  book: Book,
  customerId: number,
  period: { from?: Day | undefined; to?: Day | undefined },
): Promise<Statement> {
  const { db, currency, today } = book
  const to = period.to !== undefined && period.to < today ? period.to : today
  const from = period.from ?? `${to.slice(0, 8)}01`
  if (from > to) throw new LedgerError('day.reversed', { from, to })
  const [customer, rows, opening] = await Promise.all([
    db
      .selectFrom('customer')
      .select(['name', 'called', 'phone'])
      .where('id', '=', customerId)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('entry')
      .select(['id', 'kind', 'on', 'item', 'amount', 'owed', 'paid', 'bonus', 'reward_of'])
      .where('customer_id', '=', customerId)
      .where('void', '=', 0)
      .where('on', '>=', from)
      .where('on', '<=', to)
      .orderBy('on')
      .orderBy('id')
      .execute(),
    balanceOf(db, addDays(from, -1), customerId),
  ])
  const toDecimal = (amount: Minor) => decimal(amount, currency)
  let balance = opening
  const entries = rows.map(({ id, kind, on, item, amount, owed, paid, bonus, reward_of }) => {
    const topUp = kind === 'payment' && owed < 0 && balance <= 0
    balance += owed
    const charged = kind === 'purchase' ? amount : Math.max(0, owed)
    const settled = kind === 'purchase' ? (paid ?? amount - owed) : Math.max(0, -owed)
    const money = {
      amount: toDecimal(amount),
      topUp,
      bonus: toDecimal(bonus ?? 0),
      reward: reward_of !== null,
      handedBack: toDecimal(kind === 'refund' ? amount + owed : 0),
      charged: toDecimal(charged),
      settled: toDecimal(settled),
    }
    return { id, kind, on, item, ...money, balance: toDecimal(balance) }
  })
  return { customerId, ...customer, from, to, opening: toDecimal(opening), entries, closing: toDecimal(balance) }
}
