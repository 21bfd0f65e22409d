import { sql } from 'kysely'
import type { Db } from '../../../store/db.ts'
import type { Minor } from '../../money.ts'
import { isOf } from '../../standing/everyone.ts'
import { inRuns } from '../../standing/runs.ts'
import type { Span } from '../../standing/standing.ts'
import { costOfWhole } from '../../standing/sums.ts'
import { nothingOff, readTakenOff } from '../../standing/taken-off.ts'

/** What a customer's purchases of a window come to, less what was refunded of them or returned in it. Minor units. */
export type BroughtBy = (customerId: number) => { readonly spent: Minor; readonly profit: Minor }

/** The `windowSpent` and `windowProfit` of everybody's standing, without the rest of it. */
export async function readBroughtBy(db: Db, span: Span): Promise<BroughtBy> {
  const query = db
    .selectFrom('entry')
    .select(({ fn }) => [
      'customer_id',
      fn.sum<Minor>('amount').as('spent'),
      sql<Minor | null>`sum(${costOfWhole(span.margin)})`.as('cost'),
    ])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '>=', span.from)
    .where('on', '<=', span.day)
    .groupBy('customer_id')
    .having(isOf('customer_id'))
  const taken = await readTakenOff(db, span)
  const sums = new Map<number, { spent: Minor; profit: Minor }>()
  for await (const run of inRuns(query))
    for (const { customer_id, spent, cost } of run)
      sums.set(customer_id as number, { spent, profit: spent - (cost ?? 0) })
  return (id) => {
    const { spent, profit } = sums.get(id) ?? nothingBought
    const off = taken.get(id) ?? nothingOff
    return { spent: spent - off.windowSpent, profit: profit - off.windowProfit }
  }
}

const nothingBought = { spent: 0, profit: 0 }
