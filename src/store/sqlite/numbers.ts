import { sql } from 'kysely'
import type { Db } from '../db.ts'

/**
 * The last number given to a row of each table, which may be gone since: an undo may later bring back a row above what
 * is now the newest.
 */
export async function lastNumbers(db: Db): Promise<Map<string, number>> {
  const { rows } = await sql<{ name: string; seq: number }>`select name, seq from sqlite_sequence`.execute(db)
  return new Map(rows.map(({ name, seq }) => [name, seq]))
}

/** The numbers of a table begin with 1 again. */
export async function numberAnew(db: Db, table: string): Promise<void> {
  await sql`update sqlite_sequence set seq = 0 where name = ${table}`.execute(db)
}

/** The numbers of a table go on after this one, where they have not come so far: it has stood for a row. */
export async function numberAfter(db: Db, table: string, last: number): Promise<void> {
  await sql`update sqlite_sequence set seq = max(seq, ${last}) where name = ${table}`.execute(db)
}
