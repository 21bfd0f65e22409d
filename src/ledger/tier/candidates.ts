import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { isAmong, type Only } from '../../store/lists.ts'
import type { Policy } from '../book/policy/policy.ts'
import { type Day, serial } from '../day.ts'
import type { Minor } from '../money.ts'
import { arePicked } from '../standing/everyone.ts'
import { referredBuyers } from '../standing/referred-buyers.ts'
import { sumRowByRow } from '../standing/row-by-row.ts'
import { readSatisfaction } from '../standing/satisfaction.ts'
import type { ShopGapReader } from '../standing/shop-gap.ts'
import type { Span } from '../standing/standing.ts'
import { costOfWhole, readWithRefunds, type WithRefunds } from '../standing/sums.ts'
import { readTakenOff, type TakenOff } from '../standing/taken-off.ts'
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
  const [sums, taken, refunding, referred, satisfaction, people] = await Promise.all([
    windowSums(db, span, only, scores, gaps),
    readTakenOff(db, span, only),
    scores ? readWithRefunds(db, span, only) : [],
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
  takeOff(taken, span, sums)
  correctLastDays(span, refunding, sums)
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

/** Purchases of all time; the rest of the window. */
interface Sums {
  purchases: number
  visits: number
  profit: Minor
  spent: Minor
  /** Of the window, refunded or not. */
  lastOn: Day | null
}
const nothing: Readonly<Sums> = { purchases: 0, visits: 0, profit: 0, spent: 0, lastOn: null }

/**
 * Of those with refunds the last day may be that of a purchase that was refunded in full: theirs are read row by row.
 */
function correctLastDays(span: Span, refunding: readonly WithRefunds[], sums: Map<number, Sums>): void {
  for (const { customerId, purchases, returns } of refunding) {
    const sum = sums.get(customerId)
    if (sum) sum.lastOn = sumRowByRow(customerId, purchases, returns, span).lastOn
  }
}

function takeOff(taken: ReadonlyMap<number, TakenOff>, { from }: Span, sums: Map<number, Sums>): void {
  for (const [customerId, { gone, windowSpent, windowProfit }] of taken) {
    const sum = sums.get(customerId) ?? { ...nothing }
    sum.purchases -= gone.length
    sum.visits -= gone.filter((on) => on >= from).length
    sum.spent -= windowSpent
    sum.profit -= windowProfit
    sums.set(customerId, sum)
  }
}

async function windowSums(
  db: Db,
  { day, from, margin }: Span,
  only: Only,
  lastDays: boolean,
  gaps?: ShopGapReader,
): Promise<Map<number, Sums>> {
  const recent = sql`filter (where "on" >= ${from})`
  const rows = await db
    .selectFrom('entry')
    .select([
      'customer_id',
      sql<number>`count(*)`.as('purchases'),
      sql<number>`count(*) ${recent}`.as('visits'),
      sql<number | null>`sum(amount) ${recent}`.as('spent'),
      (lastDays ? sql<Day | null>`max("on") ${recent}` : sql<null>`null`).as('lastOn'),
      sql<number | null>`sum(${costOfWhole(margin)}) ${recent}`.as('cost'),
      (gaps ? sql<string | null>`string_agg("on", '')` : sql<null>`null`).as('days'),
    ])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', day)
    .where(isAmong('customer_id', only))
    .groupBy('customer_id')
    .execute()
  const sums = new Map<number, Sums>()
  for (const { customer_id, purchases, visits, spent, cost, lastOn, days } of rows) {
    if (days !== null) gaps?.add(customer_id as number, days)
    sums.set(customer_id as number, {
      purchases,
      visits,
      profit: (spent ?? 0) - (cost ?? 0),
      spent: spent ?? 0,
      lastOn,
    })
  }
  return sums
}
