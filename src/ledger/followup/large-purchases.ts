import { sql } from 'kysely'
import { rowsOf } from '../../store/lists.ts'
import type { Book } from '../book/book.ts'
import { type Day, type DayNumber, daySerial, serial } from '../day.ts'
import type { Minor } from '../money.ts'
import { nthSmallest, quantile } from '../quantile.ts'
import type { OwnPlace } from '../standing/customer-places.ts'
import { type PurchaseHistory, placesLinked, readLinked } from '../standing/purchase-history.ts'
import { spanOf } from '../standing/read-standings.ts'
import type { FullRefund } from '../standing/refunded-in-full.ts'
import { firstSince } from './buyers.ts'

/** What is large in a shop, and who may have bought so, in one pass over its purchases. */
export interface LargeMeasures {
  /**
   * What a large purchase is: `due.thanks.minAmount`, else the 90th percentile of the counted purchases
   * of the window, walk-ins aside; more than nothing. Minor units, not rounded; null when there is none.
   */
  least(): number | null
  /** Who made a purchase of so much, counted or not, in the last days that thanks or after-sale still look at. */
  buyersOf(least: number): number[]
  /** The places of the purchases of one of them in those days, and of those before that tell which is spoken of. */
  placesOf(customerId: number): OwnPlace
}

interface RecentPurchases {
  /** The highest amount of the last days. */
  readonly best: Minor
  readonly places: OwnPlace
}

/** The first of the last days, in which thanks or after-sale still look at a large purchase. */
function largeSince({ today, policy }: Pick<Book, 'today' | 'policy'>): DayNumber {
  return serial(today) - Math.max(policy['due.thanks.until'], policy['due.after-sale.until'])
}

/** Of purchases up to the book's day. */
export function measureLarge(
  book: Pick<Book, 'today' | 'policy'>,
  bought: Pick<PurchaseHistory, 'places' | 'days' | 'amounts' | 'refundedOn'>,
): LargeMeasures {
  const { policy } = book
  const [window, since] = [serial(spanOf(book).from), largeSince(book)]
  const fixed = policy['due.thanks.minAmount']
  const list = new AmountList(bought)
  const recent = new Map<number, RecentPurchases>()
  // Whether one is spoken of depends on those before it, but not across a pause of so many days.
  const pause = Math.max(policy['due.thanks.again'], policy['due.after-sale.again'])
  const { days, amounts } = bought
  for (const [customerId, [begin, end]] of bought.places) {
    if (fixed === null) list.add(firstSince(bought, [begin, end], window), end)
    let from = firstSince(bought, [begin, end], since)
    if (from === end) continue
    let best = 0
    for (let at = from; at < end; at++) best = Math.max(best, amounts[at] as Minor)
    while (from > begin && (days[from] as DayNumber) - (days[from - 1] as DayNumber) < pause) from--
    recent.set(customerId, { best, places: [from, end] })
  }
  return {
    least: () => leastLarge(fixed ?? list.percentile90()),
    buyersOf: (least) => [...recent].flatMap(([id, { best }]) => (best >= least ? [id] : [])),
    placesOf: (customerId) => (recent.get(customerId) as RecentPurchases).places,
  }
}

/** A visit of a pass, for which nothing was paid, is never large. */
export function leastLarge(amount: number | null): number | null {
  return amount === null ? null : Math.max(amount, 1)
}

/** Hundreds of thousands of amounts. */
class AmountList {
  private room = new Float64Array(1024)
  private count = 0
  private readonly amounts: Float64Array
  private readonly refundedOn: ReadonlyMap<number, number>

  constructor({ amounts, refundedOn }: Pick<PurchaseHistory, 'amounts' | 'refundedOn'>) {
    this.amounts = amounts
    this.refundedOn = refundedOn
  }

  /** Those from a place up to another that were not refunded in full. */
  add(from: number, to: number): void {
    const { amounts, refundedOn } = this
    if (this.count + to - from > this.room.length) {
      const larger = new Float64Array(2 * (this.count + to - from))
      larger.set(this.room)
      this.room = larger
    }
    for (let place = from; place < to; place++)
      if (refundedOn.size === 0 || !refundedOn.has(place)) this.room[this.count++] = amounts[place] as Minor
  }

  /** Null of none. */
  percentile90(): number | null {
    if (this.count === 0) return null
    const amounts = this.room.subarray(0, this.count)
    return quantile(9, 10, this.count, (place) => nthSmallest(amounts, place))
  }
}

export interface LargePurchaseRow {
  readonly on: DayNumber
  readonly amount: Minor
  /** Null until it is learnt. */
  readonly item: string | null
  readonly linked: boolean
}

/** Who made large purchases. */
export interface LargePurchases {
  /** Somebody's, oldest first, as far as they matter. */
  of(customerId: number): readonly LargePurchaseRow[]
  /** Reads what those of some customers were of: few are shown, and the text of each purchase is read by itself. */
  learn(ids: readonly number[]): Promise<void>
}

export const noneLarge: LargePurchases = { of: () => nothing, learn: async () => {} }

const nothing: readonly never[] = []

/** What is read of a shop, or of some of its customers. */
interface LargeSource {
  readonly large: LargeMeasures
  readonly history: PurchaseHistory
  readonly refunded: readonly FullRefund[]
}

/** Large are those of `least` and more. Of the whole shop what they were of is left to be learnt. */
export async function readLarge(
  book: Pick<Book, 'db' | 'today'>,
  { large, history, refunded }: LargeSource,
  least: number | null,
  isWhole: boolean,
): Promise<LargePurchases> {
  const buyers = new Set(least === null ? [] : large.buyersOf(least))
  if (least === null || buyers.size === 0) return noneLarge
  const { days, amounts, refundedOn } = history
  const linked = placesLinked(isWhole ? await readLinked(book.db, book.today) : [], history, refunded)
  const learnt = new Map<number, readonly LargePurchaseRow[]>()
  function of(id: number): readonly LargePurchaseRow[] {
    if (!buyers.has(id)) return nothing
    const known = learnt.get(id)
    if (known) return known
    const found: LargePurchaseRow[] = []
    const [from, end] = large.placesOf(id)
    for (let at = from; at < end; at++) {
      const amount = amounts[at] as Minor
      if (amount >= (least as number) && !refundedOn.has(at))
        found.push({ on: days[at] as DayNumber, amount, item: null, linked: linked.has(at) })
    }
    return found
  }
  async function learn(ids: readonly number[]): Promise<void> {
    const wanted = ids.filter((id) => of(id).length > 0)
    if (wanted.length === 0) return
    const gone = new Set(refunded.map(({ id }) => id))
    const since = (id: number) => daySerial(days[large.placesOf(id)[0]] as DayNumber)
    const spans = wanted.map((id) => [id, since(id)] as const)
    for (const [id, rows] of await readWithItems(book, spans, least as number, gone)) learnt.set(id, rows)
  }
  if (!isWhole) await learn([...buyers])
  return { of, learn }
}

/** With what was bought, of customers since a day of each; without those that are `gone`, by id. */
async function readWithItems(
  { db, today }: Pick<Book, 'db' | 'today'>,
  spans: readonly (readonly [customerId: number, since: Day])[],
  least: number,
  gone: ReadonlySet<number>,
): Promise<Map<number, LargePurchaseRow[]>> {
  const { rows } = await sql<Omit<LargePurchaseRow, 'on' | 'linked'> & LargeEntry>`
    select e.id, e.customer_id as "customerId", e."on", e.amount, e.item, e.payer_linked as linked
    from ${rowsOf(spans)} as span join entry e on e.customer_id = cast(span.value ->> 0 as bigint)
      and e."on" >= span.value ->> 1 and e."on" <= ${today}
    where e.kind = 'purchase' and e.void = 0 and e.amount >= ${Math.ceil(least)}
    order by e."on", e.id`.execute(db)
  const found = new Map<number, LargePurchaseRow[]>()
  for (const { id, customerId, on, amount, item, linked } of rows) {
    if (gone.has(id)) continue
    const own = found.get(customerId) ?? []
    own.push({ on: serial(on), amount, item, linked: linked === 1 })
    found.set(customerId, own)
  }
  return found
}

interface LargeEntry {
  readonly id: number
  readonly customerId: number
  readonly on: Day
  readonly linked: 0 | 1
}
