import type { DayNumber } from '../day.ts'
import type { Minor } from '../money.ts'
import { doubled, type OwnPlace } from '../standing/customer-places.ts'
import { PurchaseSums } from '../standing/purchase-sums.ts'
import type { Purchases } from '../standing/purchases.ts'
import type { Span } from '../standing/standing.ts'
import type { TakenOff } from '../standing/taken-off.ts'

/** What of a standing `due` asks for, in numbers: of 200,000 customers it is read every morning. */
export interface BoughtSoFar {
  /** Counted purchases, and the distinct days they fell on. */
  readonly purchases: number
  readonly days: number
  readonly firstOn: DayNumber | null
  readonly lastOn: DayNumber | null
  /** Median days between distinct purchase days; null under three days. */
  readonly gap: number | null
  readonly windowProfit: Minor
}

/** Of who has not bought. */
export const boughtNothing: BoughtSoFar = {
  purchases: 0,
  days: 0,
  firstOn: null,
  lastOn: null,
  gap: null,
  windowProfit: 0,
}

/** Those with a purchase or a return, by id; each is made anew when it is asked for. */
export interface Buyers extends Iterable<readonly [id: number, BoughtSoFar]> {
  get(id: number): BoughtSoFar | undefined
  values(): Iterable<BoughtSoFar>
}

/** What everyone with a purchase or a return bought, less what was refunded and returned. */
export function buyersOf(bought: Purchases, taken: ReadonlyMap<number, TakenOff>, span: Span): Buyers {
  const sums = new PurchaseSums(bought, span)
  const buyers = new BuyersById()
  for (const [id, place] of bought.places) buyers.set(id, sums.take(place, taken.get(id)))
  for (const [id, { windowProfit }] of taken)
    if (!buyers.get(id)) buyers.set(id, { ...boughtNothing, windowProfit: 0 - windowProfit })
  return buyers
}

/** In columns by id: 200,000 objects that last are what a collector of garbage copies about. */
class BuyersById implements Buyers {
  private purchases = new Int32Array(1024)
  private days = new Int32Array(1024)
  private firsts = new Float64Array(1024)
  private lasts = new Float64Array(1024)
  /** NaN: none of their own. */
  private gaps = new Float64Array(1024)
  /** NaN: nobody. */
  private profits = new Float64Array(1024).fill(Number.NaN)
  private highest = 0

  set(id: number, { purchases, days, firstOn, lastOn, gap, windowProfit }: BoughtSoFar): void {
    while (id >= this.profits.length) this.grow()
    this.purchases[id] = purchases
    this.days[id] = days
    this.firsts[id] = firstOn ?? Number.NaN
    this.lasts[id] = lastOn ?? Number.NaN
    this.gaps[id] = gap ?? Number.NaN
    this.profits[id] = windowProfit
    this.highest = Math.max(this.highest, id)
  }

  get(id: number): BoughtSoFar | undefined {
    const windowProfit = this.profits[id] ?? Number.NaN
    if (Number.isNaN(windowProfit)) return undefined
    return {
      purchases: this.purchases[id] as number,
      days: this.days[id] as number,
      firstOn: known(this.firsts[id] as number),
      lastOn: known(this.lasts[id] as number),
      gap: known(this.gaps[id] as number),
      windowProfit,
    }
  }

  *[Symbol.iterator](): Generator<readonly [number, BoughtSoFar]> {
    for (let id = 0; id <= this.highest; id++) {
      const buyer = this.get(id)
      if (buyer) yield [id, buyer]
    }
  }

  *values(): Generator<BoughtSoFar> {
    for (const [, buyer] of this) yield buyer
  }

  private grow(): void {
    this.purchases = doubled(this.purchases)
    this.days = doubled(this.days)
    this.firsts = doubled(this.firsts)
    this.lasts = doubled(this.lasts)
    this.gaps = doubled(this.gaps)
    const count = this.profits.length
    this.profits = doubled(this.profits).fill(Number.NaN, count)
  }
}

const known = (value: number) => (Number.isNaN(value) ? null : value)

/** The first of somebody's places whose purchase was made on a day or later. */
export function firstSince({ days }: Pick<Purchases, 'days'>, [from, to]: OwnPlace, day: DayNumber): number {
  let place = to
  while (place > from && (days[place - 1] as number) >= day) place--
  return place
}
