import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { type Day, type DayNumber, serialAt } from '../day.ts'
import type { RegularItem } from '../reason/facts.ts'
import { itemParts } from '../standing/item-parts.ts'
import { DaySums } from '../standing/visits.ts'

/**
 * One purchase of something: the day from which it counts no more, as it was refunded in full, is infinite for most.
 */
export interface BoughtItem {
  readonly key: string
  readonly item: string
  readonly on: DayNumber
  readonly refundedOn: DayNumber
}

const separator = '\u001e'
/** Nothing is regular that was bought on fewer days. */
export const leastDays = 3

/**
 * What customers bought, as one text each of those with three purchases or more that name something: `12 2026-11-03龙井`
 * for entry 12.
 * `boughtItems` reads it. An object for each of 2,000,000 purchases would not fit.
 */
export async function readItemTexts(db: Db, to: Day, only?: readonly number[]): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('entry')
    .select([
      'customer_id',
      sql<string>`string_agg(id || ' ' || "on" || replace(item, ${separator}, ' '), ${separator})`.as('text'),
    ])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', to)
    .where('item', 'is not', null)
    .where('customer_id', 'is not', null)
    .$if(only !== undefined, (query) => query.where('customer_id', 'in', only ?? []))
    .groupBy('customer_id')
    .having(({ fn }) => fn.countAll(), '>=', leastDays)
    .execute()
  return new Map(rows.map(({ customer_id, text }) => [customer_id as number, text]))
}

/** What the purchases of such a text name, in order of day. */
export function boughtItems(text: string, refundedOn: ReadonlyMap<number, DayNumber>): BoughtItem[] {
  const bought: BoughtItem[] = []
  for (const row of text.split(separator)) {
    const blank = row.indexOf(' ')
    const on = serialAt(row, blank + 1)
    const gone = refundedOn.get(Number(row.slice(0, blank))) ?? Number.POSITIVE_INFINITY
    for (const { key, item } of itemParts(row.slice(blank + 11))) bought.push({ key, item, on, refundedOn: gone })
  }
  return inOrder(bought)
}

/** They mostly come in order: then nothing is to be done. */
export function inOrder(bought: BoughtItem[]): BoughtItem[] {
  for (let at = 1; at < bought.length; at++)
    if ((bought[at - 1] as BoughtItem).on > (bought[at] as BoughtItem).on)
      return bought.sort((one, other) => one.on - other.on)
  return bought
}

/** What a customer buys again and again, as the days go by. */
export interface RegularItemsSoFar {
  /** Nothing was bought on three days, refunded or not. */
  readonly isNothing: boolean
  /** What is regular at the end of a day; the days it is asked of never go back. */
  through(day: DayNumber): readonly RegularItem[]
}

/** Of purchases in order of day. */
export function regularItemsOver(bought: readonly BoughtItem[]): RegularItemsSoFar {
  const things = new Map<string, ThingSoFar>()
  for (const one of bought) {
    let thing = things.get(one.key)
    if (!thing) {
      thing = new ThingSoFar()
      things.set(one.key, thing)
    }
    thing.push(one)
  }
  const regular = [...things.values()].filter((thing) => thing.isOnEnoughDays())
  let items: readonly RegularItem[] = nothing
  return {
    isNothing: regular.length === 0,
    through(day) {
      let changed = false
      for (const thing of regular) if (thing.advanceTo(day)) changed = true
      if (changed) items = regular.flatMap(({ item }) => item ?? nothing)
      return items
    },
  }
}

const nothing: readonly never[] = []

/** One thing a customer bought, from every purchase of it that counts. */
class ThingSoFar {
  /** Null while it was bought on too few days. */
  item: RegularItem | null = null
  private readonly rows: BoughtItem[] = []
  private readonly refunds: DayNumber[] = []
  private readonly visits = new DaySums()
  private at = 0
  private through = Number.NEGATIVE_INFINITY
  private text = ''

  push(row: BoughtItem): void {
    this.rows.push(row)
    if (Number.isFinite(row.refundedOn)) this.refunds.push(row.refundedOn)
  }

  /** Whether it was bought on three days, refunded or not. */
  isOnEnoughDays(): boolean {
    if (this.rows.length < leastDays) return false
    let [days, before] = [0, Number.NaN]
    for (const { on } of this.rows) {
      if (on !== before) days++
      before = on
    }
    return days >= leastDays
  }

  /** Tells whether anything came or went. */
  advanceTo(day: DayNumber): boolean {
    const from = this.at
    const isGone = this.refunds.some((on) => on > this.through && on <= day)
    this.through = day
    if (isGone) {
      this.visits.clear()
      this.at = 0
    }
    for (; this.at < this.rows.length; this.at++) {
      const row = this.rows[this.at] as BoughtItem
      if (row.on > day) break
      if (row.refundedOn <= day) continue
      this.visits.add(row.on)
      this.text = row.item
    }
    if (!isGone && this.at === from) return false
    const { lastOn, gap } = this.visits
    this.item = lastOn === null || gap === null ? null : { item: this.text, lastOn, gap }
    return true
  }
}
