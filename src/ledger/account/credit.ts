import type { Db } from '../../store/db.ts'
import type { Day } from '../day.ts'
import type { Minor } from '../money.ts'
import { type AccountState, type BalanceEntry, replayAccount } from './replay.ts'

/**
 * Customers' accounts up to a day, replayed with what their credit is made of. Who has no entry that moves a balance is
 * absent.
 */
export async function readAccounts(
  db: Db,
  day: Day,
  customerIds: readonly number[],
): Promise<Map<number, AccountState>> {
  if (customerIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('entry')
    .select([
      'id',
      'customer_id',
      'on',
      'amount',
      'owed',
      'bonus',
      'bonus_first as bonusFirst',
      'outgoing',
      'due_on as dueOn',
      'refund_of as refundOf',
    ])
    .where('customer_id', 'in', customerIds)
    .where('void', '=', 0)
    // A refund that moved no balance still takes from what its purchase took of the credit.
    .where((where) => where.or([where('owed', '<>', 0), where('kind', '=', 'refund')]))
    .where('on', '<=', day)
    .orderBy('customer_id')
    .orderBy('on')
    .orderBy('id')
    .execute()
  const accounts = new Map<number, BalanceEntry[]>()
  for (const { customer_id, bonusFirst, outgoing, ...row } of rows) {
    const movement = { ...row, bonusFirst: bonusFirst === 1, outgoing: outgoing === 1 }
    const account = accounts.get(customer_id ?? 0)
    if (account) account.push(movement)
    else accounts.set(customer_id ?? 0, [movement])
  }
  return new Map([...accounts].map(([id, movements]) => [id, replayAccount(movements)]))
}

/** One customer's account. */
export async function accountOf(db: Db, day: Day, customerId: number): Promise<AccountState> {
  return (await readAccounts(db, day, [customerId])).get(customerId) ?? replayAccount([])
}

/** What is left of the bonuses of customers; who has none is absent. Only accounts that ever got one are read. */
export async function bonusesOf(db: Db, day: Day, only: readonly number[]): Promise<Map<number, Minor>> {
  const given = await db
    .selectFrom('entry')
    .select('customer_id')
    .distinct()
    .where('bonus', 'is not', null)
    .where('customer_id', 'in', only)
    .where('void', '=', 0)
    .execute()
  const accounts = await readAccounts(
    db,
    day,
    given.flatMap(({ customer_id }) => (customer_id === null ? [] : [customer_id])),
  )
  return new Map([...accounts].flatMap(([id, { bonus }]) => (bonus > 0 ? [[id, bonus]] : [])))
}
