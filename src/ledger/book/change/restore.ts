import { sql } from 'kysely'
import type { Db } from '../../../store/db.ts'
import { columnsOf } from '../../../store/sqlite/schema.ts'
import { derivedTables, type Reach } from './obstacles.ts'

/**
 * Puts the content back to what it was before a change, but for the rows in `temp.in_the_way`: rows it inserted go, rows it updated or
 * deleted return as its first image of them has them. Whole tables at a time: an import of any size is a handful of statements.
 */
export async function restoreContent(db: Db, reach: Reach): Promise<void> {
  // Foreign keys are looked at when the transaction commits: until then the order of tables does not matter.
  await sql`pragma defer_foreign_keys = on`.execute(db)
  await passOnDerivedImages(db, reach)
  await dropWhatFollows(db, reach)
  for (const [table, { first, last }] of reach.spans) {
    await sql`delete from ${sql.table(table)} where id between ${first} and ${last} and ${stays(table)}`.execute(db)
  }
  for (const table of reach.imaged) await restoreImages(db, reach, table)
}

const stays = (table: string, id = 'id') => sql`${sql.ref(id)} not in (select row_id from temp.in_the_way where table_name = ${table})`

async function restoreImages(db: Db, { change, spans }: Reach, table: string): Promise<void> {
  const { first, last } = spans.get(table) ?? { first: 0, last: -1 }
  const oldest = sql`select min(id) from change_row where change_id = ${change} and table_name = ${table} and row_id not between ${first} and ${last} and ${stays(table, 'row_id')} group by row_id`
  const columns = await columnsOf(db, table)
  const names = sql.join(columns.map((column) => sql.ref(column)))
  const values = sql.join(columns.map((column) => sql`json_extract(before, ${`$.${column}`})`))
  // Gone first, then back: two rows that exchanged a code would each find the other's in the way.
  await sql`delete from ${sql.table(table)} where id in (select row_id from change_row where id in (${oldest}))`.execute(db)
  await sql`insert into ${sql.table(table)} (${names}) select ${values} from change_row where id in (${oldest})`.execute(db)
}

/** Tiers of customers who were never there, and what later changes kept of such tiers. */
async function dropWhatFollows(db: Db, { spans, keys }: Reach): Promise<void> {
  for (const { child, column, parent } of keys) {
    const span = spans.get(parent)
    if (!span || !derivedTables.includes(child)) continue
    const named = sql`json_extract(before, ${`$.${column}`})`
    await sql`delete from ${sql.table(child)} where ${sql.ref(column)} between ${span.first} and ${span.last} and ${stays(parent, column)}`.execute(db)
    await sql`delete from change_row where table_name = ${child} and ${named} between ${span.first} and ${span.last}
      and ${named} not in (select row_id from temp.in_the_way where table_name = ${parent})`.execute(db)
  }
}

/**
 * A tier that this change made or touched and a later one touched again: the later one's image must not bring this change's work
 * back, so it takes over what was there before, and the row stays as the later one left it.
 */
async function passOnDerivedImages(db: Db, { change, spans, imaged }: Reach): Promise<void> {
  for (const table of derivedTables) {
    const span = spans.get(table)
    if (span)
      await sql`delete from change_row where change_id > ${change} and table_name = ${table} and row_id between ${span.first} and ${span.last}`.execute(db)
    if (!imaged.includes(table)) continue
    const mine = sql`m.change_id = ${change} and m.table_name = ${table}`
    const next = sql`select min(r.id) from change_row r join change c on c.id = r.change_id and c.undone_by is null where r.change_id > ${change} and r.table_name = ${table} and r.row_id = m.row_id`
    await sql`insert or ignore into temp.in_the_way select ${table}, m.row_id, null from change_row m where ${mine} and (${next}) is not null`.execute(db)
    await sql`update change_row set before = m.before from change_row m where ${mine} and change_row.id = (${next})
      and m.id = (select min(id) from change_row o where o.change_id = ${change} and o.table_name = ${table} and o.row_id = m.row_id)`.execute(db)
  }
}
