import type Database from 'better-sqlite3'

/** Two megabytes of pages instead of sixteen: what is read from end to end once finds nothing again in more. */
export function keepFewPages(sqlite: Database.Database): void {
  sqlite.pragma('cache_size = -2000')
}
