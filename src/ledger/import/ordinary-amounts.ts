import { plainHeader } from './columns.ts'
import { isRate } from './discount-rate.ts'
import type { Place } from './format/layout.ts'
import type { Derived, Headed } from './headed.ts'
import {
  isDebit,
  isEarned,
  isOwed,
  isOwnCustomer,
  isReceived,
  isRepaid,
  isSpent,
  isStillOwed,
  isTakenFromCredit,
} from './heading-accounts.ts'
import { amountRank, isAdjustedTotal, isDue, isFee, isGross, isListPrice } from './heading-ranks.ts'
import { textIn } from './row/cells.ts'
import { discountIsBetween, sampleFigure, takeTurns } from './sample.ts'

/** What is between the columns of money of a file. */
export interface BoundAmounts {
  /** The column of what it cost before a discount, -1 where there is none. */
  readonly list: number
  /** Whether what was received stands beside what was due: the rest is owed. */
  readonly leavesOwing: boolean
}

/** Binds what was to be paid, what of it was received, what was handed back and what the goods cost. */
export function bindAmounts(
  { headers, columns, places, mapped, sample }: Headed,
  { derived, weighed }: { readonly derived: Derived[]; readonly weighed: Set<number> },
): BoundAmounts {
  const heading = (at: number) => headers[at] ?? ''
  const every = headers.map((_, at) => at)
  const free = (at: number) => ![...mapped.values()].includes(at)
  let leavesOwing = false
  const rate = ratePlace()
  const list = bindAmount()
  bindCredit()
  bindOwed()
  bindCost()
  bindListed()
  return { list, leavesOwing }

  /** The place of a column of discounts that says what part is left to pay: it is no money. */
  function ratePlace(): number {
    const at = columns.get('discount') ?? -1
    if (at < 0 || !free(at)) return -1
    const amounts = [...(places.get('amount') ?? [])].sort(
      (one, other) => rank(heading(other), false) - rank(heading(one), false),
    )
    const price = columns.get('unit_price') ?? -1
    const quantity = columns.get('quantity') ?? -1
    const listed = every.find((place) => isListPrice(heading(place)))
    const whole = (cells: readonly string[]) =>
      listed !== undefined
        ? sampleFigure(cells[listed])
        : price < 0
          ? sampleFigure(cells[amounts[1] ?? -1])
          : (sampleFigure(cells[price]) ?? 0) * (quantity < 0 ? 1 : (sampleFigure(cells[quantity]) ?? 1))
    if (!isRate(sample, at, { heading: heading(at), whole, amount: amounts[0] ?? -1 })) return -1
    columns.delete('discount')
    return at
  }

  /** What it cost before, beside a rate: the discount is what is between them. */
  function bindListed(): void {
    const before = every.find((at) => isListPrice(heading(at)) && free(at))
    const amount = columns.get('amount')
    if (before === undefined || amount === undefined || columns.has('discount') || columns.has('quantity')) return
    weighed.add(before)
    if (rate >= 0) weighed.add(rate)
    derived.push({
      column: 'discount',
      heading: heading(before),
      value: { is: 'sum', plus: [before], minus: [amount], positive: true, given: before },
    })
  }

  function bindAmount(): number {
    if (mapped.has('amount')) return -1
    const quantity = columns.get('quantity') ?? -1
    const price = columns.get('unit_price') ?? -1
    const feed = headers.some(isFee)
    const ranked = [...(places.get('amount') ?? [])].sort(
      (one, other) => rank(heading(other), feed) - rank(heading(one), feed),
    )
    let [best, ...others] = ranked
    // What was sold and what came in for it later, each in rows of its own: only the first is a sale.
    const sold = others.find((at) => best !== undefined && takeTurns(sample, best, at) && !isReceived(heading(at)))
    if (best !== undefined && sold !== undefined && isReceived(heading(best))) {
      weighed.add(best)
      ;[best, others] = [sold, others.filter((at) => at !== sold)]
    }
    if (best !== undefined && isDue(heading(best))) {
      // What was due and what was received of it; where a discount is all that is between them, nothing is owed.
      const received = others.find((at) => !isDue(heading(at)) && amountRank(heading(at)) >= 2)
      const discount = columns.get('discount') ?? -1
      if (received !== undefined && discount >= 0 && discountIsBetween(sample, best, received, discount)) {
        others = [best, ...others.filter((at) => at !== received)]
        best = received
      } else if (received !== undefined && !columns.has('paid')) {
        columns.set('paid', received)
        leavesOwing = true
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
    if (earned !== undefined && every.some((at) => isSpent(heading(at)))) {
      if (!isAccount()) columns.set('amount', earned)
    } else if (price >= 0 && quantity >= 0)
      derived.push({
        column: 'amount',
        heading: heading(price),
        value: { is: 'product', price, quantity, ...taken() },
      })
    else if (price >= 0 && (columns.has('discount') || rate >= 0)) {
      derived.push({
        column: 'amount',
        heading: heading(price),
        value: { is: 'product', price, quantity: -1, ...taken() },
      })
    } else if (price >= 0) {
      columns.set('amount', price)
      columns.delete('unit_price')
    }
    return -1
  }

  /** Debit and credit of customers by name: who keeps the account decides which of the two is a sale. */
  function isAccount(): boolean {
    return every.some((at) => isDebit(heading(at))) && every.some((at) => isOwnCustomer(heading(at)))
  }

  function taken(): { less: number; rate?: Place } {
    if (rate < 0) return { less: columns.get('discount') ?? -1 }
    weighed.add(rate)
    return { less: -1, rate: { at: rate, heading: heading(rate) } }
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

  /** What came in is not what a sale was, where some of it was taken from credit: the sale is both. */
  function bindCredit(): void {
    const received = columns.get('amount') ?? -1
    const credit = every.find((at) => isTakenFromCredit(heading(at)) && free(at))
    if (
      credit === undefined ||
      columns.has('paid') ||
      !free(received) ||
      !/实收|收款/.test(plainHeader(heading(received)))
    )
      return
    weighed.add(credit)
    columns.delete('amount')
    columns.set('paid', received)
    leavesOwing = true
    derived.push({
      column: 'amount',
      heading: `${heading(received)} + ${heading(credit)}`,
      value: { is: 'sum', plus: [received, credit], minus: [], positive: false },
    })
  }

  /**
   * What of each sale is owed, or still is after what was paid back: the rest was paid. Where a row owes more than it
   * came to, the column is of something else.
   */
  function bindOwed(): void {
    const amount = columns.get('amount')
    const owed = every.find((at) => isOwed(heading(at)))
    if (amount === undefined || owed === undefined || columns.has('paid') || mapped.has('paid')) return
    const left = every.find((at) => isStillOwed(heading(at)) && at !== owed)
    const back = every.find((at) => isRepaid(heading(at)))
    if (back !== undefined && left === undefined) return
    const rest = left ?? owed
    const isRest = (cells: readonly string[]) => {
      const open = sampleFigure(cells[rest]) ?? (textIn(cells[rest]) === '' ? 0 : Number.NaN)
      return open === 0 || (open > 0 && open <= (sampleFigure(cells[amount]) ?? 0))
    }
    if (!free(rest) || !sample.every(isRest)) return
    for (const at of [owed, rest, back]) if (at !== undefined) weighed.add(at)
    leavesOwing = true
    derived.push({
      column: 'paid',
      heading: `${heading(amount)} - ${heading(rest)}`,
      value: { is: 'sum', plus: [amount], minus: [rest], positive: false, given: rest },
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
