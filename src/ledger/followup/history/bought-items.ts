import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../store/db.ts'
import { type Day, type DayNumber, dayLength, serial, serialAt } from '../../day.ts'
import { type ItemPart, itemParts } from '../../standing/item-parts.ts'
import type { PurchaseHistory } from '../../standing/purchase-history.ts'
import { type BoughtTexts, numberOf } from '../../standing/purchases.ts'
import { type FullRefund, refundedInFull } from '../../standing/refunded-in-full.ts'
import { type BoughtItem, boughtItems, inOrder, leastDays, readItemTexts } from '../regular-items.ts'

/** What a customer bought, in order of day. */
export type BoughtBy = (customerId: number) => readonly BoughtItem[]

const nothing: readonly never[] = []

export const boughtNothing: BoughtBy = () => nothing

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
  if (only) {
    const [texts, refunded] = await Promise.all([readItemTexts(db, to, only), refundedInFull(db, to)])
    const refundedOn = new Map(refunded.map(({ id, refundedOn }) => [id, serial(refundedOn)]))
    return (id) => {
      const text = texts.get(id)
      return text === undefined ? nothing : boughtItems(text, refundedOn)
    }
  }
  const { items } = purchases
  const [refunded, lying] = await Promise.all([
    refundedInFull(db, to),
    items ? { ...purchases, ...items } : readAll(db, to, purchases),
  ])
  return itemsAmong(lying, refunded)
}

/** What customers bought of the things that lie beside their purchases. */
export function itemsAmong(lying: LyingItems, refunded: readonly FullRefund[]): BoughtBy {
  const items = new ItemsBought(lying)
  for (const { customerId, on, item, refundedOn } of refunded)
    if (customerId !== null && item !== null) items.refund(customerId, serial(on), item, serial(refundedOn))
  return (id) => items.boughtBy(id)
}

/** What customers bought, each at a place among those of its customer. */
interface LyingItems extends BoughtTexts {
  readonly places: { get(id: number): readonly [from: number, to: number] | undefined }
  readonly days: Int32Array
}

const separator = '\u001e'
const runLength = 20_000

interface ItemRun {
  readonly last: number | null
  readonly rows: number
  /** `122026-11-03龙井` for customer 12, one after another. */
  readonly text: string | null
}

async function readAll(db: Db, to: Day, purchases: PurchaseHistory): Promise<LyingItems> {
  const rows = new ItemRows(purchases)
  let last = 0
  for (let full = true; full; ) {
    const run = await readRun(db, to, last)
    if (run.text !== null) rows.add(run.text)
    full = run.rows === runLength
    last = run.last ?? 0
  }
  return rows.done()
}

/** Hardly ever does an item hold the separator: it is looked for in the text, which is quicker than in every row. */
async function readRun(db: Db, to: Day, after: number): Promise<ItemRun> {
  const run = await readRunOf(db, to, after, sql<string>`item`)
  return run.text === null || separatorsIn(run.text) === run.rows - 1
    ? run
    : readRunOf(db, to, after, sql<string>`replace(item, ${separator}, ' ')`)
}

async function readRunOf(db: Db, to: Day, after: number, item: RawBuilder<string>): Promise<ItemRun> {
  const { rows } = await sql<ItemRun>`
    select max(id) as last, count(*) as rows, string_agg(customer_id || "on" || ${item}, ${separator}) as text
    from (
      select id, customer_id, "on", item from entry
      where id > ${after} and kind = 'purchase' and void = 0 and "on" <= ${to} and item is not null
        and customer_id is not null
      order by id limit ${runLength}
    ) as run`.execute(db)
  return rows[0] as ItemRun
}

const withoutSeparator = (text: string) => text.replaceAll(separator, ' ')

function separatorsIn(text: string): number {
  let count = 0
  for (let at = text.indexOf(separator); at !== -1; at = text.indexOf(separator, at + 1)) count++
  return count
}

const dash = 45

/** Puts what is read as it lies at the places of its customer's purchases. */
class ItemRows {
  /** By the number of a customer: the first of their places, and the first that is not taken. */
  private readonly begins: Int32Array
  private readonly free: Int32Array
  private readonly days: Int32Array
  private readonly numbers: Int32Array
  private readonly texts = new Map<string, number>()

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

  add(run: string): void {
    for (let at = 0; at < run.length; ) {
      // The four digits before the dash are the year.
      const from = at
      let year = 0
      for (; run.charCodeAt(at) !== dash; at++) year = year * 10 + run.charCodeAt(at) - zero
      const day = at - 4
      let customerId = 0
      for (at = from; at < day; at++) customerId = customerId * 10 + run.charCodeAt(at) - zero
      const found = run.indexOf(separator, day + dayLength)
      const end = found === -1 ? run.length : found
      const place = this.free[customerId] ?? noRoom
      if (place !== noRoom) {
        this.free[customerId] = place + 1
        this.days[place] = serialAt(run, day)
        this.numbers[place] = numberOf(this.texts, run.slice(day + dayLength, end))
      }
      at = end + 1
    }
  }

  done(): LyingItems {
    const { begins, free, days, numbers } = this
    return {
      places: { get: (id) => [begins[id] ?? 0, free[id] ?? noRoom] },
      days,
      numbers,
      texts: [...this.texts.keys()],
    }
  }
}

/** What customers bought of the things their purchases name. */
class ItemsBought {
  private readonly places: LyingItems['places']
  private readonly days: Int32Array
  private readonly numbers: Int32Array
  private readonly texts: readonly string[]
  /** What each text names, by its number, as far as it was asked for. */
  private readonly parts: (readonly NumberedPart[])[] = [[]]
  private readonly keys = new Map<string, number>()
  private readonly refundedOn = new Map<number, DayNumber>()
  /** How often a customer bought each thing, by the number of its key, and which customer was counted last. */
  private readonly times: number[] = []
  private readonly counted: number[] = []

  constructor({ places, days, numbers, texts }: LyingItems) {
    this.places = places
    this.days = days
    this.numbers = numbers
    this.texts = texts.map(withoutSeparator)
  }

  /** Of two of one day that read alike, either may be the one that is meant. */
  refund(customerId: number, on: DayNumber, item: string, refundedOn: DayNumber): void {
    const text = withoutSeparator(item)
    const [begin, end] = this.placesOf(customerId)
    for (let place = begin; place < end; place++) {
      if (this.days[place] !== on || this.textAt(place) !== text || this.refundedOn.has(place)) continue
      this.refundedOn.set(place, refundedOn)
      return
    }
  }

  private textAt(place: number): string | undefined {
    return this.texts[(this.numbers[place] as number) - 1]
  }

  private placesOf(customerId: number): readonly [number, number] {
    return this.places.get(customerId) ?? nowhere
  }

  private keyNumbered(key: string): number {
    let number = this.keys.get(key)
    if (number === undefined) {
      number = this.times.push(0) - 1
      this.counted.push(0)
      this.keys.set(key, number)
    }
    return number
  }

  /** What a customer bought three times or more: nothing else can be regular, and most is not. */
  boughtBy(customerId: number): readonly BoughtItem[] {
    const { times, counted, numbers, parts } = this
    const [begin, end] = this.placesOf(customerId)
    if (end - begin < leastDays) return nothing
    let most = 0
    for (let place = begin; place < end; place++) {
      const named = parts[numbers[place] as number] ?? this.partsAt(place)
      for (let at = 0; at < named.length; at++) {
        const { number } = named[at] as NumberedPart
        const before = counted[number] === customerId ? (times[number] as number) : 0
        counted[number] = customerId
        times[number] = before + 1
        if (before >= most) most = before + 1
      }
    }
    if (most < leastDays) return nothing
    const bought: BoughtItem[] = []
    for (let place = begin; place < end; place++) {
      const on = this.days[place] as DayNumber
      const refundedOn = this.refundedOn.get(place) ?? Number.POSITIVE_INFINITY
      for (const { number, key, item } of this.partsAt(place))
        if ((times[number] as number) >= leastDays) bought.push({ key, item, on, refundedOn })
    }
    return inOrder(bought)
  }

  private partsAt(place: number): readonly NumberedPart[] {
    const number = this.numbers[place] as number
    let parts = this.parts[number]
    if (parts === undefined) {
      parts = itemParts(this.textAt(place) as string).map((part) => ({
        ...part,
        number: this.keyNumbered(part.key),
      }))
      this.parts[number] = parts
    }
    return parts
  }
}

interface NumberedPart extends ItemPart {
  readonly number: number
}

const zero = 48
const noRoom = -1
const nowhere = [0, 0] as const
