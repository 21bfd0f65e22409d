import type Database from 'better-sqlite3'
import { sql } from 'kysely'
import type { Db } from '../db.ts'

/**
 * Has foreign keys looked at when the running transaction commits: until then the order of rows and tables does not
 * matter.
 */
export async function checkKeysAtCommit(db: Db): Promise<void> {
  await sql`pragma defer_foreign_keys = on`.execute(db)
}

/**
 * Runs work whose foreign keys are checked by itself, in one ordered pass before it commits, instead of by SQLite row
 * by row. A random look at the parent for each row pushes everything else out of the page cache: 40 % of a large import
 * (measured). Must not be called inside a transaction, where SQLite ignores the switch.
 */
export async function checkingKeysLater<Result>(
  sqlite: Database.Database,
  work: () => Promise<Result>,
): Promise<Result> {
  sqlite.pragma('foreign_keys = OFF')
  try {
    return await work()
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
}

/**
 * Whether one of the rows from an id on names a parent that is not there: what `checkingKeysLater` left unchecked,
 * where they come in the order of their parents.
 */
export function hasOrphans(
  sqlite: Database.Database,
  table: string,
  column: string,
  parent: string,
  from: number,
): boolean {
  const orphan = sqlite.prepare(
    `SELECT 1 FROM ${table} AS child WHERE id >= ? AND ${column} IS NOT NULL AND NOT EXISTS (SELECT 1
      FROM ${parent} AS parent WHERE parent.id = child.${column}) LIMIT 1`,
  )
  return orphan.get(from) !== undefined
}
