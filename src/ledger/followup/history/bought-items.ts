import { sql } from 'kysely'
import type { Db } from '../../../store/db.ts'
import { type Day, type DayNumber, serial, serialAt } from '../../day.ts'
import { type ItemPart, itemParts } from '../../standing/item-parts.ts'
import type { PurchaseHistory } from '../../standing/purchase-history.ts'
import { refundedInFull } from '../../standing/refunded-in-full.ts'
import { type BoughtItem, boughtItems, inOrder, leastDays, readItemTexts } from '../regular-items.ts'

/** What a customer bought, in order of day. */
export type BoughtBy = (customerId: number) => readonly BoughtItem[]

export const boughtNothing: BoughtBy = () => []

/**
 * Reads it up to a day. Of everybody the rows are read as they lie, a run at a time, and put beside the purchases: by
 * customer, each row looked up through the index, the same takes seven times as long. Of some, by customer.
 */
export async function readBoughtItems(
  db: Db,
  to: Day,
  purchases: PurchaseHistory,
  only?: readonly number[],
): Promise<BoughtBy> {
  const refunds = refundedInFull(db, to).then(
    (rows) => new Map(rows.map(({ id, refundedOn }) => [id, serial(refundedOn)])),
  )
  if (only) {
    const [texts, refundedOn] = await Promise.all([readItemTexts(db, to, only), refunds])
    return (id) => {
      const text = texts.get(id)
      return text === undefined ? [] : boughtItems(text, refundedOn)
    }
  }
  const items = new BesidePurchases(purchases)
  let last = 0
  for (let full = true; full; ) {
    const read = sql<{ last: number | null; rows: number; text: string | null }>`
      select max(id) as last, count(*) as rows,
        string_agg(customer_id || ' ' || id || ' ' || "on" || replace(item, ${separator}, ' '), ${separator}) as text
      from (
        select id, customer_id, "on", item from entry
        where id > ${last} and kind = 'purchase' and void = 0 and "on" <= ${to} and item is not null
          and customer_id is not null
        order by id limit ${runLength}
      ) as run`.execute(db)
    const [{ rows }, refundedOn] = await Promise.all([read, refunds])
    const [run] = rows
    if (run?.text) items.add(run.text, refundedOn)
    full = run?.rows === runLength
    last = run?.last ?? 0
  }
  return (id) => items.boughtBy(id)
}

const separator = '\u001e'
const runLength = 20_000

const blank = 32
const dayLength = 10

/** The items of purchases, each at a place among those of its customer. */
class BesidePurchases {
  /** By the number of a customer: the first of their places, and the first that is not taken. */
  private readonly begins: Int32Array
  private readonly free: Int32Array
  private readonly days: Int32Array
  /** The number of the text, as most are written again and again. */
  private readonly numbers: Int32Array
  private readonly texts: string[] = []
  private readonly numberOf = new Map<string, number>()
  private readonly refundedOn = new Map<number, DayNumber>()
  /** How often the customer looked at bought each thing. */
  private readonly times = new Map<string, number>()

  constructor({ places, days }: PurchaseHistory) {
    let most = 0
    for (const id of places.keys()) most = Math.max(most, id)
    this.begins = new Int32Array(most + 1)
    // Whose purchases are too few has no room.
    this.free = new Int32Array(most + 1).fill(noRoom)
    for (const [id, [from, to]] of places) {
      if (to - from < leastDays) continue
      this.begins[id] = from
      this.free[id] = from
    }
    this.days = new Int32Array(days.length)
    this.numbers = new Int32Array(days.length)
  }

  add(run: string, refundedOn: ReadonlyMap<number, DayNumber>): void {
    for (let at = 0; at < run.length; ) {
      let customerId = 0
      let id = 0
      for (; run.charCodeAt(at) !== blank; at++) customerId = customerId * 10 + run.charCodeAt(at) - zero
      for (at++; run.charCodeAt(at) !== blank; at++) id = id * 10 + run.charCodeAt(at) - zero
      const text = at + 1 + dayLength
      const found = run.indexOf(separator, text)
      const end = found === -1 ? run.length : found
      const place = this.free[customerId] ?? noRoom
      if (place !== noRoom) {
        this.free[customerId] = place + 1
        this.days[place] = serialAt(run, at + 1)
        this.numbers[place] = this.numbered(run.slice(text, end))
        const gone = refundedOn.size === 0 ? undefined : refundedOn.get(id)
        if (gone !== undefined) this.refundedOn.set(place, gone)
      }
      at = end + 1
    }
  }

  private numbered(text: string): number {
    let number = this.numberOf.get(text)
    if (number === undefined) {
      number = this.texts.push(text) - 1
      this.numberOf.set(text, number)
    }
    return number
  }

  /** What a customer bought three times or more: nothing else can be regular, and most is not. */
  boughtBy(customerId: number): readonly BoughtItem[] {
    const [begin, end] = [this.begins[customerId] ?? 0, this.free[customerId] ?? noRoom]
    this.times.clear()
    let most = 0
    for (let place = begin; place < end; place++)
      for (const { key } of this.partsAt(place)) {
        const times = (this.times.get(key) ?? 0) + 1
        this.times.set(key, times)
        if (times > most) most = times
      }
    const bought: BoughtItem[] = []
    for (let place = begin; place < end && most >= leastDays; place++) {
      const on = this.days[place] as DayNumber
      const refundedOn = this.refundedOn.get(place) ?? Number.POSITIVE_INFINITY
      for (const { key, item } of this.partsAt(place))
        if ((this.times.get(key) ?? 0) >= leastDays) bought.push({ key, item, on, refundedOn })
    }
    return inOrder(bought)
  }

  private partsAt(place: number): readonly ItemPart[] {
    return itemParts(this.texts[this.numbers[place] as number] as string)
  }
}

const zero = 48
const noRoom = -1
