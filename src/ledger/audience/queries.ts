import { type SqlBool, sql } from 'kysely'
import type { Book } from '../book/book.ts'
import { fold } from '../identity/spelling.ts'
import { holds } from '../identity/text-search.ts'
import type { Opening } from '../standing/stage.ts'
import type { Audience } from './filter.ts'

/** What of a customer's row a filter needs. */
export interface AudiencePerson {
  readonly id: number
  /** Staff are in no tier and at no stage. */
  readonly isStaff: boolean
  readonly isForgotten: boolean
  readonly birthday: string | null
  readonly opening: Opening
}

/** Those the file can tell by itself: by tag, source, keeper, item, fact. By id. */
export async function readAudiencePeople(
  { db, today }: Pick<Book, 'db' | 'today'>,
  { tags = [], source, keeper, bought, where = [], archived = false }: Audience,
): Promise<AudiencePerson[]> {
  let query = db
    .selectFrom('customer')
    .select(['id', 'kind', 'birthday', 'forgotten_on', 'opening_visits', 'opening_last_on'])
    .orderBy('id')
  if (!archived) query = query.where('archived', '=', 0)
  if (source !== undefined) query = query.where(same(sql.ref('source'), source))
  if (keeper !== undefined) query = query.where(same(sql.ref('keeper'), keeper))
  for (const tag of tags)
    query = query.where(
      sql<SqlBool>`exists (select 1 from tag where tag.customer_id = customer.id and ${same(sql.ref('tag.tag'), tag)})`,
    )
  for (const [key, value] of where) {
    const valued = value === '' ? sql<SqlBool>`1 = 1` : same(sql.ref('fact.value'), value)
    query = query.where(
      sql<SqlBool>`exists (select 1 from fact where fact.customer_id = customer.id
        and ${same(sql.ref('fact.key'), key)} and ${valued})`,
    )
  }
  if (bought !== undefined) {
    const buyers = db
      .selectFrom('entry')
      .select('customer_id')
      .distinct()
      .where('kind', '=', 'purchase')
      .where('void', '=', 0)
      .where('on', '<=', today)
      .where(holds(sql.ref('item'), bought))
      .where('customer_id', 'is not', null)
    query = query.where('id', 'in', buyers.$castTo<{ customer_id: number }>())
  }
  return (await query.execute()).map((row) => ({
    id: row.id,
    isStaff: row.kind === 'staff',
    isForgotten: row.forgotten_on !== null,
    birthday: row.birthday,
    opening: { visits: row.opening_visits, lastOn: row.opening_last_on },
  }))
}

/** Equal but for case, in ASCII; other letters as they were written. */
function same(column: ReturnType<typeof sql.ref>, text: string) {
  return sql<SqlBool>`(lower(${column}) = ${fold(text)} or ${column} = ${text})`
}
