import type { Book } from '../book/book.ts'
import type { Reason } from '../reason/rules.ts'
import type { Tier } from '../vocabulary.ts'
import type { PersonRow } from './people.ts'

/** Whom of the due customers is asked for. Lists mean any of them; of tags, all. */
export interface DueFilter {
  readonly reasons?: readonly Reason[] | undefined
  readonly tiers?: readonly Tier[] | undefined
  readonly tags?: readonly string[] | undefined
  readonly keepers?: readonly string[] | undefined
  /** Only these customers. */
  readonly only?: ReadonlySet<number> | undefined
  /** What comes due in so many days is listed too. */
  readonly days?: number | undefined
  /** At most so many rows; without it `due.capacity` with those who are always shown; 'all' shows everyone. */
  readonly limit?: number | 'all' | undefined
}

export type IsAsked = (person: PersonRow, tier: Tier) => boolean

/** Whether a customer is asked for, their reasons aside. */
export async function whoIsAsked(
  { db }: Pick<Book, 'db'>,
  { tiers, tags, keepers, only }: DueFilter,
): Promise<IsAsked> {
  const tagged = tags?.length ? await withTags(db, tags) : null
  return ({ id, rest: { keeper } }, tier) =>
    (!only || only.has(id)) &&
    (!tiers?.length || tiers.includes(tier)) &&
    (!keepers?.length || (keeper !== null && keepers.includes(keeper))) &&
    (tagged === null || tagged.has(id))
}

/** Who carries all of these tags. */
async function withTags(db: Book['db'], tags: readonly string[]): Promise<Set<number>> {
  const distinct = [...new Set(tags)]
  const rows = await db
    .selectFrom('tag')
    .select('customer_id')
    .where('tag', 'in', distinct)
    .groupBy('customer_id')
    .having(({ fn }) => fn.count('tag'), '=', distinct.length)
    .execute()
  return new Set(rows.map(({ customer_id }) => customer_id))
}
