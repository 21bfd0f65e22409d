import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { isAmong, type Only } from '../../store/lists.ts'
import type { Policy } from '../book/policy/policy.ts'
import { type Day, serial } from '../day.ts'
import type { Minor } from '../money.ts'
import { makeDayTextReader, without } from '../standing/day-text.ts'
import { arePicked } from '../standing/everyone.ts'
import { referredBuyers } from '../standing/referred-buyers.ts'
import { readSatisfaction } from '../standing/satisfaction.ts'
import type { ShopGapReader } from '../standing/shop-gap.ts'
import type { Span } from '../standing/standing.ts'
import { costOfWhole } from '../standing/sums.ts'
import { nothingOff, readTakenOff } from '../standing/taken-off.ts'
import { openedOn } from '../standing/who-bought.ts'
import type { Candidate } from './method.ts'

/**
 * Those of the customers who are not archived, in order of id, with what the window adds up to. Sorting needs no gaps,
 * so it is a lighter reading than `readStandings`: purchases are summed whole, and what was refunded of them or
 * returned is taken off again. Whoever wants the shop's gap as well has it from the same pass.
 */
export async function readCandidates(
  db: Db,
  span: Span,
  only: Only,
  method: Policy['tier.method'] = 'matrix',
  gaps?: ShopGapReader,
): Promise<Candidate[]> {
  const scores = method === 'rfm' || method === 'scorecard'
  const [sums, referred, satisfaction, people] = await Promise.all([
    windowSums(db, span, only, gaps),
    method === 'scorecard' ? referredBuyers(db, span.day, only) : null,
    method === 'scorecard' ? readSatisfaction(db, span.day, only) : null,
    db
      .selectFrom('customer')
      .select(['id', 'potential', openedOn(span.day).as('opened')])
      .where('archived', '=', 0)
      .where(isAmong('id', only))
      .$if(!arePicked(only), (query) => query.where('kind', '<>', 'staff'))
      .orderBy('id')
      .execute(),
  ])
  const day = serial(span.day)
  return people.map(({ id, potential, opened }) => {
    const { purchases, visits, profit, spent, lastOn } = sums.get(id) ?? nothing
    return {
      customerId: id,
      bought: purchases > 0 || opened === 1,
      visits,
      profit,
      spent,
      since: scores && lastOn !== null ? day - serial(lastOn) : null,
      referred: referred ? (referred.get(id) ?? 0) : null,
      potential,
      satisfaction: satisfaction?.get(id)?.c ?? null,
    }
  })
}

/**
 * Customers are sorted a run of ids at a time: objects for 200,000 of them take 250 MB, and an import, which ends with
 * it, may take 200 in all.
 */
const runLength = 2_000

/** The runs of ids that hold every customer. */
export async function allRuns(db: Db): Promise<{ first: number; last: number }[]> {
  const { newest } = await db
    .selectFrom('customer')
    .select(({ fn }) => fn.max('id').as('newest'))
    .executeTakeFirstOrThrow()
  return Array.from({ length: Math.ceil((newest ?? 0) / runLength) }, (_, at) => ({
    first: at * runLength + 1,
    last: (at + 1) * runLength,
  }))
}

/** Purchases and the last of their days of all time; the rest of the window. */
interface Sums {
  readonly purchases: number
  readonly lastOn: Day | null
  readonly visits: number
  readonly profit: Minor
  readonly spent: Minor
}
const nothing: Sums = { purchases: 0, lastOn: null, visits: 0, profit: 0, spent: 0 }

async function windowSums(db: Db, span: Span, only: Only, gaps?: ShopGapReader): Promise<Map<number, Sums>> {
  const { day, from, margin } = span
  const recent = sql`filter (where "on" >= ${from})`
  const [rows, taken] = await Promise.all([
    db
      .selectFrom('entry')
      .select([
        'customer_id',
        // What there is to count is counted of the days: to have it counted beside them takes a tenth longer.
        sql<string>`string_agg("on", '')`.as('days'),
        sql<number | null>`sum(amount) ${recent}`.as('spent'),
        sql<number | null>`sum(${costOfWhole(margin)}) ${recent}`.as('cost'),
      ])
      .where('kind', '=', 'purchase')
      .where('void', '=', 0)
      .where('on', '<=', day)
      .where(isAmong('customer_id', only))
      .groupBy('customer_id')
      .execute(),
    readTakenOff(db, span, only),
  ])
  const read = makeDayTextReader(from)
  const sums = new Map<number, Sums>()
  for (const { customer_id, days, spent, cost } of rows) {
    const customerId = customer_id as number
    const { gone, windowSpent, windowProfit } = taken.get(customerId) ?? nothingOff
    const { purchases, visits, lastOn, gap } = read(without(days, gone))
    gaps?.add(customerId, gap)
    const bought = (spent ?? 0) - windowSpent
    sums.set(customerId, {
      purchases,
      visits,
      lastOn,
      spent: bought,
      profit: (spent ?? 0) - (cost ?? 0) - windowProfit,
    })
  }
  for (const [customerId, { windowSpent, windowProfit }] of taken)
    if (!sums.has(customerId)) sums.set(customerId, { ...nothing, spent: 0 - windowSpent, profit: 0 - windowProfit })
  return sums
}
