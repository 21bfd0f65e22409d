import type { Db } from '../../store/db.ts'
import type { Day } from '../day.ts'
import type { Minor } from '../money.ts'

/** What is still owed on one entry: a purchase, an opening account, or money handed out beyond the credit. */
export interface OpenPart {
  readonly entryId: number
  readonly on: Day
  readonly dueOn: Day | null
  readonly open: Minor
}

/** An entry that moves a balance. */
export interface BalanceEntry {
  readonly id: number
  readonly on: Day
  readonly owed: Minor
  readonly dueOn: Day | null
  readonly refundOf: number | null
}

/**
 * What each customer still owes, entry by entry, oldest first (SPEC 5). Their sum is max(0, balance); who owes nothing is absent.
 * The accounts of the others are not read.
 */
export async function openParts(db: Db, day: Day, only?: readonly number[]): Promise<Map<number, readonly OpenPart[]>> {
  if (only?.length === 0) return new Map()
  const counted = db.selectFrom('entry').where('void', '=', 0).where('owed', '<>', 0).where('on', '<=', day).where('customer_id', 'is not', null)
  const debtors = counted
    .select('customer_id')
    .$if(only !== undefined, (query) => query.where('customer_id', 'in', only ?? []))
    .groupBy('customer_id')
    .having(({ fn }) => fn.sum('owed'), '>', 0)
  const rows = await counted
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

/**
 * Settles an account in order of its days: what is bought takes from the credit first, a refund lowers its own purchase first, and
 * whatever else comes in settles the oldest open part first; the rest is credit.
 */
export function settle(movements: readonly BalanceEntry[]): OpenPart[] {
  const open = new Map<number, { entryId: number; on: Day; dueOn: Day | null; open: Minor }>()
  let credit = 0
  const lower = (entryId: number, by: Minor): Minor => {
    const part = open.get(entryId)
    const taken = Math.min(part?.open ?? 0, by)
    if (part) part.open -= taken
    if (part?.open === 0) open.delete(entryId)
    return by - taken
  }
  for (const { id, on, owed, dueOn, refundOf } of movements) {
    if (owed > 0) {
      const covered = Math.min(credit, owed)
      credit -= covered
      if (owed > covered) open.set(id, { entryId: id, on, dueOn, open: owed - covered })
      continue
    }
    let left = refundOf === null ? -owed : lower(refundOf, -owed)
    for (const oldest of [...open.keys()]) left = left === 0 ? 0 : lower(oldest, left)
    credit += left
  }
  return [...open.values()]
}
