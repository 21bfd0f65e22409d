import { sql } from 'kysely'
import type { Db } from '../../../store/db.ts'
import { columnsOf, engineOf } from '../../../store/engine.ts'
import { kept } from '../../../store/lists.ts'
import { emptyBlocks } from '../blocks/keep.ts'
import { derivedTables, idsOf, type Reach, type RowIds } from './obstacles.ts'

/**
 * Puts the content back to what it was before a change, but for the rows that stay: rows it inserted go, rows it
 * updated or deleted return as its first image of them has them. Whole tables at a time: an import of any size is a
 * handful of statements.
 */
export async function restoreContent(db: Db, reach: Reach, staying: RowIds): Promise<void> {
  await Promise.all([engineOf(db).checkKeysAtCommit(db), emptyBlocks(db, reach.change)])
  await passOnDerivedImages(db, reach, staying)
  await dropWhatFollows(db, reach, staying)
  for (const [table, { first, last }] of reach.spans) {
    await db
      .deleteFrom(table as 'entry')
      .where('id', '>=', first)
      .where('id', '<=', last)
      .where('id', 'not in', [...(staying.get(table) ?? [])])
      .execute()
  }
  for (const table of reach.imaged) await restoreImages(db, reach, table, [...(staying.get(table) ?? [])])
}

async function restoreImages(
  db: Db,
  { change, spans }: Reach,
  table: string,
  staying: readonly number[],
): Promise<void> {
  const { first, last } = spans.get(table) ?? { first: 0, last: -1 }
  const oldest = db
    .selectFrom('change_row')
    .select(({ fn }) => fn.min('id').as('id'))
    .where('change_id', '=', change)
    .where('table_name', '=', table)
    .where((where) => where.not(where.between('row_id', first, last)))
    .where('row_id', 'not in', staying)
    .groupBy('row_id')
  const columns = await columnsOf(db, table)
  const names = sql.join(columns.map((column) => sql.ref(column)))
  const values = sql.join(columns.map((column) => kept(table, 'before', column)))
  // Gone first, then back: two rows that exchanged a code would each find the other's in the way.
  await db
    .deleteFrom(table as 'entry')
    .where('id', 'in', db.selectFrom('change_row').select('row_id').where('id', 'in', oldest))
    .execute()
  await sql`insert into ${sql.table(table)} (${names}) select ${values} from change_row
    where id in (${oldest})`.execute(db)
}

/** Tiers of customers who were never there, and what later changes kept of such tiers. */
async function dropWhatFollows(db: Db, { spans, keys }: Reach, staying: RowIds): Promise<void> {
  for (const { child, column, parent } of keys) {
    const span = spans.get(parent)
    if (!span || !derivedTables.includes(child)) continue
    const parents = [...(staying.get(parent) ?? [])]
    await db
      .deleteFrom(child as 'tier')
      .where(sql.ref(column), '>=', span.first)
      .where(sql.ref(column), '<=', span.last)
      .where(sql.ref(column), 'not in', parents)
      .execute()
    await db
      .deleteFrom('change_row')
      .where('table_name', '=', child)
      .where(kept(child, 'before', column), '>=', span.first)
      .where(kept(child, 'before', column), '<=', span.last)
      .where(kept(child, 'before', column), 'not in', parents)
      .execute()
  }
}

/**
 * A tier that this change made or touched and a later one touched again: the later one's image must not bring this
 * change's work back, so it takes over what was there before, and the row stays as the later one left it: it is added
 * to those that do.
 */
async function passOnDerivedImages(db: Db, { change, spans, imaged }: Reach, staying: RowIds): Promise<void> {
  for (const table of derivedTables) {
    const span = spans.get(table)
    if (span)
      await db
        .deleteFrom('change_row')
        .where('change_id', '>', change)
        .where('table_name', '=', table)
        .where('row_id', '>=', span.first)
        .where('row_id', '<=', span.last)
        .execute()
    if (!imaged.includes(table)) continue
    const mine = sql`m.change_id = ${change} and m.table_name = ${table}`
    const next = sql`select min(r.id) from change_row r join change c on c.id = r.change_id and c.undone_by is null
      where r.change_id > ${change} and r.table_name = ${table} and r.row_id = m.row_id`
    const { rows } = await sql<{
      id: number
    }>`select distinct m.row_id as id from change_row m where ${mine} and (${next}) is not null`.execute(db)
    for (const { id } of rows) idsOf(staying, table).add(id)
    await sql`update change_row set before = m.before from change_row m where ${mine} and change_row.id = (${next})
      and m.id = (select min(id) from change_row o where o.change_id = ${change} and o.table_name = ${table}
        and o.row_id = m.row_id)`.execute(db)
  }
}
