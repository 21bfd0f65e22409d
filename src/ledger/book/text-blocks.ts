import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { engineOf } from '../../store/engine.ts'

/** The tables of which a large shop has very many rows, and the columns `find` looks at there. */
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
} as const
export type Blocked = keyof typeof blockedTexts
const blocked = Object.keys(blockedTexts) as Blocked[]

/** Rows a block, and from how many on a table has any: fewer are looked through in a moment. */
export type BlockSizes = Readonly<Record<Blocked | 'from', number>>
const usual: BlockSizes = { customer: 1_000, entry: 10_000, from: 50_000 }

/** Up to which row of a table there are blocks; of `change`, up to which change they tell of what stands. */
export const lastBlocked = (table: Blocked | 'change') =>
  sql<number>`(select coalesce(max(last_id), 0) from text_block where table_name = ${sql.lit(table)})`

/**
 * Brings the blocks up to what stands after a change: the last thing it does. Whole blocks alone: the rows after them
 * are read themselves. None on a server: a till may not see all that would be in them.
 */
export async function keepTextBlocks(db: Db, change: number, sizes: BlockSizes = usual): Promise<void> {
  if (engineOf(db).away) return
  const { rows } = await sql<{ table: Blocked; newest: number; last: number }>`${sql.join(
    blocked.map(
      (table) => sql`select ${sql.lit(table)} as "table", coalesce(max(id), 0) as newest, ${lastBlocked(table)} as last
        from ${sql.table(table)}`,
    ),
    sql` union all `,
  )}`.execute(db)
  // Once it has blocks they are kept up, though an undo made it small again: the mark of changes is of all tables.
  const large = rows.filter(({ newest, last }) => newest >= sizes.from || last > 0)
  for (const { table, newest, last } of large) {
    const blocks = last === 0 ? [] : await staleBlocks(db, table)
    for (let first = last + 1; first + sizes[table] - 1 <= newest; first += sizes[table])
      blocks.push({ first, last: first + sizes[table] - 1 })
    for (const block of blocks) await writeBlock(db, table, block)
  }
  if (large.length > 0)
    await sql`insert into text_block (table_name, first_id, last_id) values ('change', 1, ${change})
      on conflict (table_name, first_id) do update set last_id = excluded.last_id`.execute(db)
}

interface Block {
  readonly first: number
  readonly last: number
}

async function staleBlocks(db: Db, table: Blocked): Promise<Block[]> {
  const { rows } =
    await sql<Block>`select first_id as first, last_id as last from text_block where table_name = ${table}
    and (text is null or exists (select 1 from change_row where change_row.table_name = text_block.table_name
      and row_id between first_id and last_id and change_id > ${lastBlocked('change')}))`.execute(db)
  return rows
}

/** What a block is followed by while it is made: a search that reaches it has seen the block whole. */
const end = '\u001eend'

async function writeBlock(db: Db, table: Blocked, { first, last }: Block): Promise<void> {
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

/** What an undo takes away or puts back no block tells: those around its rows are read until they are made anew. */
export async function emptyTextBlocks(db: Db, undone: number): Promise<void> {
  await sql`update text_block set text = null
    where exists (select 1 from change_span s where s.change_id = ${undone} and s.table_name = text_block.table_name
      and s.first_id <= text_block.last_id and s.last_id >= text_block.first_id)
    or exists (select 1 from change_row r where r.change_id = ${undone} and r.table_name = text_block.table_name
      and r.row_id between text_block.first_id and text_block.last_id)`.execute(db)
}

/** Of somebody who is forgotten nothing is left in them; of another shop that is read in, they tell nothing. */
export async function dropTextBlocks(db: Db): Promise<void> {
  await db.deleteFrom('text_block').execute()
}
