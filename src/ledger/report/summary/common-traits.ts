import { type SqlBool, sql } from 'kysely'
import { rowsOf } from '../../../store/lists.ts'
import type { Book } from '../../book/book.ts'
import type { Day } from '../../day.ts'
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
  /** What they bought first: the item of the first purchase on their first purchase day, where it has one. */
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
  const counts = allTiers.map((tier) => ({
    value: tier,
    customers: members.filter(({ id }) => (tiers.get(id) ?? 'D') === tier).length,
  }))
  return {
    customers: members.length,
    tags: tagged,
    sources: sourced,
    firstItems,
    tiers: counts.filter(({ customers }) => customers > 0).sort((one, other) => other.customers - one.customers),
  }
}

/**
 * One look-up each through the index of a customer's days: the items stand in the rows, and reading them all takes
 * longer.
 */
async function firstItemsOf(db: Book['db'], members: readonly Member[], most: number): Promise<Trait[]> {
  const first = rowsOf(members.flatMap(({ id, firstOn }) => (firstOn === null ? [] : [[id, firstOn]])))
  const firstPurchase = sql`(select id from entry where customer_id = cast(first.value ->> 0 as bigint) and "on" = first.value ->> 1
    and kind = 'purchase' and void = 0 order by id limit 1)`
  const { rows } = await sql<Trait>`
    select entry.item as value, count(*) as customers
    from ${first} as first join entry on entry.id = ${firstPurchase}
    where entry.item <> ''
    group by entry.item order by customers desc, value limit ${most}`.execute(db)
  return rows
}
