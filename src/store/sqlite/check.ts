import Database from 'better-sqlite3'
import { createInMemory } from './create.ts'

/**
 * What SQLite finds broken in the file, in its own words; empty when whole. What keeps it from looking (a lock, a full
 * disk) is thrown.
 */
export function brokenPages(sqlite: Database.Database): string[] {
  try {
    const found = sqlite.pragma('integrity_check(20)') as { integrity_check: string }[]
    const broken = found.map((row) => row.integrity_check).filter((line) => line !== 'ok')
    return broken.length > 0 ? broken : miscountedIndexes(sqlite)
  } catch (error) {
    if (isDamage(error)) return [(error as Error).message]
    throw error
  }
}

/** SQLite's own check does not count what is in an index of some rows only. */
function miscountedIndexes(sqlite: Database.Database): string[] {
  const partial = sqlite.prepare(
    `SELECT s.name, s.tbl_name AS "table", s.sql FROM sqlite_schema s JOIN pragma_index_list(s.tbl_name) l
      ON l.name = s.name WHERE s.type = 'index' AND l.partial = 1`,
  )
  return (partial.all() as { name: string; table: string; sql: string }[]).flatMap(({ name, table, sql }) => {
    const where = /\bWHERE\b(.*)$/is.exec(sql)?.[1] ?? ''
    const count = (from: string) => `(SELECT count(*) FROM ${from} WHERE ${where})`
    // One question: between two of them another command may write, which is no damage.
    const asked = `SELECT ${count(`"${table}" INDEXED BY "${name}"`)} = ${count(`"${table}" NOT INDEXED`)}`
    return sqlite.prepare(asked).pluck().get() === 1 ? [] : [`wrong # of entries in index ${name}`]
  })
}

/** What SQLite calls damage, and nothing else: a full disk, a lock or a missing permission is none. */
export function isDamage(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError &&
    (/^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(error.code) ||
      /^(malformed database schema|unsupported file format)/.test(error.message))
  )
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
  const expected = createInMemory(migrations)
  try {
    const [wanted, found] = [schemaOf(expected), schemaOf(sqlite)]
    return [...new Set([...wanted.keys(), ...found.keys()])]
      .filter((name) => wanted.get(name) !== found.get(name))
      .sort()
  } finally {
    expected.close()
  }
}

function schemaOf(sqlite: Database.Database): Map<string, string> {
  const rows = sqlite
    .prepare(`select name, sql from sqlite_master where name not like 'sqlite\\_%' escape '\\'`)
    .all() as { name: string; sql: string }[]
  return new Map(rows.map(({ name, sql }) => [name, sql]))
}
