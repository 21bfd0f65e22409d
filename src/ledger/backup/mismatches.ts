import { sql } from 'kysely'
import { balancesOf } from '../account/balance.ts'
import { openParts } from '../account/open-parts.ts'
import type { Book } from '../book/book.ts'

/**
 * What does not add up: entries whose part of the balance is not what their kind and amounts say, and customers whose
 * open parts are not their debt.
 */
export interface Mismatches {
  readonly entries: readonly number[]
  readonly customers: readonly number[]
}

/** Entries and balances whose sums do not agree with one another, by number; nothing where the books are right. */
export async function mismatches({ db, today }: Pick<Book, 'db' | 'today'>): Promise<Mismatches> {
  const wrong = sql<{ id: number }>`
    select e.id from entry e left join entry p on p.id = e.refund_of
    where case e.kind
      when 'purchase' then e.owed <> case when e.customer_id is null then 0
        else e.amount - coalesce(e.paid, e.amount) end
      when 'payment' then e.owed <> (case when e.outgoing = 1 then 1 else -1 end) * (e.amount + coalesce(e.bonus, 0))
      when 'refund' then e.owed > 0 or e.owed < -e.amount or (p.id is not null and (p.kind <> 'purchase'
        or p.customer_id is distinct from e.customer_id or (p.void = 1 and e.void = 0)))
      else abs(e.owed) <> e.amount end
    union
    select p.id from entry p join entry r on r.refund_of = p.id and r.void = 0 where p.void = 0 group by p.id
      having sum(r.amount) > p.amount
    order by 1`.execute(db)
  const [{ rows }, balances, parts] = await Promise.all([wrong, balancesOf(db, today), openParts(db, today)])
  const open = (id: number) => (parts.get(id) ?? []).reduce((sum, part) => sum + part.open, 0)
  const customers = [...new Set([...balances.keys(), ...parts.keys()])].filter(
    (id) => open(id) !== Math.max(0, balances.get(id) ?? 0),
  )
  return { entries: rows.map(({ id }) => id), customers: customers.sort((one, other) => one - other) }
}
