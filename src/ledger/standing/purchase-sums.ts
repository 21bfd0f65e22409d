import { type DayNumber, serial } from '../day.ts'
import type { Minor } from '../money.ts'
import { quantile } from '../quantile.ts'
import type { OwnPlace } from './customer-places.ts'
import { wholeProfitOf } from './profit.ts'
import type { Purchases } from './purchases.ts'
import type { Span } from './standing.ts'
import { nothingOff, type TakenOff } from './taken-off.ts'

/**
 * What the purchases of one customer after another come to, less what was taken back of them: the figures of a standing
 * (`Standing` says what they are), to be read before the next is taken. Of 200,000 customers an object each would
 * be most of what a command holds.
 */
export class PurchaseSums {
  purchases = 0
  days = 0
  firstOn: DayNumber | null = null
  lastOn: DayNumber | null = null
  gap: number | null = null
  spent: Minor = 0
  profit: Minor = 0
  visits = 0
  windowDays = 0
  windowSpent: Minor = 0
  windowProfit: Minor = 0
  private readonly bought: Purchases
  private readonly window: DayNumber
  private readonly margin: number
  private readonly gaps = new Gaps()

  /** The window is from the span's first day on. */
  constructor(bought: Purchases, { from, margin }: Pick<Span, 'from' | 'margin'>) {
    this.bought = bought
    this.window = serial(from)
    this.margin = margin
  }

  take(place: OwnPlace, off: TakenOff = nothingOff): this {
    this.takeDays(place, off.gone)
    this.takeMoney(place)
    this.spent -= off.spent
    this.profit -= off.profit
    this.windowSpent -= off.windowSpent
    this.windowProfit -= off.windowProfit
    return this
  }

  /** A purchase is passed over for each of the days on which one is gone. */
  private takeDays([from, to]: OwnPlace, gone: readonly DayNumber[]): void {
    const { window, gaps } = this
    const { days } = this.bought
    const out = gone.length === 0 ? gone : gone.toSorted((one, other) => one - other)
    let [purchases, distinct, visits, windowDays, passed] = [0, 0, 0, 0, 0]
    let [first, last] = [Number.NaN, Number.NaN]
    gaps.clear()
    for (let place = from; place < to; place++) {
      const day = days[place] as number
      if (day === out[passed]) {
        passed++
        continue
      }
      purchases++
      if (day >= window) visits++
      if (day === last) continue
      if (distinct === 0) first = day
      else gaps.push(day - last)
      if (day >= window) windowDays++
      last = day
      distinct++
    }
    this.purchases = purchases
    this.days = distinct
    this.firstOn = distinct === 0 ? null : first
    this.lastOn = distinct === 0 ? null : last
    this.gap = gaps.median()
    this.visits = visits
    this.windowDays = windowDays
  }

  private takeMoney([from, to]: OwnPlace): void {
    const { window, margin } = this
    const { days, amounts, costs } = this.bought
    let [spent, profit, windowSpent, windowProfit] = [0, 0, 0, 0]
    for (let place = from; place < to; place++) {
      const amount = amounts[place] as number
      const brought = wholeProfitOf(amount, costs?.[place] ?? Number.NaN, margin)
      spent += amount
      profit += brought
      if ((days[place] as number) < window) continue
      windowSpent += amount
      windowProfit += brought
    }
    this.spent = spent
    this.profit = profit
    this.windowSpent = windowSpent
    this.windowProfit = windowProfit
  }
}

/** The gaps of one customer after another, whole days, in an array that is used again. */
class Gaps {
  private room = new Int32Array(64)
  private count = 0

  clear(): void {
    this.count = 0
  }

  push(gap: number): void {
    if (this.count === this.room.length) {
      const larger = new Int32Array(2 * this.count)
      larger.set(this.room)
      this.room = larger
    }
    this.room[this.count++] = gap
  }

  /** Null under two gaps, which are three days. */
  median(): number | null {
    if (this.count < 2) return null
    const sorted = this.sorted()
    return quantile(1, 2, this.count, (place) => sorted[place] as number)
  }

  /** Most have few: to hand those to the sort of typed arrays takes longer than to sort them. */
  private sorted(): Int32Array {
    const { room, count } = this
    if (count > 32) return room.subarray(0, count).sort()
    for (let end = 1; end < count; end++) {
      const gap = room[end] as number
      let at = end
      for (; at > 0 && (room[at - 1] as number) > gap; at--) room[at] = room[at - 1] as number
      room[at] = gap
    }
    return room
  }
}
