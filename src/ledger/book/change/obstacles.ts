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
 * later live change each of them meets: it touched the row, refers to it, took the place the row would go back to, removed what the row
 * would refer to, or leaves no room for its money. Returns those changes, oldest first.
 */
export async function findInTheWay(db: Db, reach: Reach): Promise<number[]> {
  await sql`create temp table if not exists in_the_way (table_name text, row_id integer, change_id integer, primary key (table_name, row_id, change_id))`.execute(
    db,
  )
  await sql`delete from temp.in_the_way`.execute(db)
  for (const found of [...touched(reach), ...referred(reach), ...(await placesTaken(db, reach)), ...parentsGone(reach), ...moneyOutOfPlace(reach)]) {
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
const later = (change: number) => sql`r.change_id > ${change} and exists (select 1 from change c where c.id = r.change_id and ${standing})`

// A change taken back but for some rows (`keepEdited`) still stands in those: its images of them are all it has left.
const standing = sql`(c.undone_by is null or exists (select 1 from change u where u.id = c.undone_by and json_extract(u.facts, '$.kept') > 0))`

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

/**
 * Entries that would come back against the rules of money: refunds that count of a purchase that is void, or that come to more than it. The
 * purchases an undo touches are looked at as they would be after it; what is in the way is the newest later change of the same purchase.
 */
function moneyOutOfPlace({ change, imaged, spans }: Reach): Rows[] {
  if (!imaged.includes('entry')) return []
  const { first, last } = spans.get('entry') ?? { first: 0, last: -1 }
  const was = (key: string) => sql`json_extract(m.before, ${`$.${key}`})`
  // `later` speaks of a row r; here r is any row of the purchase, by the change that made it or one that touched it.
  const laterOf = (id: RawBuilder<unknown>) => sql`(select max(r.change_id) from (
      select o.change_id from change_row o where o.table_name = 'entry' and o.row_id = ${id} union all select n.change_id from entry n where n.id = ${id}
    ) r where ${later(change)})`
  return [
    sql`select 'entry', h.id, coalesce(h.by, ${change}) from (select g.id, g.imaged, max(g.by) over (partition by g.purchase) as by from (
      with image as materialized (
        select m.row_id as id, ${was('kind')} as kind, ${was('refund_of')} as refund_of, ${was('amount')} as amount, ${was('void')} as void from change_row m
        where m.id in (select min(id) from change_row where change_id = ${change} and table_name = 'entry' group by row_id)
          and m.row_id not between ${first} and ${last}
          and not exists (select 1 from temp.in_the_way w where w.table_name = 'entry' and w.row_id = m.row_id)
      ),
      purchase as materialized (select id from image where kind = 'purchase' union select refund_of from image where kind = 'refund' and refund_of is not null),
      after as materialized (
        select * from image
        union all
        select e.id, e.kind, e.refund_of, e.amount, e.void from entry e
        where (e.id in (select id from purchase) or e.refund_of in (select id from purchase))
          and e.id not between ${first} and ${last} and e.id not in (select id from image)
      ),
      wrong as (
        select p.id from after p join after r on r.refund_of = p.id and r.kind = 'refund' and r.void = 0
        where p.kind = 'purchase' group by p.id having max(p.void) = 1 or sum(r.amount) > max(p.amount)
      )
      select a.id, a.id in (select id from image) as imaged, coalesce(a.refund_of, a.id) as purchase, ${laterOf(sql`a.id`)} as by from after a where coalesce(a.refund_of, a.id) in (select id from wrong)
    ) g) h where h.imaged`,
  ]
}
