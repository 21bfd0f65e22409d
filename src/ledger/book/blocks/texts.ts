import { sql } from 'kysely'
import type { Db } from '../../../store/db.ts'
import type { Block, Blocked } from './marks.ts'

/** The columns `find` looks at. */
export const blockedTexts = {
  customer: [
    'name',
    'name_key',
    'pinyin',
    'initials',
    'called',
    'code',
    'code_key',
    'phone',
    'wechat',
    'company',
    'notes',
    'email',
    'address',
    'source',
  ],
  entry: ['item', 'reason', 'fault', 'note'],
} as const satisfies Readonly<Record<Blocked, readonly string[]>>

/** What a block is followed by while it is made: a search that reaches it has seen the block whole. */
const end = '\u001eend'

/** Writes the texts of a block as they are now. */
export async function writeTextBlock(db: Db, table: Blocked, { first, last }: Block): Promise<void> {
  // The same is sold again and again; of customers hardly two are alike, and to compare them takes as long as the rest.
  const alike = table === 'entry' ? sql`distinct` : sql``
  const columns = sql.join(blockedTexts[table].map((column) => sql.ref(column)))
  // A search goes no further than a NUL: a block with one is null, and its rows are read.
  await sql`insert into text_block (table_name, first_id, last_id, text)
    select cast(${table} as text), cast(${first} as bigint), cast(${last} as bigint),
      case when block || ${end} like ${`%${end}`} then lower(block) end
    from (
      select coalesce(string_agg(concat_ws(' ', ${columns}), ' '), '') as block
      from (select ${alike} ${columns} from ${sql.table(table)} where id between ${first} and ${last}) as found
    ) as whole where true
    on conflict (table_name, first_id) do update set text = excluded.text`.execute(db)
}
