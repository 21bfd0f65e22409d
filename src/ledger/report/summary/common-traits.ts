import { type SqlBool, sql } from 'kysely'
import { rowsOf } from '../../../store/lists.ts'
import type { Book } from '../../book/book.ts'
import type { Day } from '../../day.ts'
import { itemParts } from '../../standing/item-parts.ts'
import { tiers as allTiers, type Tier } from '../../vocabulary.ts'

/** Something several customers have, and how many have it. */
export interface Trait {
  readonly value: string
  readonly customers: number
}

/**
 * What customers have in common (SPEC 7): counts, and no claim beyond them. Each list holds the commonest, most first.
 */
export interface CommonTraits {
  readonly customers: number
  readonly tags: readonly Trait[]
  readonly sources: readonly Trait[]
  /**
   * What was in their first basket, the purchases of their first day: each thing once a customer, without quantities.
   */
  readonly firstItems: readonly Trait[]
  readonly tiers: readonly Trait[]
}

/** A customer and their first purchase day. */
export interface Member {
  readonly id: number
  readonly firstOn: Day | null
}

/** Tags and sources as they are written today; tiers as handed in. `most` traits of each kind. */
export async function commonTraits(
  { db }: Pick<Book, 'db'>,
  members: readonly Member[],
  tiers: ReadonlyMap<number, Tier>,
  most: number,
): Promise<CommonTraits> {
  const ids = members.map(({ id }) => id)
  const tags = db
    .selectFrom('tag')
    .select(({ fn }) => ['tag as value', fn.countAll<number>().as('customers')])
    .where('customer_id', 'in', ids)
    .groupBy('tag')
    .orderBy('customers', 'desc')
    .orderBy('value')
    .limit(most)
    .execute()
  const sources = db
    .selectFrom('customer')
    .select(({ fn }) => [sql<string>`source`.as('value'), fn.countAll<number>().as('customers')])
    .where('id', 'in', ids)
    .where(sql<SqlBool>`source <> ''`)
    .groupBy('source')
    .orderBy('customers', 'desc')
    .orderBy('value')
    .limit(most)
    .execute()
  const [tagged, sourced, firstItems] = await Promise.all([tags, sources, firstItemsOf(db, members, most)])
  const ofTier: Record<Tier, number> = { A: 0, B: 0, C: 0, D: 0 }
  for (const { id } of members) ofTier[tiers.get(id) ?? 'D']++
  const counts = allTiers.map((tier) => ({ value: tier, customers: ofTier[tier] }))
  return {
    customers: members.length,
    tags: tagged,
    sources: sourced,
    firstItems,
    tiers: counts.filter(({ customers }) => customers > 0).sort((one, other) => other.customers - one.customers),
  }
}

/** Baskets read at a time. */
const some = 2_000

/**
 * One look-up each through the index of a customer's days: the items stand in the rows, and reading them all takes
 * longer.
 */
async function firstItemsOf(db: Book['db'], members: readonly Member[], most: number): Promise<Trait[]> {
  // With the last of the customers, as their purchases come one after another.
  const items = new Map<string, { value: string; customers: number; last: number }>()
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
    for (const { id, item } of rows)
      for (const part of itemParts(item)) {
        const known = items.get(part.key)
        if (!known) items.set(part.key, { value: part.item, customers: 1, last: id })
        else if (known.last !== id) {
          known.customers++
          known.last = id
        }
      }
  }
  const byCount = (one: Trait, other: Trait) => other.customers - one.customers || (one.value < other.value ? -1 : 1)
  return [...items.values()]
    .sort(byCount)
    .slice(0, most)
    .map(({ value, customers }) => ({ value, customers }))
}
