import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { type Day, serial, serialAt } from '../day.ts'
import { firstAtLeast } from '../quantile.ts'
import { type CustomerPlaces, PlacesById } from './customer-places.ts'
import { dayLength } from './day-text.ts'
import { isOf } from './everyone.ts'
import { refundedInFull } from './refunded-in-full.ts'
import { inRuns } from './runs.ts'

/**
 * Every purchase of customers up to a day that is not void, side by side: who made them, when (`serial`), of how much.
 */
export interface PurchaseHistory {
  /** A customer's own lie from one place up to another, in order of day. */
  readonly places: CustomerPlaces
  readonly days: Int32Array
  readonly amounts: Float64Array
  /** The day from which one counts no more, as it was refunded in full, by its place. */
  readonly refundedOn: ReadonlyMap<number, number>
  /** Their places in order, where they are at hand: few, so that most customers are soon known to have none. */
  readonly refunded?: Int32Array
  /** The places of those that are theirs by the link of a payer's name alone. */
  readonly linked: ReadonlySet<number>
}

/** Whether a purchase was refunded in full by a day. */
export function isRefundedBy(day: number, { refundedOn }: Pick<PurchaseHistory, 'refundedOn'>, place: number): boolean {
  return refundedOn.size > 0 && (refundedOn.get(place) ?? Number.POSITIVE_INFINITY) <= day
}

/** Whether a purchase from one place up to another may ever have been refunded in full. */
export function mayBeRefunded(
  { refundedOn, refunded }: Pick<PurchaseHistory, 'refundedOn' | 'refunded'>,
  from: number,
  to: number,
): boolean {
  if (refundedOn.size === 0 || refunded === undefined) return refundedOn.size > 0
  return (refunded[firstAtLeast(refunded, from)] ?? to) < to
}

type Places = Pick<PurchaseHistory, 'places' | 'days' | 'amounts'>

const comma = 44

/** Reads every purchase up to a day, void ones aside. */
export async function readPurchaseHistory(db: Db, to: Day): Promise<PurchaseHistory> {
  const made = db.selectFrom('entry').where('kind', '=', 'purchase').where('void', '=', 0).where('on', '<=', to)
  const bought = made
    .select(['customer_id', sql<string>`string_agg("on" || amount, ',')`.as('text')])
    .groupBy('customer_id')
    .having(isOf('customer_id'))
  const [lying, byLink] = await Promise.all([
    placesOf(inRuns(bought)),
    // Asked of each purchase, the index that every figure is read from would not do: this is read from that of payers,
    // which is not taken where customers are named too.
    made.select(['customer_id', 'on', 'amount']).where('payer', 'is not', null).where('payer_linked', '=', 1).execute(),
  ])
  const linked = placesLinked(byLink, lying)
  const refundedOn = await placesRefunded(db, to, lying)
  return { ...lying, refundedOn, refunded: Int32Array.from(refundedOn.keys()).sort(), linked }
}

async function placesOf(
  runs: AsyncIterable<readonly { readonly customer_id: number | null; readonly text: string }[]>,
): Promise<Places> {
  const rows = new HistoryRows()
  for await (const run of runs) for (const { customer_id, text } of run) rows.add(customer_id as number, text)
  return rows.done()
}

class HistoryRows {
  private readonly places = new PlacesById()
  private days = new Int32Array(1024)
  private amounts = new Float64Array(1024)
  private place = 0

  /** Takes what a customer bought, written `2026-11-0312800,2026-11-216800`. */
  add(customerId: number, text: string): void {
    const from = this.place
    let ordered = true
    for (let at = 0; at < text.length; at++) {
      const day = serialAt(text, at)
      let amount = 0
      for (at += dayLength; at < text.length && text.charCodeAt(at) !== comma; at++)
        amount = amount * 10 + text.charCodeAt(at) - 48
      if (this.place === this.days.length) this.grow()
      ordered &&= this.place === from || day >= (this.days[this.place - 1] as number)
      this.days[this.place] = day
      this.amounts[this.place] = amount
      this.place++
    }
    // SQLite hands them over in the order of the index, and does not promise to.
    if (!ordered) sortByDay(this.days, this.amounts, from, this.place)
    this.places.add(customerId, from, this.place)
  }

  private grow(): void {
    const [days, amounts] = [new Int32Array(2 * this.place), new Float64Array(2 * this.place)]
    days.set(this.days)
    amounts.set(this.amounts)
    this.days = days
    this.amounts = amounts
  }

  done(): Places {
    const { places, days, amounts, place } = this
    return { places, days: days.subarray(0, place), amounts: amounts.subarray(0, place) }
  }
}

function sortByDay(days: Int32Array, amounts: Float64Array, from: number, to: number): void {
  const pairs = Array.from(days.subarray(from, to), (day, at) => [day, amounts[from + at] as number] as const).sort(
    ([one], [other]) => one - other,
  )
  for (const [at, [day, amount]] of pairs.entries()) {
    days[from + at] = day
    amounts[from + at] = amount
  }
}

/** The day each was refunded in full, by its place. */
async function placesRefunded(db: Db, to: Day, lying: Places): Promise<Map<number, number>> {
  const found = new Map<number, number>()
  for (const { customerId, on, amount, refundedOn } of await refundedInFull(db, to)) {
    const place = placeOf(lying, customerId ?? 0, serial(on), amount, (one) => found.has(one))
    if (place !== null) found.set(place, serial(refundedOn))
  }
  return found
}

function placesLinked(
  rows: readonly { readonly customer_id: number | null; readonly on: Day; readonly amount: number }[],
  lying: Places,
): Set<number> {
  const found = new Set<number>()
  for (const { customer_id, on, amount } of rows) {
    const place = placeOf(lying, customer_id ?? 0, serial(on), amount, (taken) => found.has(taken))
    if (place !== null) found.add(place)
  }
  return found
}

/** Of two of one day and amount, either may be the one that is meant. */
function placeOf(
  { places, days, amounts }: Places,
  customerId: number,
  day: number,
  amount: number,
  taken: (place: number) => boolean,
): number | null {
  const [from, end] = places.get(customerId) ?? [0, 0]
  for (let place = from; place < end; place++)
    if (days[place] === day && amounts[place] === amount && !taken(place)) return place
  return null
}
