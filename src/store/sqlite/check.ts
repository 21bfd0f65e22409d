import type Database from 'better-sqlite3'
import { createEmpty } from './open.ts'

/** What SQLite finds broken in the file, in its own words; empty when whole. */
export function brokenPages(sqlite: Database.Database): string[] {
  try {
    const found = sqlite.pragma('integrity_check(20)') as { integrity_check: string }[]
    return found.map((row) => row.integrity_check).filter((line) => line !== 'ok')
  } catch (error) {
    return [(error as Error).message]
  }
}

/** How many rows of each table name a row that is not there. */
export function danglingRows(sqlite: Database.Database): Record<string, number> {
  const found = sqlite.pragma('foreign_key_check') as { table: string }[]
  const counts: Record<string, number> = {}
  for (const { table } of found) counts[table] = (counts[table] ?? 0) + 1
  return counts
}

/** Tables and indexes that are not as `migrations/` make them: missing, different, or strange to them. */
export function schemaDifferences(sqlite: Database.Database, migrations: string): string[] {
  const expected = createEmpty(':memory:', migrations)
  try {
    const [wanted, found] = [schemaOf(expected), schemaOf(sqlite)]
    return [...new Set([...wanted.keys(), ...found.keys()])].filter((name) => wanted.get(name) !== found.get(name)).sort()
  } finally {
    expected.close()
  }
}

function schemaOf(sqlite: Database.Database): Map<string, string> {
  const rows = sqlite.prepare(`select name, sql from sqlite_master where name not like 'sqlite\\_%' escape '\\'`).all() as { name: string; sql: string }[]
  return new Map(rows.map(({ name, sql }) => [name, sql]))
}
