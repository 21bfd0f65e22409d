import { sql } from 'kysely'
import type { Db } from '../db.ts'
import type { DeclaredColumn, ForeignKey, UniqueKey } from '../engine.ts'

const here = sql`current_schema()::regnamespace`

export async function foreignKeys(db: Db): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select child.relname as child, a.attname as "column", parent.relname as parent
    from pg_constraint k join pg_class child on child.oid = k.conrelid join pg_class parent on parent.oid = k.confrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.connamespace = ${here} and parent.relname <> 'change'
    order by child.relname, k.oid`.execute(db)
  return rows
}

export async function uniqueKeys(db: Db): Promise<UniqueKey[]> {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select t.relname as "table",
      (select json_agg(a.attname order by n.place) from unnest(i.indkey::smallint[]) with ordinality as n(key, place)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = n.key) as columns
    from pg_index i join pg_class t on t.oid = i.indrelid
    where i.indisunique and not i.indisprimary and t.relnamespace = ${here} order by t.relname, i.indexrelid`.execute(
    db,
  )
  return rows.map(({ table, columns }) => ({ table, columns: asList(columns) }))
}

export async function tableColumns(db: Db, table: string): Promise<DeclaredColumn[]> {
  const { rows } = await sql<DeclaredColumn>`
    select a.attname as name, case format_type(a.atttypid, a.atttypmod) when 'text' then 'TEXT' when 'json' then 'TEXT'
        when 'double precision' then 'REAL' else 'INTEGER' end as type,
      case when a.attnotnull then 1 else 0 end as notnull, pg_get_expr(d.adbin, d.adrelid) as standard
    from pg_attribute a join pg_class t on t.oid = a.attrelid
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where t.relnamespace = ${here} and t.relname = ${table} and a.attnum > 0 and not a.attisdropped
    order by a.attnum`.execute(db)
  return rows
}

export async function closedColumns(db: Db, table: string): Promise<Set<string>> {
  const { rows } = await sql<{ text: string }>`
    select pg_get_constraintdef(k.oid) as text from pg_constraint k join pg_class t on t.oid = k.conrelid
    where k.contype = 'c' and t.relnamespace = ${here} and t.relname = ${table}`.execute(db)
  const found = rows.flatMap(({ text }) => [...text.matchAll(/^CHECK \(\(\(?"?(\w+)"?\)? = ANY \(/g)])
  return new Set(found.map(([, column = '']) => column))
}

/** JSON comes as the text it is. */
function asList(found: unknown): string[] {
  return typeof found === 'string' ? (JSON.parse(found) as string[]) : (found as string[])
}
