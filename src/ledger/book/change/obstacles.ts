import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../store/db.ts'
import { type ForeignKey, foreignKeys, uniqueKeys } from '../../../store/sqlite/schema.ts'

/** Rows that follow from others: they never stand in the way of an undo, and go along with what they follow from. */
export const derivedTables: readonly string[] = ['tier', 'classification']

/** The rows of one change: what it inserted, by table, and the tables of which it updated or deleted rows. */
export interface Reach {
  readonly change: number
  readonly spans: ReadonlyMap<string, { readonly first: number; readonly last: number }>
  readonly imaged: readonly string[]
  readonly keys: readonly ForeignKey[]
}

export async function reachOf(db: Db, change: number): Promise<Reach> {
  const spans = await db.selectFrom('change_span').selectAll().where('change_id', '=', change).execute()
  const imaged = await db.selectFrom('change_row').select('table_name').distinct().where('change_id', '=', change).execute()
  return {
    change,
    spans: new Map(spans.map((span) => [span.table_name, { first: span.first_id, last: span.last_id }])),
    imaged: imaged.map((row) => row.table_name),
    keys: await foreignKeys(db),
  }
}

/**
 * Lists, in the table `temp.in_the_way (table_name, row_id, change_id)`, the rows of a change that cannot go back as they are and the
 * later live change each of them meets: it touched the row, refers to it, took the place the row would go back to, or removed
 * what the row would refer to. Returns those changes, oldest first.
 */
export async function findInTheWay(db: Db, reach: Reach): Promise<number[]> {
  await sql`create temp table if not exists in_the_way (table_name text, row_id integer, change_id integer, primary key (table_name, row_id, change_id))`.execute(
    db,
  )
  await sql`delete from temp.in_the_way`.execute(db)
  for (const found of [...touched(reach), ...referred(reach), ...(await placesTaken(db, reach)), ...parentsGone(reach)]) {
    await sql`insert or ignore into temp.in_the_way ${found}`.execute(db)
  }
  const { rows } = await sql<{ change: number }>`select distinct change_id as change from temp.in_the_way where change_id is not null order by 1`.execute(db)
  return rows.map(({ change }) => change)
}

/** Adds the rows of the change that the rows in the way refer to: they stay together. */
export async function keepWhatTheyReferTo(db: Db, { change, keys, spans }: Reach): Promise<void> {
  for (let added = 1n; added > 0n; ) {
    added = 0n
    for (const { child, column, parent } of keys) {
      const span = spans.get(parent)
      if (!span) continue
      const { numAffectedRows } = await sql`
        insert or ignore into temp.in_the_way
        select distinct ${parent}, c.${sql.ref(column)}, ${change} from ${sql.table(child)} c
        where c.id in (select row_id from temp.in_the_way where table_name = ${child}) and c.${sql.ref(column)} between ${span.first} and ${span.last}
        and not exists (select 1 from temp.in_the_way k where k.table_name = ${parent} and k.row_id = c.${sql.ref(column)})`.execute(db)
      added += numAffectedRows ?? 0n
    }
  }
}

type Rows = RawBuilder<unknown>

// Tables named here come from the file's own schema, never from what somebody typed.
const derived = sql`(${sql.join(derivedTables.map((table) => sql.lit(table)))})`
const later = (change: number) => sql`r.change_id > ${change} and exists (select 1 from change c where c.id = r.change_id and c.undone_by is null)`

function touched({ change }: Reach): Rows[] {
  return [
    sql`select r.table_name, r.row_id, r.change_id from change_row r join change_span s on s.change_id = ${change} and s.table_name = r.table_name
      where r.row_id between s.first_id and s.last_id and r.table_name not in ${derived} and ${later(change)}`,
    sql`select r.table_name, r.row_id, r.change_id from change_row r
      where r.table_name not in ${derived} and ${later(change)}
      and exists (select 1 from change_row m where m.table_name = r.table_name and m.row_id = r.row_id and m.change_id = ${change})`,
  ]
}

/** Rows elsewhere, and images that a later undo would bring back, that name a row the change inserted. */
function referred({ change, spans, keys }: Reach): Rows[] {
  return keys
    .filter(({ child, parent }) => spans.has(parent) && !derivedTables.includes(child))
    .flatMap(({ child, column, parent }) => {
      const span = spans.get(parent) ?? { first: 0, last: -1 }
      const own = spans.get(child) ?? { first: 0, last: -1 }
      const there = sql`between ${span.first} and ${span.last}`
      const before = sql`json_extract(r.before, ${`$.${column}`})`
      return [
        sql`select ${parent}, c.${sql.ref(column)}, coalesce(
            (select max(r.change_id) from change_row r where r.table_name = ${child} and r.row_id = c.id and ${later(change)} and ${before} is not c.${sql.ref(column)}),
            c.change_id)
          from ${sql.table(child)} c where c.${sql.ref(column)} ${there} and c.id not between ${own.first} and ${own.last}
          and not exists (select 1 from change_row m where m.change_id = ${change} and m.table_name = ${child} and m.row_id = c.id)`,
        sql`select ${parent}, ${before}, r.change_id from change_row r
          where r.table_name = ${child} and ${later(change)} and ${before} ${there} and r.row_id not between ${own.first} and ${own.last}`,
      ]
    })
}

/** A row that would come back where another now stands: a code given to someone else, a tag put on again. */
async function placesTaken(db: Db, { change, imaged, spans }: Reach): Promise<Rows[]> {
  const unique = (await uniqueKeys(db)).filter(({ table }) => imaged.includes(table) && !derivedTables.includes(table))
  return unique.map(({ table, columns }) => {
    const own = spans.get(table) ?? { first: 0, last: -1 }
    const same = sql.join(
      columns.map((column) => sql`t.${sql.ref(column)} = json_extract(m.before, ${`$.${column}`})`),
      sql` and `,
    )
    return sql`select m.table_name, m.row_id, coalesce(
        (select max(r.change_id) from change_row r where r.table_name = m.table_name and r.row_id = t.id and ${later(change)}), t.change_id)
      from change_row m join ${sql.table(table)} t on ${same}
      where m.change_id = ${change} and m.table_name = ${table} and t.id <> m.row_id and t.id not between ${own.first} and ${own.last}
      and not exists (select 1 from change_row o where o.change_id = ${change} and o.table_name = ${table} and o.row_id = t.id)`
  })
}

/** A row that would come back naming one that a later change removed. */
function parentsGone({ change, imaged, keys }: Reach): Rows[] {
  return keys
    .filter(({ child }) => imaged.includes(child) && !derivedTables.includes(child))
    .map(({ child, column, parent }) => {
      const named = sql`json_extract(m.before, ${`$.${column}`})`
      return sql`select m.table_name, m.row_id, r.change_id from change_row m
        join change_row r on r.table_name = ${parent} and r.row_id = ${named} and ${later(change)}
        where m.change_id = ${change} and m.table_name = ${child} and ${named} is not null
        and not exists (select 1 from ${sql.table(parent)} p where p.id = ${named})
        and not exists (select 1 from change_row o where o.change_id = ${change} and o.table_name = ${parent} and o.row_id = ${named})`
    })
}
