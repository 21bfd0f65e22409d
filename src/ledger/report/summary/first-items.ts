import { sql } from 'kysely'
import type { Db } from '../../../store/db.ts'
import { rowsOf } from '../../../store/lists.ts'
import { type Day, serial } from '../../day.ts'
import { type ItemPart, itemParts } from '../../standing/item-parts.ts'
import type { BoughtTexts, Purchases } from '../../standing/purchases.ts'

/** Something several customers have, and how many have it. */
export interface Trait {
  readonly value: string
  readonly customers: number
}

/** A customer and their first purchase day. */
export interface Member {
  readonly id: number
  readonly firstOn: Day | null
}

/**
 * What was in the first baskets of customers, in order of id, the commonest first: out of the columns where they have
 * it, else of the rows.
 */
export async function readFirstItems(
  db: Db,
  members: readonly Member[],
  { items, ...purchases }: Purchases,
  most: number,
): Promise<Trait[]> {
  const counts = new ThingCounts()
  if (items) countBaskets(counts, members, { ...purchases, items })
  else await readBaskets(db, members, counts)
  return counts.commonest(most)
}

class ThingCounts {
  // With the last of the customers, as their purchases come one after another.
  private readonly things = new Map<string, { value: string; customers: number; last: number }>()

  add(customerId: number, parts: readonly ItemPart[]): void {
    for (const { key, item } of parts) {
      const known = this.things.get(key)
      if (!known) this.things.set(key, { value: item, customers: 1, last: customerId })
      else if (known.last !== customerId) {
        known.customers++
        known.last = customerId
      }
    }
  }

  commonest(most: number): Trait[] {
    const byCount = (one: Trait, other: Trait) => other.customers - one.customers || (one.value < other.value ? -1 : 1)
    return [...this.things.values()]
      .sort(byCount)
      .slice(0, most)
      .map(({ value, customers }) => ({ value, customers }))
  }
}

function countBaskets(
  counts: ThingCounts,
  members: readonly Member[],
  { places, days, items }: Purchases & { readonly items: BoughtTexts },
): void {
  const known: (readonly ItemPart[])[] = [[]]
  const partsOf = (number: number) => {
    known[number] ??= itemParts(items.texts[number - 1] as string)
    return known[number]
  }
  for (const { id, firstOn } of members) {
    if (firstOn === null) continue
    const [from, to] = places.get(id) ?? [0, 0]
    const first = serial(firstOn)
    for (let place = from; place < to && (days[place] as number) <= first; place++)
      if (days[place] === first) counts.add(id, partsOf(items.numbers[place] as number))
  }
}

/** Baskets read at a time. */
const some = 2_000

/** One look-up each through the index of a customer's days: to read the items of all rows takes longer. */
async function readBaskets(db: Db, members: readonly Member[], counts: ThingCounts): Promise<void> {
  for (let from = 0; from < members.length; from += some) {
    const first = rowsOf(
      members.slice(from, from + some).flatMap(({ id, firstOn }) => (firstOn === null ? [] : [[id, firstOn]])),
    )
    const { rows } = await sql<{ id: number; item: string }>`
      select e.customer_id as id, e.item as item
      from ${first} as first join entry e on e.customer_id = cast(first.value ->> 0 as bigint)
        and e."on" = first.value ->> 1
      where e.kind = 'purchase' and e.void = 0 and e.item <> ''
      order by e.customer_id, e.id`.execute(db)
    for (const { id, item } of rows) counts.add(id, itemParts(item))
  }
}
