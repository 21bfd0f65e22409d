import { type Selectable, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../store/db.ts'
import { engineOf } from '../../../store/engine.ts'
import { isAmong, rowsOf } from '../../../store/lists.ts'
import type { Tables } from '../../../store/tables.ts'
import { type Day, serial } from '../../day.ts'
import type { Minor } from '../../money.ts'
import { type Block, lastBlocked, rowsAlteredSince } from './marks.ts'

/** Purchases side by side, in columns. */
export interface PurchaseColumns {
  /** 0 where there is no purchase, or a void one, or nobody's. */
  readonly customers: Int32Array
  /** `serial` */
  readonly days: Int32Array
  readonly amounts: Float64Array
  /** NaN where it is not known; null where none is. */
  readonly costs: Float64Array | null
  /** From 1 on, the place among `texts` of what was bought; 0 where nothing is named. */
  readonly items: Int32Array
  readonly texts: readonly string[]
}

interface PurchaseRow {
  readonly id: number
  readonly customerId: number
  readonly on: Day
  readonly amount: Minor
  readonly cost: Minor | null
  readonly item: string | null
}

/** The rows at their places in columns of so many. */
function columnsOf(rows: readonly PurchaseRow[], count: number, placeOf: (row: PurchaseRow, at: number) => number) {
  const [customers, days, items] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)]
  const [amounts, costs] = [new Float64Array(count), new Float64Array(count).fill(Number.NaN)]
  const numbers = new Map<string, number>()
  let isCostKnown = false
  for (const [at, row] of rows.entries()) {
    const { customerId, on, amount, cost, item } = row
    const place = placeOf(row, at)
    customers[place] = customerId
    days[place] = serial(on)
    amounts[place] = amount
    if (cost !== null) {
      costs[place] = cost
      isCostKnown = true
    }
    if (item === null) continue
    const number = numbers.get(item) ?? numbers.size + 1
    numbers.set(item, number)
    items[place] = number
  }
  return { customers, days, amounts, costs: isCostKnown ? costs : null, items, texts: [...numbers.keys()] }
}

/** A machine whose numbers have the highest byte first reads the rows: it would take every number for another. */
const lowestFirst = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/** In the narrowest numbers that hold them all. */
function pack(column: Int32Array | Float64Array): Uint8Array {
  let [least, most] = [0, 0]
  for (const value of column) {
    if (value < least) least = value
    if (value > most) most = value
  }
  const holds = (from: number, to: number) => least >= from && most <= to
  const narrow = holds(0, 0xff)
    ? new Uint8Array(column)
    : holds(0, 0xffff)
      ? new Uint16Array(column)
      : holds(-0x8000_0000, 0x7fff_ffff)
        ? new Int32Array(column)
        : new Float64Array(column)
  return new Uint8Array(narrow.buffer)
}

type PackedColumn = Uint8Array | Uint16Array | Int32Array | Float64Array

/** The numbers of a packed column of so many, where they lie. */
function packedIn(bytes: Uint8Array, count: number): PackedColumn {
  const width = bytes.length / count
  // Wider numbers lie at their own multiples alone; bytes may have been read anywhere.
  const { buffer, byteOffset } = bytes.byteOffset % width === 0 ? bytes : new Uint8Array(bytes)
  if (width === 1) return new Uint8Array(buffer, byteOffset, count)
  if (width === 2) return new Uint16Array(buffer, byteOffset, count)
  return width === 4 ? new Int32Array(buffer, byteOffset, count) : new Float64Array(buffer, byteOffset, count)
}

/** As it is packed: no number that takes little room is none. */
const unknownCost = -1

const isSomebodys = sql<SqlBool>`kind = 'purchase' and void = 0 and customer_id is not null`

const purchaseColumns = sql`id, customer_id as "customerId", "on", amount, cost, item`

/** Writes the block of the entries from one to another as they are now. */
export async function writePurchaseBlock(db: Db, { first, last }: Block): Promise<void> {
  if (!lowestFirst) return
  const { rows } = await sql<PurchaseRow>`select ${purchaseColumns} from entry
    where id between ${first} and ${last} and ${isSomebodys}`.execute(db)
  const { customers, days, amounts, costs, items, texts } = columnsOf(rows, last - first + 1, ({ id }) => id - first)
  const packed = {
    last_id: last,
    customers: pack(customers),
    days: pack(days),
    amounts: pack(amounts),
    costs: costs && pack(costs.map((cost) => (Number.isNaN(cost) ? unknownCost : cost))),
    items: pack(items),
    texts: JSON.stringify(texts),
  }
  await db
    .insertInto('purchase_block')
    .values({ first_id: first, ...packed })
    .execute()
}

/**
 * Every purchase of a ledger, block after block: the columns of one hold until those of the next are asked for. Null
 * where there are no blocks, or too many entries are in none for it to be worth the while. The blocks come first, and
 * what is read after them is what they do not tell: whatever another command writes meanwhile, nothing counts twice.
 */
export async function readPurchaseBlocks(db: Db): Promise<readonly PurchaseColumns[] | null> {
  if (!lowestFirst || engineOf(db).away) return null
  const { rows } = await sql<{ newest: number; last: number; change: number }>`
    select (select coalesce(max(id), 0) from entry) as newest, ${lastBlocked('entry')} as last,
      ${lastBlocked('change')} as change`.execute(db)
  const { newest = 0, last = 0, change = 0 } = rows[0] ?? {}
  if (last === 0) return null
  const blocks = await db
    .selectFrom('purchase_block')
    .selectAll()
    .where('last_id', '<=', last)
    .orderBy('first_id')
    .execute()
  const known = blocks.reduce((sum, { first_id, last_id }) => sum + last_id - first_id + 1, 0)
  if (4 * (newest - known) > newest) return null
  const altered = (await rowsAlteredSince('entry', last, change).execute(db)).rows.map(({ id }) => id)
  const room = new Room(blocks.reduce((most, { first_id, last_id }) => Math.max(most, last_id - first_id + 1), 0))
  const beside = await readBeside(db, altered, besides(blocks))
  return [...blocks.map((packed) => new PackedPurchases(packed, altered, room)), beside]
}

/** The blocks of entries whose purchases are not known. */
export const blocksWithoutPurchases = sql<Block>`select first_id as first, last_id as last from text_block
  where table_name = 'entry' and first_id not in (select first_id from purchase_block)`

/** From which number to which no block tells. */
function besides(blocks: readonly { readonly first_id: number; readonly last_id: number }[]) {
  const firsts = [...blocks.map(({ first_id }) => first_id), Number.MAX_SAFE_INTEGER]
  const lasts = [0, ...blocks.map(({ last_id }) => last_id)]
  return firsts.flatMap((first, at) => {
    const last = lasts[at] as number
    return last + 1 < first ? [[last + 1, first - 1]] : []
  })
}

/** The purchases that no block tells of: those of some rows, and those that became others since. */
async function readBeside(
  db: Db,
  altered: readonly number[],
  spans: readonly (readonly number[])[],
): Promise<PurchaseColumns> {
  const { rows } = await sql<PurchaseRow>`
    select ${purchaseColumns} from (
      select cast(span.value ->> 0 as bigint) as first, cast(span.value ->> 1 as bigint) as last
      from ${rowsOf(spans)} as span
    ) as part cross join entry where id between first and last and ${isSomebodys}
    union select ${purchaseColumns} from entry where ${isAmong('id', altered)} and ${isSomebodys}
    order by id`.execute(db)
  return columnsOf(rows, rows.length, (_, at) => at)
}

/** Where blocks are unpacked, one after another: two million purchases would leave a hundred megabytes behind. */
class Room {
  readonly customers: Int32Array
  readonly days: Int32Array
  readonly amounts: Float64Array
  readonly costs: Float64Array
  readonly items: Int32Array

  constructor(count: number) {
    this.customers = new Int32Array(count)
    this.days = new Int32Array(count)
    this.amounts = new Float64Array(count)
    this.costs = new Float64Array(count)
    this.items = new Int32Array(count)
  }
}

/** Unpacks what is asked for: who counts how many are whose looks at no amounts. */
class PackedPurchases implements PurchaseColumns {
  private readonly packed: Selectable<Tables['purchase_block']>
  private readonly altered: readonly number[]
  private readonly room: Room

  constructor(packed: Selectable<Tables['purchase_block']>, altered: readonly number[], room: Room) {
    this.packed = packed
    this.altered = altered
    this.room = room
  }

  private get count(): number {
    return this.packed.last_id - this.packed.first_id + 1
  }

  get customers(): Int32Array {
    const { first_id, last_id, customers } = this.packed
    const unpacked = this.unpack(customers, this.room.customers)
    for (const id of this.altered) if (id >= first_id && id <= last_id) unpacked[id - first_id] = 0
    return unpacked
  }

  get days(): Int32Array {
    return this.unpack(this.packed.days, this.room.days)
  }

  get amounts(): Float64Array {
    return this.unpack(this.packed.amounts, this.room.amounts)
  }

  get costs(): Float64Array | null {
    if (this.packed.costs === null) return null
    const costs = this.unpack(this.packed.costs, this.room.costs)
    for (let at = 0; at < costs.length; at++) if (costs[at] === unknownCost) costs[at] = Number.NaN
    return costs
  }

  get items(): Int32Array {
    return this.unpack(this.packed.items, this.room.items)
  }

  get texts(): readonly string[] {
    return JSON.parse(this.packed.texts) as string[]
  }

  private unpack<Column extends Int32Array | Float64Array>(bytes: Uint8Array, room: Column): Column {
    room.set(packedIn(bytes, this.count))
    return room.subarray(0, this.count) as Column
  }
}
