import { type SqlBool, sql } from 'kysely'
import type { Book } from '../../book/book.ts'
import type { Purchases } from '../../standing/purchases.ts'
import type { CurrentTiers } from '../../tier/current.ts'
import { tiers as allTiers, type Tier } from '../../vocabulary.ts'
import { type Member, readFirstItems, type Trait } from './first-items.ts'

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

/** Tags and sources as they are written today; tiers as handed in. `most` traits of each kind. */
export async function commonTraits(
  { db }: Pick<Book, 'db'>,
  members: readonly Member[],
  { purchases, tiers }: { readonly purchases: Purchases; readonly tiers: CurrentTiers },
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
  const [tagged, sourced, firstItems] = await Promise.all([tags, sources, readFirstItems(db, members, purchases, most)])
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
