import { sql } from 'kysely'
import type { Db } from '../../store/open.ts'
import { costOfWhole, isAmong, type Only, readRefunding } from '../standing/queries.ts'
import type { Span } from '../standing/standing.ts'
import { tally } from '../standing/tally.ts'
import type { Candidate } from './method.ts'
import { openedOn } from './queries.ts'

/**
 * Those of the customers who are not archived, in order of id, with what the window adds up to. Sorting needs no gaps, so it is a lighter
 * reading than `readStandings`; customers with refunds or returns are tallied row by row there and here alike.
 */
export async function readCandidates(db: Db, span: Span, only: Only): Promise<Candidate[]> {
  const sums = await windowSums(db, span, only)
  for (const { customerId, purchases, returns } of await readRefunding(db, span, only)) {
    const standing = tally(customerId, purchases, returns, span)
    sums.set(customerId, { bought: standing.purchases > 0, turnover: standing.turnover, profit: standing.windowProfit, spent: standing.windowSpent })
  }
  const people = await db
    .selectFrom('customer')
    .select(['id', openedOn(span.day).as('opened')])
    .where('archived', '=', 0)
    .where(isAmong('id', only))
    .orderBy('id')
    .execute()
  return people.map(({ id, opened }) => {
    const { bought, turnover, profit, spent } = sums.get(id) ?? nothing
    return { customerId: id, bought: bought || opened === 1, turnover, profit, spent }
  })
}

/** Customers are sorted a run of ids at a time: objects for 200,000 of them take 250 MB, and an import, which ends with it, may take 200 in all. */
const runLength = 10_000

/** The runs of ids that hold every customer. */
export async function allRuns(db: Db): Promise<{ first: number; last: number }[]> {
  const { newest } = await db
    .selectFrom('customer')
    .select(({ fn }) => fn.max('id').as('newest'))
    .executeTakeFirstOrThrow()
  return Array.from({ length: Math.ceil((newest ?? 0) / runLength) }, (_, at) => ({ first: at * runLength + 1, last: (at + 1) * runLength }))
}

type Sums = Omit<Candidate, 'customerId'>
const nothing: Sums = { bought: false, turnover: 0, profit: 0, spent: 0 }

async function windowSums(db: Db, { day, from, margin }: Span, only: Only): Promise<Map<number, Sums>> {
  const recent = sql`filter (where "on" >= ${from})`
  const rows = await db
    .selectFrom('entry')
    .select([
      'customer_id',
      sql<number>`count(*) ${recent}`.as('turnover'),
      sql<number | null>`sum(amount) ${recent}`.as('spent'),
      sql<number | null>`sum(${costOfWhole(margin)}) ${recent}`.as('cost'),
    ])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', day)
    .where(isAmong('customer_id', only))
    .groupBy('customer_id')
    .execute()
  const sums = new Map<number, Sums>()
  for (const { customer_id, turnover, spent, cost } of rows) {
    sums.set(customer_id as number, { bought: true, turnover, profit: (spent ?? 0) - (cost ?? 0), spent: spent ?? 0 })
  }
  return sums
}
