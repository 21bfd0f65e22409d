import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { makeDayTextReader, type VisitSums } from './day-text.ts'
import { isOf } from './everyone.ts'
import { sumRowByRow } from './row-by-row.ts'
import type { Span, Standing } from './standing.ts'
import { costOfWhole, readWithRefunds } from './sums.ts'

/** A span, and whether its money is asked for: if not, it stays 0. */
export interface SpanAsked extends Span {
  readonly money: boolean
}

/**
 * Standings as of several days, in their order, from one pass over the purchases: what `standingsIn` says of each by a
 * pass of its own.
 */
export async function standingsOn(db: Db, spans: readonly SpanAsked[]): Promise<Map<number, Standing>[]> {
  const standings = spans.map(() => new Map<number, Standing>())
  const read = makeDayTextReader(spans)
  const [sums, refunding] = await Promise.all([
    readSumsOnDays(db, spans),
    Promise.all(spans.map((span) => readWithRefunds(db, span))),
  ])
  for (const { customerId, days, money } of sums) {
    for (const [at, visits] of read(days).entries())
      if (visits) standings[at]?.set(customerId, standingOf(customerId, visits, money(at)))
  }
  for (const [at, span] of spans.entries()) {
    for (const { customerId, purchases, returns } of refunding[at] ?? [])
      standings[at]?.set(customerId, sumRowByRow(customerId, purchases, returns, span))
  }
  return standings
}

/** Written out: spreading 800,000 of them takes longer than reading them. */
function standingOf(
  customerId: number,
  sums: VisitSums,
  { spent, profit, windowSpent, windowProfit }: MoneySums,
): Standing {
  const { purchases, days, firstOn, lastOn, gap, visits, windowDays } = sums
  return {
    customerId,
    purchases,
    days,
    firstOn,
    lastOn,
    gap,
    spent,
    profit,
    visits,
    windowProfit,
    windowSpent,
    windowDays,
  }
}

type MoneySums = Pick<Standing, 'spent' | 'profit' | 'windowSpent' | 'windowProfit'>
const none: MoneySums = { spent: 0, profit: 0, windowSpent: 0, windowProfit: 0 }

async function readSumsOnDays(db: Db, spans: readonly SpanAsked[]) {
  const days = spans.map(({ day }) => day).sort()
  const sums = spans.flatMap(({ day, from, margin, money }, at) => {
    if (!money) return []
    const cost = costOfWhole(margin)
    return [
      sql<number | null>`sum(amount) filter (where "on" <= ${day})`.as(`spent${at}`),
      sql<number | null>`sum(${cost}) filter (where "on" <= ${day})`.as(`cost${at}`),
      sql<number | null>`sum(amount) filter (where "on" between ${from} and ${day})`.as(`windowSpent${at}`),
      sql<number | null>`sum(${cost}) filter (where "on" between ${from} and ${day})`.as(`windowCost${at}`),
    ]
  })
  const rows = await db
    .selectFrom('entry')
    .select(['customer_id', sql<string>`string_agg("on", '')`.as('days'), ...sums])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', days.at(-1) ?? '')
    .where('customer_id', 'is not', null)
    .groupBy('customer_id')
    .having(isOf('customer_id'))
    .execute()
  // One after another: of 26,000 at once the closures alone take megabytes.
  return each(rows, (row) => {
    const sum = (name: string) => (row as unknown as Record<string, number | null>)[name] ?? 0
    const money = (at: number): MoneySums => {
      if (!spans[at]?.money) return none
      const [spent, windowSpent] = [sum(`spent${at}`), sum(`windowSpent${at}`)]
      return {
        spent,
        profit: spent - sum(`cost${at}`),
        windowSpent,
        windowProfit: windowSpent - sum(`windowCost${at}`),
      }
    }
    return { customerId: row.customer_id as number, days: row.days, money }
  })
}

function* each<One, Made>(all: readonly One[], make: (one: One) => Made): Generator<Made> {
  for (const one of all) yield make(one)
}
