import { sql } from 'kysely'
import type { Db } from '../../../store/db.ts'
import { engineOf } from '../../../store/engine.ts'
import { type Block, type Blocked, blocked, lastBlocked } from './marks.ts'
import { writePurchaseBlock } from './purchases.ts'
import { writeTextBlock } from './texts.ts'

/** Rows a block, and from how many on a table has any: fewer are looked through in a moment. */
export type BlockSizes = Readonly<Record<Blocked | 'from', number>>
const usual: BlockSizes = { customer: 1_000, entry: 10_000, from: 50_000 }

/**
 * Brings the blocks up to what stands after a change: the last thing it does to rows that have some. Whole blocks
 * alone: the rows after them are read themselves. None on a server: a till may not see all that would be in them.
 */
export async function keepBlocks(db: Db, change: number, sizes: BlockSizes = usual): Promise<void> {
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
    for (const block of blocks) {
      await writeTextBlock(db, table, block)
      if (table === 'entry') await writePurchaseBlock(db, block)
    }
  }
  if (large.length > 0)
    await sql`insert into text_block (table_name, first_id, last_id) values ('change', 1, ${change})
      on conflict (table_name, first_id) do update set last_id = excluded.last_id`.execute(db)
}

async function staleBlocks(db: Db, table: Blocked): Promise<Block[]> {
  const unknown = table === 'entry' ? sql`first_id not in (select first_id from purchase_block)` : sql`false`
  const { rows } =
    await sql<Block>`select first_id as first, last_id as last from text_block where table_name = ${table}
    and (text is null or ${unknown} or exists (select 1 from change_row
      where change_row.table_name = text_block.table_name and row_id between first_id and last_id
        and change_id > ${lastBlocked('change')}))`.execute(db)
  return rows
}

/** What an undo takes away or puts back no block tells: those around its rows are read until they are made anew. */
export async function emptyBlocks(db: Db, undone: number): Promise<void> {
  if (engineOf(db).away) return
  const { rows } = await sql<{ table: Blocked; first: number }>`update text_block set text = null
    where exists (select 1 from change_span s where s.change_id = ${undone} and s.table_name = text_block.table_name
      and s.first_id <= text_block.last_id and s.last_id >= text_block.first_id)
    or exists (select 1 from change_row r where r.change_id = ${undone} and r.table_name = text_block.table_name
      and r.row_id between text_block.first_id and text_block.last_id)
    returning table_name as "table", first_id as first`.execute(db)
  const entries = rows.flatMap(({ table, first }) => (table === 'entry' ? [first] : []))
  if (entries.length > 0) await db.deleteFrom('purchase_block').where('first_id', 'in', entries).execute()
}

/** Of somebody who is forgotten nothing is left in them; of another shop that is read in, they tell nothing. */
export async function dropBlocks(db: Db): Promise<void> {
  await db.deleteFrom('text_block').execute()
  await db.deleteFrom('purchase_block').execute()
}
