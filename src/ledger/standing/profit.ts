import type { Book } from '../book/book.ts'
import type { Minor } from '../money.ts'

/** A share of the policy as a whole number of millionths, so that money times a share stays exact. */
export const millionths = (share: number): number => Math.round(share * 1_000_000)

/**
 * Profit of one purchase (SPEC 3): net x (1 - cost / amount), rounded half away from zero; of one of 0.00, minus its
 * cost. Without a cost, net x margin. Minor units.
 */
export function profitOf(net: Minor, amount: Minor, cost: Minor | null, margin: number): Minor {
  if (cost === null) return partOf(net, millionths(margin), 1_000_000)
  return amount === 0 ? -cost : partOf(net, amount - cost, amount)
}

/** The same of a purchase nothing of which was given back; a cost that is not known is NaN. */
export function wholeProfitOf(amount: Minor, cost: Minor, margin: number): Minor {
  if (!Number.isNaN(cost)) return amount - cost
  return margin === 1 ? amount : profitOf(amount, amount, null, margin)
}

/** value x part / whole, whole > 0, rounded half away from zero and exact for any money: past 2^53 in BigInt. */
export function partOf(value: number, part: number, whole: number): number {
  const product = value * part
  const twice = 2 * Math.abs(product) + whole
  if (!Number.isSafeInteger(twice)) return bigPartOf(BigInt(value), BigInt(part), BigInt(whole))
  const rounded = (twice - (twice % (2 * whole))) / (2 * whole)
  return product < 0 ? -rounded : rounded
}

function bigPartOf(value: bigint, part: bigint, whole: bigint): number {
  const product = value * part
  const rounded = (2n * (product < 0n ? -product : product) + whole) / (2n * whole)
  return Number(product < 0n ? -rounded : rounded)
}

/**
 * P*: the profit at which the running sum, highest first, first reaches the share of all positive profit; null when
 * nobody's is positive.
 */
export function profitThreshold(profits: readonly Minor[], share: number): Minor | null {
  const ranked = Float64Array.from(profits.filter((profit) => profit > 0))
    .sort()
    .reverse()
  const total = ranked.reduce((sum, profit) => sum + profit, 0)
  // In whole numbers: 80 % of a total is not exact in floating point, and one fen decides a tier.
  const wanted = (BigInt(total) * BigInt(millionths(share)) + 999_999n) / 1_000_000n
  const target = Number(wanted)
  let running = 0
  for (const profit of ranked) {
    running += profit
    if (running >= target) return profit
  }
  return null
}

/** Without costs and with the whole margin, what is called profit is what was sold: people then read that. */
export function measureOf(
  { policy }: Pick<Book, 'policy'>,
  buyers: readonly { readonly profit: Minor; readonly spent: Minor }[],
): 'sales' | 'profit' {
  return policy['tier.margin'] === 1 && buyers.every(({ spent, profit }) => spent === profit) ? 'sales' : 'profit'
}
