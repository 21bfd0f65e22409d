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

/** Of purchases in order of day; what lasts fewer days than `least` is left out. */
export function regularItemsOver(bought: readonly BoughtItem[], least = 0): RegularItemsSoFar {
  if (bought.length < leastDays) return nothingRegular
  const things = new Map<string, ThingSoFar>()
  const thingOf = bought.map(({ key, on }) => {
    let thing = things.get(key)
    if (!thing) {
      thing = new ThingSoFar()
      things.set(key, thing)
    }
    thing.expect(on)
    return thing
  })
  const regular = [...things.values()].filter((thing) => thing.isOnEnoughDays)
  if (regular.length === 0) return nothingRegular
  const refunds = bought.map(({ refundedOn }) => refundedOn).filter(Number.isFinite)
  let [at, before] = [0, Number.NEGATIVE_INFINITY]
  let items: readonly RegularItem[] = nothing
  return {
    isNothing: false,
    through(day) {
      let changed = false
      if (refunds.length > 0 && refunds.some((on) => on > before && on <= day)) {
        for (const thing of regular) thing.clear()
        changed = true
        at = 0
      }
      before = day
      for (let row = bought[at]; row && row.on <= day; row = bought[++at]) {
        if (row.refundedOn <= day) continue
        thingOf[at]?.add(row)
        changed = true
      }
      if (changed) items = lasting(regular, least)
      return items
    },
  }
}

function lasting(things: readonly ThingSoFar[], least: number): readonly RegularItem[] {
  const items: RegularItem[] = []
  for (const { item } of things) if (item !== null && item.gap >= least) items.push(item)
  return items.length === 0 ? nothing : items
}

const nothing: readonly never[] = []
const nothingRegular: RegularItemsSoFar = { isNothing: true, through: () => nothing }

/** One thing a customer bought, from the purchases of it that count. */
class ThingSoFar {
  private days = 0
  private newest = Number.NaN
  private readonly visits = new DaySums()
  private text = ''
  private known: RegularItem | null | undefined

  /** Counts a day it was bought on, refunded or not. */
  expect(on: DayNumber): void {
    if (on !== this.newest) this.days++
    this.newest = on
  }

  get isOnEnoughDays(): boolean {
    return this.days >= leastDays
  }

  clear(): void {
    this.visits.clear()
    this.known = undefined
  }

  add({ on, item }: BoughtItem): void {
    this.visits.add(on)
    this.text = item
    this.known = undefined
  }

  /** Null while it was bought on too few days. */
  get item(): RegularItem | null {
    if (this.known === undefined) {
      const { lastOn, gap } = this.visits
      this.known = lastOn === null || gap === null ? null : { item: this.text, lastOn, gap }
    }
    return this.known
  }
}
