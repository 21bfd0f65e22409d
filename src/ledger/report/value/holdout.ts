import type { Day } from '../../day.ts'
import type { BgNbd } from './bg-nbd.ts'
import type { ModelBuyer } from './buyers.ts'
import { aliveChance, makeExpectedPurchases } from './expected-purchases.ts'
import { tidy } from './model.ts'

/** What the model expected after the last day it saw, beside what came: purchase days, in total. */
export interface Holdout {
  readonly from: Day
  readonly to: Day
  /** In units. */
  readonly length: number
  readonly expected: number
  readonly actual: number
  /** By purchase days after the first, of those the model saw; the last row is of so many and more. */
  readonly rows: readonly HoldoutRow[]
}

export interface HoldoutRow {
  readonly frequency: number
  readonly andMore: boolean
  readonly customers: number
  readonly expected: number
  readonly actual: number
}

/** Seven and more are one row, as in the literature's tables. */
const most = 7

/**
 * Holds what came (days bought, by customer) against what the model expects within `length` units after the last day
 * it saw.
 */
export function compareHoldout(
  model: BgNbd,
  buyers: readonly ModelBuyer[],
  came: (customerId: number) => number,
  { from, to, length, unitDays }: { from: Day; to: Day; length: number; unitDays: number },
): Holdout {
  const rows = Array.from({ length: most + 1 }, (_, frequency) => ({
    frequency,
    andMore: frequency === most,
    customers: 0,
    expected: 0,
    actual: 0,
  }))
  const expected = makeExpectedPurchases(model)
  for (const { customerId, frequency, recency, age } of buyers) {
    const row = rows[Math.min(most, frequency)]
    if (!row) continue
    row.customers++
    const history = { frequency, recency: recency / unitDays, age: age / unitDays }
    row.expected += aliveChance(model, history) * expected(history, length)
    row.actual += came(customerId)
  }
  const total = (figure: 'expected' | 'actual') => rows.reduce((sum, row) => sum + row[figure], 0)
  return {
    from,
    to,
    length: tidy(length),
    expected: tidy(total('expected')),
    actual: total('actual'),
    rows: rows.map((row) => ({ ...row, expected: tidy(row.expected) })),
  }
}
