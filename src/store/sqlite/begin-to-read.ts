import type Database from 'better-sqlite3'

/** From the first query to the last one moment is read, whatever others write meanwhile. */
export function beginToRead(sqlite: Database.Database): void {
  // Who reads goes through it once, and finds little again.
  sqlite.pragma('cache_size = -4000')
  sqlite.pragma('query_only = ON')
  sqlite.exec('BEGIN')
}
