import type { Derived, Headed } from './headed.ts'
import { amountRank, isAdjustedTotal, isDue, isEarned, isFee, isGross, isSpent } from './heading-ranks.ts'
import { discountIsBetween } from './sample.ts'

/**
 * Binds what was to be paid, what of it was received, what was handed back and what the goods cost. Returns the column
 * of what it cost before a discount, -1 where there is none.
 */
export function bindAmounts(
  { headers, columns, places, mapped, sample }: Headed,
  { derived, weighed }: { readonly derived: Derived[]; readonly weighed: Set<number> },
): number {
  const heading = (at: number) => headers[at] ?? ''
  const every = headers.map((_, at) => at)
  const free = (at: number) => ![...mapped.values()].includes(at)
  const list = bindAmount()
  bindCost()
  return list

  function bindAmount(): number {
    if (mapped.has('amount')) return -1
    const quantity = columns.get('quantity') ?? -1
    const price = columns.get('unit_price') ?? -1
    const feed = headers.some(isFee)
    const ranked = [...(places.get('amount') ?? [])].sort(
      (one, other) => rank(heading(other), feed) - rank(heading(one), feed),
    )
    let [best, ...others] = ranked
    if (best !== undefined && isDue(heading(best))) {
      // What was due and what was received of it; where a discount is all that is between them, nothing is owed.
      const received = others.find((at) => !isDue(heading(at)) && amountRank(heading(at)) >= 2)
      const discount = columns.get('discount') ?? -1
      if (received !== undefined && discount >= 0 && discountIsBetween(sample, best, received, discount)) {
        others = [best, ...others.filter((at) => at !== received)]
        best = received
      } else if (received !== undefined && !columns.has('paid')) {
        columns.set('paid', received)
        weighed.add(received)
        others = others.filter((at) => at !== received)
      }
    }
    if (best !== undefined) {
      columns.set('amount', best)
      bindAdjusted(best)
      const before = rank(heading(best), feed)
      const list = others.find((at) => rank(heading(at), feed) < before || isDue(heading(at))) ?? -1
      if (list >= 0 && !feed) {
        weighed.add(list)
        columns.set('list', list)
        return list
      }
      return -1
    }
    const earned = every.find((at) => isEarned(heading(at)) && free(at))
    if (earned !== undefined && every.some((at) => isSpent(heading(at)))) columns.set('amount', earned)
    else if (price >= 0 && quantity >= 0)
      derived.push({
        column: 'amount',
        heading: heading(price),
        value: { is: 'product', price, quantity, less: columns.get('discount') ?? -1 },
      })
    else if (price >= 0 && columns.has('discount')) {
      derived.push({
        column: 'amount',
        heading: heading(price),
        value: { is: 'product', price, quantity: -1, less: columns.get('discount') ?? -1 },
      })
    } else if (price >= 0) {
      columns.set('amount', price)
      columns.delete('unit_price')
    }
    return -1
  }

  /** What an order comes to after refunds says what was handed back. */
  function bindAdjusted(amount: number): void {
    const left = every.find((at) => isAdjustedTotal(heading(at)) && free(at))
    if (left === undefined || columns.has('refunded')) return
    weighed.add(left)
    derived.push({
      column: 'refunded',
      heading: heading(left),
      value: { is: 'sum', plus: [amount], minus: [left], positive: true, given: left },
    })
  }

  function bindCost(): void {
    const quantity = columns.get('quantity') ?? -1
    const unitCost = columns.get('unit_cost') ?? -1
    if (columns.has('cost') || unitCost < 0) return
    if (quantity >= 0)
      derived.push({
        column: 'cost',
        heading: heading(unitCost),
        value: { is: 'product', price: unitCost, quantity, less: -1 },
      })
    else {
      columns.set('cost', unitCost)
      columns.delete('unit_cost')
    }
  }
}

/** What was received or due first; beside columns of fees what the customer paid before them. */
function rank(header: string, feed: boolean): number {
  return isGross(header) ? (feed ? 4 : 0.5) : amountRank(header)
}
