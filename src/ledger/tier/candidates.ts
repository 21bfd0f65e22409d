import type { Db } from '../../store/db.ts'
import { isAmong, type Only } from '../../store/lists.ts'
import type { Policy } from '../book/policy/policy.ts'
import { serial } from '../day.ts'
import { arePicked } from '../standing/everyone.ts'
import { GapCounts } from '../standing/gap-counts.ts'
import { PurchaseSums } from '../standing/purchase-sums.ts'
import { type Purchases, readPurchases } from '../standing/purchases.ts'
import { referredBuyers } from '../standing/referred-buyers.ts'
import { readSatisfaction } from '../standing/satisfaction.ts'
import type { Span } from '../standing/standing.ts'
import { readTakenOff, type TakenOff } from '../standing/taken-off.ts'
import { openedOn } from '../standing/who-bought.ts'
import type { Candidate } from './method.ts'

/** What all customers bought, read once for who looks at them a run at a time; their gaps are counted in passing. */
export interface BoughtByAll {
  readonly bought: Purchases
  readonly taken: ReadonlyMap<number, TakenOff>
  readonly gaps: GapCounts
}

export async function readBoughtByAll(db: Db, span: Span, only?: Only): Promise<BoughtByAll> {
  const [bought, taken] = await Promise.all([
    readPurchases(db, span.day, { costs: true }, only),
    readTakenOff(db, span, only),
  ])
  return { bought, taken, gaps: new GapCounts() }
}

/** Those of the customers who are not archived, in order of id, with what the window adds up to. */
export async function readCandidates(
  db: Db,
  span: Span,
  only: Only,
  method: Policy['tier.method'] = 'matrix',
  all?: BoughtByAll,
): Promise<Candidate[]> {
  const scores = method === 'rfm' || method === 'scorecard'
  const [{ bought, taken, gaps }, referred, satisfaction, people] = await Promise.all([
    all ?? readBoughtByAll(db, span, only),
    method === 'scorecard' ? referredBuyers(db, span.day, only) : null,
    method === 'scorecard' ? readSatisfaction(db, span.day, only) : null,
    db
      .selectFrom('customer')
      .select(['id', 'potential', 'archived', openedOn(span.day).as('opened')])
      .where(isAmong('id', only))
      .$if(!arePicked(only), (query) => query.where('kind', '<>', 'staff'))
      .orderBy('id')
      .execute(),
  ])
  const day = serial(span.day)
  const sums = new PurchaseSums(bought, span)
  return people.flatMap(({ id, potential, archived, opened }) => {
    const { purchases, visits, windowProfit, windowSpent, lastOn, gap } = sums.take(
      bought.places.get(id) ?? nowhere,
      taken.get(id),
    )
    gaps.add(gap, 1)
    if (archived === 1) return []
    return {
      customerId: id,
      bought: purchases > 0 || opened === 1,
      visits,
      profit: windowProfit,
      spent: windowSpent,
      since: scores && lastOn !== null ? day - lastOn : null,
      referred: referred ? (referred.get(id) ?? 0) : null,
      potential,
      satisfaction: satisfaction?.get(id)?.c ?? null,
    }
  })
}

const nowhere = [0, 0] as const

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
