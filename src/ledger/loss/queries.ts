import { sql } from 'kysely'
import type { Db } from '../../store/open.ts'
import { addDays, type Day } from '../day.ts'
import type { Minor } from '../money.ts'

/**
 * The net money of the 365 days up to each customer's last purchase, as known on a day: what those purchases brought, less what was
 * refunded of them, less what was returned in those days without naming a purchase.
 */
export async function yearBefore(db: Db, day: Day, customers: readonly { readonly id: number; readonly lastOn: Day }[]): Promise<Map<number, Minor>> {
  const asked = JSON.stringify(customers.map(({ id, lastOn }) => [id, addDays(lastOn, -364), lastOn]))
  const { rows } = await sql<{ id: number; net: number }>`
    select a.value ->> 0 as id, sum(case
      when e.kind = 'purchase' then e.amount - coalesce((select sum(r.amount) from entry r where r.refund_of = e.id and r.void = 0 and r."on" <= ${day}), 0)
      else -e.amount end) as net
    from json_each(${asked}) a join entry e on e.customer_id = a.value ->> 0 and e."on" between a.value ->> 1 and a.value ->> 2
    where e.void = 0 and (e.kind = 'purchase' or (e.kind = 'refund' and e.refund_of is null))
    group by 1`.execute(db)
  return new Map(rows.map(({ id, net }) => [id, net]))
}
