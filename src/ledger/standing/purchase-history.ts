import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { type Day, serial } from '../day.ts'

/** Every purchase of customers up to a day that is not void, in one room: who made them, when (`serial`), of how much. */
export interface Purchases {
  /** A customer's own lie from one place up to another, in order of day. */
  readonly places: ReadonlyMap<number, readonly [from: number, to: number]>
  readonly days: Int32Array
  readonly amounts: Float64Array
  /** The day from which one counts no more, as it was refunded in full, by its place. */
  readonly goneOn: ReadonlyMap<number, number>
}

const dayLength = 10
const comma = 44

export async function readPurchases(db: Db, to: Day): Promise<Purchases> {
  const rows = await db
    .selectFrom('entry')
    .select(({ fn }) => ['customer_id', fn.countAll<number>().as('count'), sql<string>`group_concat("on" || amount)`.as('text')])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', to)
    .where('customer_id', 'is not', null)
    .groupBy('customer_id')
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
  return { places, days, amounts, goneOn: await readGone(db, to, { places, days, amounts }) }
}

function sortByDay(days: Int32Array, amounts: Float64Array, from: number, to: number): void {
  const pairs = Array.from(days.subarray(from, to), (day, at) => [day, amounts[from + at] as number] as const).sort(([one], [other]) => one - other)
  for (const [at, [day, amount]] of pairs.entries()) {
    days[from + at] = day
    amounts[from + at] = amount
  }
}

async function readGone(db: Db, to: Day, { places, days, amounts }: Omit<Purchases, 'goneOn'>): Promise<Map<number, number>> {
  const refunds = await db
    .selectFrom('entry as refund')
    .innerJoin('entry as purchase', 'purchase.id', 'refund.refund_of')
    .select(['purchase.id', 'purchase.customer_id as customerId', 'purchase.on', 'purchase.amount', 'refund.on as backOn', 'refund.amount as back'])
    .where('refund.kind', '=', 'refund')
    .where('refund.void', '=', 0)
    .where('refund.on', '<=', to)
    .where('purchase.void', '=', 0)
    .where('purchase.on', '<=', to)
    .where('purchase.amount', '>', 0)
    .where('purchase.customer_id', 'is not', null)
    .orderBy('refund.on')
    .orderBy('refund.id')
    .execute()
  const back = new Map<number, number>()
  const goneOn = new Map<number, number>()
  for (const { id, customerId, on, amount, backOn, back: given } of refunds) {
    const before = back.get(id) ?? 0
    back.set(id, before + given)
    if (before >= amount || before + given < amount) continue
    // Of two of one day and amount, either may be the one that went.
    const [from, end] = places.get(customerId as number) ?? [0, 0]
    const day = serial(on)
    for (let place = from; place < end; place++) {
      if (days[place] !== day || amounts[place] !== amount || goneOn.has(place)) continue
      goneOn.set(place, serial(backOn))
      break
    }
  }
  return goneOn
}
