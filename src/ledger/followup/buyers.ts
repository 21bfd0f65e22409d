import type { DayNumber } from '../day.ts'
import type { Minor } from '../money.ts'
import type { OwnPlace } from '../standing/customer-places.ts'
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

/** What everyone with a purchase or a return bought, less what was refunded and returned. */
export function buyersOf(
  bought: Purchases,
  taken: ReadonlyMap<number, TakenOff>,
  span: Span,
): Map<number, BoughtSoFar> {
  const sums = new PurchaseSums(bought, span)
  const buyers = new Map<number, BoughtSoFar>()
  for (const [id, place] of bought.places) {
    const { purchases, days, firstOn, lastOn, gap, windowProfit } = sums.take(place, taken.get(id))
    buyers.set(id, { purchases, days, firstOn, lastOn, gap, windowProfit })
  }
  for (const [id, { windowProfit }] of taken)
    if (!buyers.has(id)) buyers.set(id, { ...boughtNothing, windowProfit: 0 - windowProfit })
  return buyers
}

/** The first of somebody's places whose purchase was made on a day or later. */
export function firstSince({ days }: Pick<Purchases, 'days'>, [from, to]: OwnPlace, day: DayNumber): number {
  let place = to
  while (place > from && (days[place - 1] as number) >= day) place--
  return place
}
