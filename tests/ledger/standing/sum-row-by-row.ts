import { medianGap } from '../../../src/ledger/standing/gap.ts'
import { profitOf } from '../../../src/ledger/standing/profit.ts'
import { isCounted, type PurchaseLessRefunds, type ReturnedGoods } from '../../../src/ledger/standing/row-by-row.ts'
import type { Span, Standing } from '../../../src/ledger/standing/standing.ts'

/**
 * A customer's standing from their entries up to the span's day, row by row: what the quick sums must come to. A refund
 * belongs to the day of its purchase; a return lowers money and profit on its own day and is no purchase. Entries in
 * any order.
 */
export function sumRowByRow(
  customerId: number,
  purchases: readonly PurchaseLessRefunds[],
  returns: readonly ReturnedGoods[],
  { from, margin }: Span,
): Standing {
  const counted = purchases.filter(isCounted)
  const brought = counted.map(({ on, amount, cost, refunded }) => ({
    on,
    net: amount - refunded,
    profit: profitOf(amount - refunded, amount, cost, margin),
  }))
  const gone = returns.map(({ on, amount }) => ({ on, net: -amount, profit: -profitOf(amount, amount, null, margin) }))
  const all = [...brought, ...gone]
  const recent = all.filter(({ on }) => on >= from)
  const days = [...new Set(counted.map(({ on }) => on))].sort()
  return {
    customerId,
    purchases: counted.length,
    days: days.length,
    firstOn: days[0] ?? null,
    lastOn: days.at(-1) ?? null,
    gap: medianGap(days),
    spent: sum(all.map(({ net }) => net)),
    profit: sum(all.map(({ profit }) => profit)),
    visits: counted.filter(({ on }) => on >= from).length,
    windowProfit: sum(recent.map(({ profit }) => profit)),
    windowSpent: sum(recent.map(({ net }) => net)),
    windowDays: days.filter((day) => day >= from).length,
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
