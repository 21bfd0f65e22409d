import { sql } from 'kysely'
import type { Db } from '../../store/open.ts'
import { idsOf, profitOfWhole, readRefunding } from '../standing/queries.ts'
import type { Span } from '../standing/standing.ts'
import { tally } from '../standing/tally.ts'
import type { Candidate } from './method.ts'
import { openedOn } from './queries.ts'

/**
 * Every customer who is not archived, with what the window adds up to. Sorting needs no gaps, so it is a lighter reading than
 * `readStandings`; customers with refunds or returns are tallied row by row there and here alike.
 */
export async function readCandidates(db: Db, span: Span, only?: readonly number[]): Promise<Candidate[]> {
  const sums = await windowSums(db, span, only)
  for (const { customerId, purchases, returns } of await readRefunding(db, span, only)) {
    const standing = tally(customerId, purchases, returns, span)
    sums.set(customerId, { bought: standing.purchases > 0, turnover: standing.turnover, profit: standing.windowProfit, spent: standing.windowSpent })
  }
  let query = db
    .selectFrom('customer')
    .select(['id', openedOn(span.day).as('opened')])
    .where('archived', '=', 0)
    .orderBy('id')
  if (only) query = query.where('id', 'in', idsOf(only))
  const people = await query.execute()
  return people.map(({ id, opened }) => {
    const sum = sums.get(id) ?? nothing
    return { customerId: id, ...sum, bought: sum.bought || opened === 1 }
  })
}

type Sums = Omit<Candidate, 'customerId'>
const nothing: Sums = { bought: false, turnover: 0, profit: 0, spent: 0 }

async function windowSums(db: Db, { day, from, margin }: Span, only?: readonly number[]): Promise<Map<number, Sums>> {
  const profit = profitOfWhole(margin)
  let query = db
    .selectFrom('entry')
    .select([
      'customer_id',
      sql<number>`sum("on" >= ${from})`.as('turnover'),
      sql<number>`sum(iif("on" >= ${from}, ${profit}, 0))`.as('profit'),
      sql<number>`sum(iif("on" >= ${from}, amount, 0))`.as('spent'),
    ])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', day)
    .where('customer_id', 'is not', null)
    .groupBy('customer_id')
  if (only) query = query.where('customer_id', 'in', idsOf(only))
  const rows = await query.execute()
  return new Map(rows.map(({ customer_id, ...sums }) => [customer_id as number, { bought: true, ...sums }]))
}
