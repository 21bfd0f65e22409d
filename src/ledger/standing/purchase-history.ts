import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { type Day, serial } from '../day.ts'
import { isOf } from './everyone.ts'
import { refundedInFull } from './refunded-in-full.ts'

/** Every purchase of customers up to a day that is not void, side by side: who made them, when (`serial`), of how much. */
export interface PurchaseHistory {
  /** A customer's own lie from one place up to another, in order of day. */
  readonly places: ReadonlyMap<number, readonly [from: number, to: number]>
  readonly days: Int32Array
  readonly amounts: Float64Array
  /** The day from which one counts no more, as it was refunded in full, by its place. */
  readonly refundedOn: ReadonlyMap<number, number>
}

const dayLength = 10
const comma = 44

export async function readPurchaseHistory(db: Db, to: Day): Promise<PurchaseHistory> {
  const rows = await db
    .selectFrom('entry')
    .select(({ fn }) => ['customer_id', fn.countAll<number>().as('count'), sql<string>`string_agg("on" || amount, ',')`.as('text')])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', to)
    .where('customer_id', 'is not', null)
    .groupBy('customer_id')
    .having(isOf('customer_id'))
    .execute()
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  const [days, amounts] = [new Int32Array(total), new Float64Array(total)]
  const places = new Map<number, readonly [number, number]>()
  let place = 0
  for (const { customer_id, text } of rows) {
    const from = place
    let ordered = true
    for (let at = 0; at < text.length; at++) {
      const day = serial(text.slice(at, at + dayLength))
      let amount = 0
      for (at += dayLength; at < text.length && text.charCodeAt(at) !== comma; at++) amount = amount * 10 + text.charCodeAt(at) - 48
      ordered &&= place === from || day >= (days[place - 1] as number)
      days[place] = day
      amounts[place] = amount
      place++
    }
    // SQLite hands them over in the order of the index, and does not promise to.
    if (!ordered) sortByDay(days, amounts, from, place)
    places.set(customer_id as number, [from, place])
  }
  return { places, days, amounts, refundedOn: await placesRefunded(db, to, { places, days, amounts }) }
}

function sortByDay(days: Int32Array, amounts: Float64Array, from: number, to: number): void {
  const pairs = Array.from(days.subarray(from, to), (day, at) => [day, amounts[from + at] as number] as const).sort(([one], [other]) => one - other)
  for (const [at, [day, amount]] of pairs.entries()) {
    days[from + at] = day
    amounts[from + at] = amount
  }
}

/** The day each was refunded in full, by its place. */
async function placesRefunded(db: Db, to: Day, { places, days, amounts }: Omit<PurchaseHistory, 'refundedOn'>): Promise<Map<number, number>> {
  const found = new Map<number, number>()
  for (const { customerId, on, amount, refundedOn } of await refundedInFull(db, to)) {
    // Of two of one day and amount, either may be the one that was refunded.
    const [from, end] = places.get(customerId ?? 0) ?? [0, 0]
    const day = serial(on)
    for (let place = from; place < end; place++) {
      if (days[place] !== day || amounts[place] !== amount || found.has(place)) continue
      found.set(place, serial(refundedOn))
      break
    }
  }
  return found
}
