import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Db } from '../../../store/db.ts'
import { engineOf, type ForeignKey, type UniqueKey } from '../../../store/engine.ts'
import { kept } from '../../../store/lists.ts'
import type { EntryTable } from '../../../store/tables.ts'

/** Rows that follow from others: they never stand in the way of an undo, and go along with what they follow from. */
export const derivedTables: readonly string[] = ['tier', 'classification']

/** The rows of one change: what it inserted, by table, and the tables of which it updated or deleted rows. */
export interface Reach {
  readonly change: number
  readonly spans: ReadonlyMap<string, { readonly first: number; readonly last: number }>
  readonly imaged: readonly string[]
  readonly keys: readonly ForeignKey[]
  readonly unique: readonly UniqueKey[]
}

/** What a change made and altered, and what of the schema can refer to it: what an undo has to look at. */
export async function reachOf(db: Db, change: number): Promise<Reach> {
  const engine = engineOf(db)
  const [spans, imaged, keys, unique] = await Promise.all([
    db.selectFrom('change_span').selectAll().where('change_id', '=', change).execute(),
    db.selectFrom('change_row').select('table_name').distinct().where('change_id', '=', change).execute(),
    engine.foreignKeys(db),
    engine.uniqueKeys(db),
  ])
  return {
    change,
    spans: new Map(spans.map((span) => [span.table_name, { first: span.first_id, last: span.last_id }])),
    imaged: imaged.map((row) => row.table_name),
    keys,
    unique,
  }
}

/** Rows by table. */
export type RowIds = Map<string, Set<number>>

/**
 * The later live changes that rows of a change meet which then cannot go back as they are: one touched the row, refers
 * to it, took the place the row would go back to, removed what the row would refer to, or leaves no room for its money.
 * Oldest first.
 */
export async function changesInTheWay(db: Db, reach: Reach): Promise<number[]> {
  const [{ rows }, money] = await Promise.all([
    sql<{ change: number }>`select distinct change_id as change from (${meetings(reach)}) met order by 1`.execute(db),
    moneyOutOfPlace(db, reach, new Map()),
  ])
  return [...new Set([...rows, ...money].map(({ change }) => change))].sort((one, other) => one - other)
}

/** The rows of the change that meet later changes so, and those of its rows that these refer to: they stay together. */
export async function rowsInTheWay(db: Db, reach: Reach): Promise<RowIds> {
  const staying: RowIds = new Map()
  const { rows } = await sql<{
    table: string
    id: number
  }>`select distinct table_name as "table", row_id as id from (${meetings(reach)}) met`.execute(db)
  for (const { table, id } of rows) idsOf(staying, table).add(id)
  for (const { id } of await moneyOutOfPlace(db, reach, staying)) idsOf(staying, 'entry').add(id)
  await addWhatTheyReferTo(db, reach, staying)
  return staying
}

/** The ids of a table's rows, to add to. */
export function idsOf(rows: RowIds, table: string): Set<number> {
  const ids = rows.get(table) ?? new Set()
  rows.set(table, ids)
  return ids
}

async function addWhatTheyReferTo(db: Db, { keys, spans }: Reach, staying: RowIds): Promise<void> {
  for (let grew = true; grew; ) {
    grew = false
    for (const { child, column, parent } of keys) {
      const [span, children] = [spans.get(parent), staying.get(child)]
      if (!span || !children) continue
      const parents = await db
        .selectFrom(child as 'entry')
        .select(sql.ref<number>(column).as('id'))
        .distinct()
        .where('id', 'in', [...children])
        .where(sql.ref(column), '>=', span.first)
        .where(sql.ref(column), '<=', span.last)
        .execute()
      const known = idsOf(staying, parent)
      const before = known.size
      for (const { id } of parents) known.add(id)
      grew ||= known.size > before
    }
  }
}

type Rows = RawBuilder<unknown>

/** All of them as rows (table_name, row_id, change_id): the change is the later one. */
function meetings(reach: Reach): Rows {
  return sql.join(
    [
      ...touched(reach),
      ...referred(reach),
      ...foundByLink(reach),
      ...placesTaken(reach),
      ...parentsGone(reach),
      ...leftWithOthers(reach),
    ],
    sql` union all `,
  )
}

// Tables named here come from the file's own schema, never from what somebody typed.
const named = (table: string) => sql.lit(table)
const derived = sql`(${sql.join(derivedTables.map(named))})`
const later = (change: number) =>
  sql`r.change_id > ${change} and exists (select 1 from change c where c.id = r.change_id and ${standing})`
// A change taken back but for some rows (`keepEdited`) still stands in those: its images of them are all it has left.
const standing = sql`(c.undone_by is null or exists (select 1 from change u where u.id = c.undone_by
  and cast(u.facts ->> 'kept' as integer) > 0))`

function touched({ change }: Reach): Rows[] {
  return [
    sql`select r.table_name, r.row_id, r.change_id from change_row r join change_span s on s.change_id = ${change}
      and s.table_name = r.table_name
      where r.row_id between s.first_id and s.last_id and r.table_name not in ${derived} and ${later(change)}`,
    sql`select r.table_name, r.row_id, r.change_id from change_row r
      where r.table_name not in ${derived} and ${later(change)}
      and exists (select 1 from change_row m where m.table_name = r.table_name and m.row_id = r.row_id
        and m.change_id = ${change})`,
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
      const before = kept(child, 'r.before', column)
      return [
        sql`select distinct ${named(parent)}, c.${sql.ref(column)}, coalesce(
            (select max(r.change_id) from change_row r
              where r.table_name = ${named(child)} and r.row_id = c.id and ${later(change)} and ${before} is distinct
                from c.${sql.ref(column)}),
            c.change_id)
          from ${sql.table(child)} c where c.${sql.ref(column)} ${there} and c.id not between ${own.first}
            and ${own.last}
          and not exists (select 1 from change_row m where m.change_id = ${change} and m.table_name = ${named(child)}
            and m.row_id = c.id)`,
        sql`select distinct ${named(parent)}, ${before}, r.change_id from change_row r
          where r.table_name = ${named(child)} and ${later(change)} and ${before} ${there}
            and r.row_id not between ${own.first} and ${own.last}`,
      ]
    })
}

/** Purchases that a later import gave to a customer by a payer's link that the change made. */
function foundByLink({ change, spans }: Reach): Rows[] {
  const own = spans.get('payer')
  if (!own) return []
  return [
    sql`select 'payer', p.id, e.change_id from payer p join entry e on e.payer = p.key and e.customer_id = p.customer_id
      where p.id between ${own.first} and ${own.last} and e.payer_linked = 1 and e.change_id > ${change}`,
  ]
}

/** A row that would come back where another now stands: a code given to someone else, a tag put on again. */
function placesTaken({ change, imaged, spans, unique }: Reach): Rows[] {
  const taken = unique.filter(({ table }) => imaged.includes(table) && !derivedTables.includes(table))
  return taken.map(({ table, columns }) => {
    const own = spans.get(table) ?? { first: 0, last: -1 }
    const same = sql.join(
      columns.map((column) => sql`t.${sql.ref(column)} = ${kept(table, 'm.before', column)}`),
      sql` and `,
    )
    return sql`select m.table_name, m.row_id, coalesce(
        (select max(r.change_id) from change_row r where r.table_name = m.table_name and r.row_id = t.id
          and ${later(change)}), t.change_id)
      from change_row m join ${sql.table(table)} t on ${same}
      where m.change_id = ${change} and m.table_name = ${named(table)} and t.id <> m.row_id
        and t.id not between ${own.first} and ${own.last}
      and not exists (select 1 from change_row o where o.change_id = ${change} and o.table_name = ${named(table)}
        and o.row_id = t.id)`
  })
}

/** A row that would come back naming one that a later change removed. */
function parentsGone({ change, imaged, keys }: Reach): Rows[] {
  return keys
    .filter(({ child }) => imaged.includes(child) && !derivedTables.includes(child))
    .map(({ child, column, parent }) => {
      const missing = kept(child, 'm.before', column)
      return sql`select m.table_name, m.row_id, r.change_id from change_row m
        join change_row r on r.table_name = ${named(parent)} and r.row_id = ${missing} and ${later(change)}
        where m.change_id = ${change} and m.table_name = ${named(child)} and ${missing} is not null
        and not exists (select 1 from ${sql.table(parent)} p where p.id = ${missing})
        and not exists (select 1 from change_row o where o.change_id = ${change} and o.table_name = ${named(parent)}
          and o.row_id = ${missing})`
    })
}

/**
 * Rows of later changes that belong to one which would go back to another customer: the refund of a purchase that a
 * merge had moved.
 */
function leftWithOthers({ change, imaged, keys }: Reach): Rows[] {
  const owned = new Set(
    keys.filter(({ parent, column }) => parent === 'customer' && column === 'customer_id').map(({ child }) => child),
  )
  return keys
    .filter(({ child, parent }) => imaged.includes(parent) && owned.has(child) && owned.has(parent))
    .map(
      ({ child, column, parent }) => sql`select m.table_name, m.row_id, c.change_id from change_row m
        join ${sql.table(child)} c on c.${sql.ref(column)} = m.row_id
        where m.change_id = ${change} and m.table_name = ${named(parent)} and c.change_id > ${change}
        and ${kept(parent, 'm.before', 'customer_id')} is distinct from c.customer_id
        and not exists (select 1 from change_row o where o.change_id = ${change} and o.table_name = ${named(child)}
          and o.row_id = c.id)`,
    )
}

type MoneyRow = Pick<Selectable<EntryTable>, 'id' | 'kind' | 'amount' | 'refund_of' | 'void'>

/**
 * Entries that would come back against the rules of money: a refund that counts of a purchase that is void, or refunds
 * that come to more than it. The purchases an undo touches are looked at as they would be after it; in the way is the
 * newest later change of the same purchase.
 */
async function moneyOutOfPlace(
  db: Db,
  { change, imaged, spans }: Reach,
  staying: RowIds,
): Promise<{ id: number; change: number }[]> {
  if (!imaged.includes('entry')) return []
  const { first, last } = spans.get('entry') ?? { first: 0, last: -1 }
  const goes = (id: number) => id >= first && id <= last
  const images = new Map<number, MoneyRow>()
  const before = await db
    .selectFrom('change_row')
    .select(['row_id', 'before'])
    .where('change_id', '=', change)
    .where('table_name', '=', 'entry')
    .orderBy('id')
    .execute()
  for (const { row_id: id, before: image } of before)
    if (!goes(id) && !images.has(id) && !staying.get('entry')?.has(id)) images.set(id, JSON.parse(image))
  const purchases = new Set(
    [...images.values()].flatMap(({ id, kind, refund_of: of }) =>
      kind === 'purchase' ? [id] : kind === 'refund' && of !== null ? [of] : [],
    ),
  )
  if (purchases.size === 0) return []
  const standing = await db
    .selectFrom('entry')
    .select(['id', 'kind', 'amount', 'refund_of', 'void'])
    .where((where) => where.or([where('id', 'in', [...purchases]), where('refund_of', 'in', [...purchases])]))
    .execute()
  const groups = new Map<number, MoneyRow[]>()
  for (const row of [...standing.filter(({ id }) => !goes(id) && !images.has(id)), ...images.values()]) {
    const purchase = row.refund_of ?? row.id
    groups.set(purchase, [...(groups.get(purchase) ?? []), row])
  }
  const wrong = [...groups]
    .filter(
      ([purchase, rows]) =>
        !addsUp(
          rows.find(({ id }) => id === purchase),
          rows,
        ),
    )
    .map(([, rows]) => rows)
  const found = await Promise.all(wrong.map((rows) => newestLater(db, change, rows)))
  return wrong.flatMap((rows, at) =>
    rows.filter(({ id }) => images.has(id)).map(({ id }) => ({ id, change: found[at] ?? change })),
  )
}

/** Whether what was refunded of a purchase is no more than it, and nothing of one that is void. */
function addsUp(purchase: MoneyRow | undefined, rows: readonly MoneyRow[]): boolean {
  const refunds = rows.filter(({ kind, void: isVoid }) => kind === 'refund' && isVoid === 0)
  if (purchase?.kind !== 'purchase' || refunds.length === 0) return true
  return purchase.void === 0 && refunds.reduce((sum, { amount }) => sum + amount, 0) <= purchase.amount
}

/** The newest live change after a change that made or touched one of the entries. */
async function newestLater(db: Db, change: number, rows: readonly MoneyRow[]): Promise<number | null> {
  const ids = rows.map(({ id }) => id)
  const made = db.selectFrom('entry').select('change_id').where('id', 'in', ids)
  const touched = db
    .selectFrom('change_row')
    .select('change_id')
    .where('table_name', '=', 'entry')
    .where('row_id', 'in', ids)
  const { rows: found } = await sql<{
    change: number | null
  }>`select max(r.change_id) as change from ${made.unionAll(touched)} r where ${later(change)}`.execute(db)
  return found[0]?.change ?? null
}
