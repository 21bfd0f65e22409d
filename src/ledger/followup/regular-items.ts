import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { type Day, type DayNumber, serial } from '../day.ts'
import { median } from '../quantile.ts'
import type { RegularItem } from '../reason/facts.ts'
import { itemParts } from '../standing/item-parts.ts'

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
const leastDays = 3

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

/** What a customer bought on three days or more, refunded or not: nothing else can be regular. */
export function boughtItems(text: string, refundedOn: ReadonlyMap<number, DayNumber>): BoughtItem[] {
  const bought: BoughtItem[] = []
  const days = new Map<string, Set<DayNumber>>()
  for (const row of text.split(separator)) {
    const blank = row.indexOf(' ')
    const on = serial(row.slice(blank + 1, blank + 11))
    for (const { key, item } of itemParts(row.slice(blank + 11))) {
      bought.push({
        key,
        item,
        on,
        refundedOn: refundedOn.get(Number(row.slice(0, blank))) ?? Number.POSITIVE_INFINITY,
      })
      const own = days.get(key)
      if (own) own.add(on)
      else days.set(key, new Set([on]))
    }
  }
  return bought.filter(({ key }) => (days.get(key)?.size ?? 0) >= leastDays).sort((one, other) => one.on - other.on)
}

/** What of it is regular at the end of a day. */
export function regularItems(bought: readonly BoughtItem[], through: DayNumber): readonly RegularItem[] {
  return regularItemsOver(bought)(through)
}

/**
 * The same for one day after another, never back: only what was bought or refunded since the last is looked at again.
 * Of all mornings of a year this takes a tenth of the time.
 */
export function regularItemsOver(bought: readonly BoughtItem[]): (through: DayNumber) => readonly RegularItem[] {
  const byKey = Map.groupBy(bought, ({ key }) => key)
  const changes = bought
    .flatMap(({ key, on, refundedOn }) =>
      Number.isFinite(refundedOn)
        ? [
            { key, on },
            { key, on: refundedOn },
          ]
        : [{ key, on }],
    )
    .sort((one, other) => one.on - other.on)
  const places = new Map(bought.map((one, at) => [one, at]))
  const regular = new Map<string, { readonly place: number; readonly item: RegularItem }>()
  let at = 0
  let items: readonly RegularItem[] = []
  return (through) => {
    const changed = new Set<string>()
    for (; at < changes.length && (changes[at]?.on as DayNumber) <= through; at++)
      changed.add(changes[at]?.key as string)
    if (changed.size === 0) return items
    for (const key of changed) {
      const counted = (byKey.get(key) ?? []).filter(({ on, refundedOn }) => on <= through && refundedOn > through)
      const item = regularOf(counted)
      if (item) regular.set(key, { place: places.get(counted[0] as BoughtItem) as number, item })
      else regular.delete(key)
    }
    items = [...regular.values()].sort((one, other) => one.place - other.place).map(({ item }) => item)
    return items
  }
}

/** One thing, from every purchase of it that counts; null while it was bought on too few days. */
function regularOf(rows: readonly BoughtItem[]): RegularItem | null {
  const days = [...new Set(rows.map(({ on }) => on))]
  const last = rows.at(-1)
  if (!last || days.length < leastDays) return null
  const gap = median(Float64Array.from(days.slice(1), (day, at) => day - (days[at] ?? day)).sort())
  return { item: last.item, lastOn: last.on, gap }
}
