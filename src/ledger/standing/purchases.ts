import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import type { Only } from '../../store/lists.ts'
import { type PurchaseColumns, readPurchaseBlocks } from '../book/blocks/purchases.ts'
import { type Day, type DayNumber, dayLength, serial, serialAt } from '../day.ts'
import { type CustomerPlaces, type OwnPlace, PlacesById } from './customer-places.ts'
import { arePicked, isOf } from './everyone.ts'
import { inRuns } from './runs.ts'

/** Purchases that are not void, side by side: who made them, when (`serial`), of how much, and what they cost. */
export interface Purchases {
  /** A customer's own lie from one place up to another, in order of day. */
  readonly places: CustomerPlaces
  readonly days: Int32Array
  readonly amounts: Float64Array
  /** NaN where it is not known; null where none is, or nobody asked. */
  readonly costs: Float64Array | null
  /** What was bought; null where it takes a reading of its own, or nobody asked. */
  readonly items: BoughtTexts | null
}

/** Texts by the place of their purchase. */
export interface BoughtTexts {
  /** From 1 on, the place among `texts`; 0 where nothing is named. */
  readonly numbers: Int32Array
  readonly texts: readonly string[]
}

export interface AskedPurchases {
  readonly costs?: boolean
  readonly items?: boolean
}

/**
 * Reads those of everyone but staff up to a day, or of some: all of a large ledger from the blocks kept of them, in a
 * tenth of the time that its index takes.
 */
export async function readPurchases(db: Db, to: Day, asked: AskedPurchases = {}, only?: Only): Promise<Purchases> {
  if (only !== undefined) return fromIndex(db, to, asked, only)
  // A small ledger is read with one question: whether it has blocks is a part of it.
  const whole = await fromIndex(db, to, asked, 'without blocks')
  if (whole.days.length > 0) return whole
  const blocks = await readPurchaseBlocks(db)
  return blocks ? fromBlocks(db, blocks, serial(to), asked) : fromIndex(db, to, asked)
}

async function fromBlocks(
  db: Db,
  blocks: readonly PurchaseColumns[],
  to: DayNumber,
  asked: AskedPurchases,
): Promise<Purchases> {
  const staff = await db.selectFrom('customer').select('id').where('kind', '=', 'staff').execute()
  const counts = new CustomerCounts()
  for (const block of blocks) counts.add(block, to)
  const placing = new Placing(counts.without(staff.map(({ id }) => id)), asked)
  for (const block of blocks) placing.add(block, to)
  return placing.done()
}

/** How many purchases are whose. */
class CustomerCounts {
  private counts = new Int32Array(1024)

  add({ customers, days }: PurchaseColumns, to: DayNumber): void {
    let { counts } = this
    for (let at = 0; at < customers.length; at++) {
      const id = customers[at] as number
      if (id === 0 || (days[at] as number) > to) continue
      if (id >= counts.length) counts = this.reach(id)
      counts[id] = (counts[id] as number) + 1
    }
  }

  private reach(id: number): Int32Array<ArrayBuffer> {
    const larger = new Int32Array(2 * id)
    larger.set(this.counts)
    this.counts = larger
    return larger
  }

  without(ids: readonly number[]): Int32Array {
    for (const id of ids) if (id < this.counts.length) this.counts[id] = 0
    return this.counts
  }
}

/** Of somebody whose purchases are left out. */
const noRoom = -1

/** Puts purchases, which come as they were entered, beside those of their customer. */
class Placing {
  private readonly places = new PlacesById()
  /** For each customer the first place that is not taken. */
  private readonly free: Int32Array
  private readonly days: Int32Array
  private readonly amounts: Float64Array
  private readonly isCostAsked: boolean
  private costs: Float64Array | null = null
  private readonly items: Int32Array | null
  private readonly texts = new Map<string, number>()
  /** For the places of one block after another. */
  private room = new Int32Array(0)

  constructor(counts: Int32Array, { costs = false, items = false }: AskedPurchases) {
    let total = 0
    this.free = counts.map((count, id) => {
      if (count === 0) return noRoom
      this.places.add(id, total, total + count)
      total += count
      return total - count
    })
    this.days = new Int32Array(total)
    this.amounts = new Float64Array(total)
    this.isCostAsked = costs
    this.items = items ? new Int32Array(total) : null
  }

  add(block: PurchaseColumns, to: DayNumber): void {
    const taken = this.take(block, to)
    scatter(block.days, this.days, taken)
    scatter(block.amounts, this.amounts, taken)
    const costs = this.isCostAsked ? block.costs : null
    if (costs) {
      this.costs ??= new Float64Array(this.days.length).fill(Number.NaN)
      scatter(costs, this.costs, taken)
    }
    if (this.items) scatter(this.numbered(block), this.items, taken)
  }

  /** The place of each purchase of a block, as far as it is wanted. */
  private take({ customers, days }: PurchaseColumns, to: DayNumber): Int32Array {
    const { free } = this
    if (customers.length > this.room.length) this.room = new Int32Array(customers.length)
    const taken = this.room.subarray(0, customers.length)
    for (let at = 0; at < customers.length; at++) {
      const id = customers[at] as number
      const place = id === 0 || (days[at] as number) > to ? noRoom : (free[id] as number)
      taken[at] = place
      if (place !== noRoom) free[id] = place + 1
    }
    return taken
  }

  /** What a block's purchases name, by the place of the text among all, where the block had its own. */
  private numbered({ items, texts }: PurchaseColumns): Int32Array {
    const { texts: all } = this
    const numbers = Int32Array.of(0, ...texts.map((text) => numberOf(all, text)))
    for (let at = 0; at < items.length; at++) items[at] = numbers[items[at] as number] as number
    return items
  }

  done(): Purchases {
    const { places, days, amounts, costs, items } = this
    const columns = [days, amounts, costs, items].filter((column) => column !== null)
    for (const place of places.values()) if (!isOrdered(days, place)) sortByDay(days, columns, place)
    return { places, days, amounts, costs, items: items && { numbers: items, texts: [...this.texts.keys()] } }
  }
}

/** Texts are numbered from 1 on as they turn up. */
export function numberOf(texts: Map<string, number>, text: string): number {
  const number = texts.get(text) ?? texts.size + 1
  texts.set(text, number)
  return number
}

/** A column at a time: the processor goes on to the next number while it waits for the place of one. */
function scatter<Column extends Int32Array | Float64Array>(from: Column, to: Column, places: Int32Array): void {
  for (let at = 0; at < places.length; at++) {
    const place = places[at] as number
    if (place !== noRoom) to[place] = from[at] as number
  }
}

function isOrdered(days: Int32Array, [from, to]: OwnPlace): boolean {
  for (let place = from + 1; place < to; place++)
    if ((days[place] as number) < (days[place - 1] as number)) return false
  return true
}

/** Those of one day stay as they were entered. */
function sortByDay(days: Int32Array, columns: readonly (Int32Array | Float64Array)[], [from, to]: OwnPlace): void {
  const order = Array.from({ length: to - from }, (_, at) => from + at).sort(
    (one, other) => (days[one] as number) - (days[other] as number),
  )
  for (const column of columns) {
    const sorted = order.map((place) => column[place] as number)
    for (const [at, value] of sorted.entries()) column[from + at] = value
  }
}

/** Where there are blocks no customer has a number as low: asked as an end of what is read, and not of each row. */
const hasNoBlocks = sql<SqlBool>`customer_id <=
  (select case when exists (select 1 from purchase_block) then 0 else ${sql.lit(Number.MAX_SAFE_INTEGER)} end)`

/** The one read of a customer's rows from the index that every figure is read from. */
async function fromIndex(
  db: Db,
  to: Day,
  { costs = false }: AskedPurchases,
  of?: Only | 'without blocks',
): Promise<Purchases> {
  const only = of === 'without blocks' ? undefined : of
  const cost = costs ? sql`|| coalesce('/' || cost, '')` : sql``
  const query = db
    .selectFrom('entry')
    .select(['customer_id', sql<string>`string_agg("on" || amount ${cost}, ',')`.as('text')])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', to)
    .$if(of === 'without blocks', (query) => query.where(hasNoBlocks))
    .groupBy('customer_id')
    .$if(!arePicked(only), (query) => query.having(isOf('customer_id')))
  const rows = new IndexRows()
  for await (const run of inRuns(query, only))
    for (const { customer_id, text } of run) rows.add(customer_id as number, text)
  return rows.done()
}

const [comma, slash, zero] = [44, 47, 48]

class IndexRows {
  private readonly places = new PlacesById()
  private days = new Int32Array(1024)
  private amounts = new Float64Array(1024)
  private costs: Float64Array<ArrayBuffer> | null = null
  private count = 0

  /** Takes what a customer bought, written `2026-11-0312800/9000,2026-11-216800`. */
  add(customerId: number, text: string): void {
    const from = this.count
    let ordered = true
    for (let at = 0; at < text.length; at++) {
      if (this.count === this.days.length) this.grow()
      const place = this.count++
      const day = serialAt(text, at)
      this.days[place] = day
      ordered &&= place === from || day >= (this.days[place - 1] as number)
      // Two lines: to take a list apart takes longer than to read the digits, where nothing is optimized.
      let amount = 0
      let code = 0
      for (at += dayLength; at < text.length; at++) {
        code = text.charCodeAt(at)
        if (code === comma || code === slash) break
        amount = amount * 10 + code - zero
      }
      this.amounts[place] = amount
      if (code !== slash) continue
      let cost = 0
      for (at++; at < text.length && text.charCodeAt(at) !== comma; at++) cost = cost * 10 + text.charCodeAt(at) - zero
      this.costs ??= new Float64Array(this.days.length).fill(Number.NaN)
      this.costs[place] = cost
    }
    const place = [from, this.count] as const
    // SQLite hands them over in the order of the index, and does not promise to.
    if (!ordered) sortByDay(this.days, [this.days, this.amounts, ...(this.costs ? [this.costs] : [])], place)
    this.places.add(customerId, ...place)
  }

  private grow(): void {
    const length = 2 * this.count
    const larger = <Column extends Int32Array | Float64Array>(column: Column, room: Column): Column => {
      room.set(column)
      return room
    }
    this.days = larger(this.days, new Int32Array(length))
    this.amounts = larger(this.amounts, new Float64Array(length))
    this.costs &&= larger(this.costs, new Float64Array(length).fill(Number.NaN))
  }

  done(): Purchases {
    const { places, days, amounts, costs, count } = this
    return {
      places,
      days: days.subarray(0, count),
      amounts: amounts.subarray(0, count),
      costs: costs?.subarray(0, count) ?? null,
      items: null,
    }
  }
}
