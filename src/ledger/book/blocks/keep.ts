import { sql } from 'kysely'
import type { Db } from '../../../store/db.ts'
import { engineOf } from '../../../store/engine.ts'
import { type Block, type Blocked, blocked, lastBlocked } from './marks.ts'
import { blocksWithoutPurchases, writePurchaseBlock } from './purchases.ts'
import { writeTextBlock } from './texts.ts'

/** Rows a block, and from how many on a table has any: fewer are looked through in a moment. */
export type BlockSizes = Readonly<Record<Blocked | 'from', number>>
const usual: BlockSizes = { customer: 1_000, entry: 10_000, from: 50_000 }

/**
 * Brings the blocks of texts up to what stands after a change, the last thing it does to rows that have some, and drops
 * those of purchases that no longer hold. Whole
 * blocks alone: the rows after them are read themselves. None on a server: a till may not see all that would be in
 * them. Tells whether there are any.
 */
export async function keepTextBlocks(db: Db, change: number, sizes: BlockSizes = usual): Promise<boolean> {
  if (engineOf(db).away) return false
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
    const stale = last === 0 ? [] : await staleBlocks(db, table)
    if (table === 'entry' && stale.length > 0) await dropPurchaseBlocks(db, stale)
    for (const block of stale) await writeTextBlock(db, table, block)
    for (let first = last + 1; first + sizes[table] - 1 <= newest; first += sizes[table])
      await writeTextBlock(db, table, { first, last: first + sizes[table] - 1 })
  }
  if (large.length > 0)
    await sql`insert into text_block (table_name, first_id, last_id) values ('change', 1, ${change})
      on conflict (table_name, first_id) do update set last_id = excluded.last_id`.execute(db)
  return large.length > 0
}

/** The same, and the purchases of these blocks: who imports file after file has them made with the last of them. */
export async function keepBlocks(db: Db, change: number, sizes?: BlockSizes): Promise<void> {
  if (!(await keepTextBlocks(db, change, sizes))) return
  for (const block of (await blocksWithoutPurchases.execute(db)).rows) await writePurchaseBlock(db, block)
}

async function staleBlocks(db: Db, table: Blocked): Promise<Block[]> {
  const { rows } =
    await sql<Block>`select first_id as first, last_id as last from text_block where table_name = ${table}
    and (text is null or exists (select 1 from change_row where change_row.table_name = text_block.table_name
      and row_id between first_id and last_id and change_id > ${lastBlocked('change')}))`.execute(db)
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
  const entries = rows.filter(({ table }) => table === 'entry')
  if (entries.length > 0) await dropPurchaseBlocks(db, entries)
}

/** Of somebody who is forgotten nothing is left in them; of another shop that is read in, they tell nothing. */
export async function dropBlocks(db: Db): Promise<void> {
  await db.deleteFrom('text_block').execute()
  await db.deleteFrom('purchase_block').execute()
}

async function dropPurchaseBlocks(db: Db, blocks: readonly Pick<Block, 'first'>[]): Promise<void> {
  const firsts = blocks.map(({ first }) => first)
  await db.deleteFrom('purchase_block').where('first_id', 'in', firsts).execute()
}
