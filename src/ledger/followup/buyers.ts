import type { DayNumber } from '../day.ts'
import type { Minor } from '../money.ts'
import type { OwnPlace } from '../standing/customer-places.ts'
import { PurchaseSums } from '../standing/purchase-sums.ts'
import type { Purchases } from '../standing/purchases.ts'
import { pageLength, RowPages } from '../standing/row-pages.ts'
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

/** Those with a purchase or a return, by id. */
export type Buyers = RowPages<BoughtSoFar>

/** What everyone with a purchase or a return bought, less what was refunded and returned. */
export function buyersOf(bought: Purchases, taken: ReadonlyMap<number, TakenOff>, span: Span): Buyers {
  const sums = new PurchaseSums(bought, span)
  const buyers: Buyers = new RowPages(BuyersPage)
  for (const [id, place] of bought.places) buyers.set(id, sums.take(place, taken.get(id)))
  for (const [id, { windowProfit }] of taken)
    if (!buyers.get(id)) buyers.set(id, { ...boughtNothing, windowProfit: 0 - windowProfit })
  return buyers
}

const never = -1

class BuyersPage {
  private readonly purchases = new Int32Array(pageLength)
  private readonly days = new Int32Array(pageLength)
  private readonly firstOn = new Int32Array(pageLength)
  private readonly lastOn = new Int32Array(pageLength)
  /** Halves of days, which are exact; NaN for none. */
  private readonly gaps = new Float32Array(pageLength)
  /** NaN: nobody. */
  private readonly profits = new Float64Array(pageLength).fill(Number.NaN)

  set(at: number, { purchases, days, firstOn, lastOn, gap, windowProfit }: BoughtSoFar): void {
    this.purchases[at] = purchases
    this.days[at] = days
    this.firstOn[at] = firstOn ?? never
    this.lastOn[at] = lastOn ?? never
    this.gaps[at] = gap ?? Number.NaN
    this.profits[at] = windowProfit
  }

  get(at: number): BoughtSoFar | undefined {
    const windowProfit = this.profits[at] as number
    if (Number.isNaN(windowProfit)) return undefined
    const [firstOn, lastOn, gap] = [this.firstOn[at] as number, this.lastOn[at] as number, this.gaps[at] as number]
    return {
      purchases: this.purchases[at] as number,
      days: this.days[at] as number,
      firstOn: firstOn === never ? null : firstOn,
      lastOn: lastOn === never ? null : lastOn,
      gap: Number.isNaN(gap) ? null : gap,
      windowProfit,
    }
  }
}

/** The first of somebody's places whose purchase was made on a day or later. */
export function firstSince({ days }: Pick<Purchases, 'days'>, [from, to]: OwnPlace, day: DayNumber): number {
  let place = to
  while (place > from && (days[place - 1] as number) >= day) place--
  return place
}
