import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { type Day, serial, serialAt } from '../day.ts'
import { isOf } from './everyone.ts'
import { refundedInFull } from './refunded-in-full.ts'

/**
 * Every purchase of customers up to a day that is not void, side by side: who made them, when (`serial`), of how much.
 */
export interface PurchaseHistory {
  /** A customer's own lie from one place up to another, in order of day. */
  readonly places: ReadonlyMap<number, readonly [from: number, to: number]>
  readonly days: Int32Array
  readonly amounts: Float64Array
  /** The day from which one counts no more, as it was refunded in full, by its place. */
  readonly refundedOn: ReadonlyMap<number, number>
  /** The places of those that are theirs by the link of a payer's name alone. */
  readonly linked: ReadonlySet<number>
}

type Places = Pick<PurchaseHistory, 'places' | 'days' | 'amounts'>

const dayLength = 10
const comma = 44

export async function readPurchaseHistory(db: Db, to: Day): Promise<PurchaseHistory> {
  const made = db.selectFrom('entry').where('kind', '=', 'purchase').where('void', '=', 0).where('on', '<=', to)
  const [rows, byLink] = await Promise.all([
    made
      .select(({ fn }) => [
        'customer_id',
        fn.countAll<number>().as('count'),
        sql<string>`string_agg("on" || amount, ',')`.as('text'),
      ])
      .where('customer_id', 'is not', null)
      .groupBy('customer_id')
      .having(isOf('customer_id'))
      .execute(),
    // Asked of each purchase, the index that every figure is read from would not do: this is read from that of payers,
    // which is not taken where customers are named too.
    made.select(['customer_id', 'on', 'amount']).where('payer', 'is not', null).where('payer_linked', '=', 1).execute(),
  ])
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  const [days, amounts] = [new Int32Array(total), new Float64Array(total)]
  const places = new Map<number, readonly [number, number]>()
  let place = 0
  for (const { customer_id, text } of rows) {
    const from = place
    let ordered = true
    for (let at = 0; at < text.length; at++) {
      const day = serialAt(text, at)
      let amount = 0
      for (at += dayLength; at < text.length && text.charCodeAt(at) !== comma; at++)
        amount = amount * 10 + text.charCodeAt(at) - 48
      ordered &&= place === from || day >= (days[place - 1] as number)
      days[place] = day
      amounts[place] = amount
      place++
    }
    // SQLite hands them over in the order of the index, and does not promise to.
    if (!ordered) sortByDay(days, amounts, from, place)
    places.set(customer_id as number, [from, place])
  }
  const lying = { places, days, amounts }
  const linked = placesLinked(byLink, lying)
  return { ...lying, refundedOn: await placesRefunded(db, to, lying), linked }
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
