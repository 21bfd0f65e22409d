import type { Db } from '../../store/db.ts'
import type { Day } from '../day.ts'
import { type BalanceEntry, type OpenPart, replayAccount } from './replay.ts'

/** The entries that move balances up to a day. */
function moving(db: Db, day: Day) {
  return db
    .selectFrom('entry')
    .where('void', '=', 0)
    .where('owed', '<>', 0)
    .where('on', '<=', day)
    .where('customer_id', 'is not', null)
}

/**
 * What each customer still owes, entry by entry, oldest first (SPEC 5). Their sum is max(0, balance); who owes nothing
 * is absent. The accounts of the others are not read.
 */
export async function openParts(db: Db, day: Day, only?: readonly number[]): Promise<Map<number, readonly OpenPart[]>> {
  if (only?.length === 0) return new Map()
  const debtors = moving(db, day)
    .select('customer_id')
    .$if(only !== undefined, (query) => query.where('customer_id', 'in', only ?? []))
    .groupBy('customer_id')
    .having(({ fn }) => fn.sum('owed'), '>', 0)
  const rows = await moving(db, day)
    .select(['id', 'customer_id', 'on', 'owed', 'due_on as dueOn', 'refund_of as refundOf'])
    .where('customer_id', 'in', debtors)
    .orderBy('customer_id')
    .orderBy('on')
    .orderBy('id')
    .execute()
  const accounts = new Map<number, BalanceEntry[]>()
  for (const { customer_id, ...movement } of rows) {
    const account = accounts.get(customer_id ?? 0)
    if (account) account.push(movement)
    else accounts.set(customer_id ?? 0, [movement])
  }
  return new Map([...accounts].map(([id, movements]) => [id, settle(movements)]))
}

/** One customer's open parts; none when they owe nothing. */
export async function openPartsOf(db: Db, day: Day, customerId: number): Promise<readonly OpenPart[]> {
  return (await openParts(db, day, [customerId])).get(customerId) ?? []
}

/** What is open after an account's entries. Of what the credit is made does not matter to it. */
export function settle(movements: readonly BalanceEntry[]): readonly OpenPart[] {
  return replayAccount(movements).open
}
