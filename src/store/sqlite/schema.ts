import { sql } from 'kysely'
import type { Db } from '../db.ts'
import type { DeclaredColumn, ForeignKey, UniqueKey } from '../engine.ts'

/**
 * How the tables of the file hang together, read from the file itself: a table added later is known without a word
 * here.
 */
export async function foreignKeys(db: Db): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select m.name as child, f."from" as "column", f."table" as parent
    from sqlite_master m, pragma_foreign_key_list(m.name) f
    where m.type = 'table' and f."table" <> 'change' order by m.name, f.id`.execute(db)
  return rows
}

export async function uniqueKeys(db: Db): Promise<UniqueKey[]> {
  const { rows } = await sql<{ table: string; columns: string }>`
    select m.name as "table", (select json_group_array(k.name) from pragma_index_info(i.name) k) as columns
    from sqlite_master m, pragma_index_list(m.name) i
    where m.type = 'table' and i."unique" = 1 and i.origin <> 'pk' order by m.name, i.name`.execute(db)
  return rows.map(({ table, columns }) => ({ table, columns: JSON.parse(columns) as string[] }))
}

export async function tableColumns(db: Db, table: string): Promise<DeclaredColumn[]> {
  const { rows } =
    await sql<DeclaredColumn>`select name, type, "notnull", dflt_value as standard from pragma_table_info(${table}) order by cid`.execute(
      db,
    )
  return rows
}

/** The columns of a table whose values the file's own rules list. */
export async function closedColumns(db: Db, table: string): Promise<Set<string>> {
  const { rows } = await sql<{ text: string }>`
    select sql as text from sqlite_master where type = 'table' and name = ${table}`.execute(db)
  const found = rows.flatMap(({ text }) => [...text.matchAll(/CHECK \(\s*"?(\w+)"? (?:IN \(|= ')/g)])
  return new Set(found.map(([, column = '']) => column))
}
