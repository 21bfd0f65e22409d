import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { placeUnderFreeName } from '../files/place.ts'
import { connect } from './connect.ts'
import { writeCopy } from './copy-out.ts'

/** The schema version this program writes: the number of the newest file in `migrations/`. */
export function newestVersion(folder: string): number {
  return Number(files(folder).at(-1)?.slice(0, 4) ?? 0)
}

function files(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
}

/**
 * Brings the file up to date, all steps and their `user_version` in one transaction. A ledger that stands at `path` is
 * copied beside itself first, under the same lock: of several that start at once one does it, and what the copy holds
 * is what was migrated.
 */
export function migrate(sqlite: Database.Database, path: string | null, folder: string): void {
  sqlite.exec('BEGIN IMMEDIATE')
  try {
    const version = versionOf(sqlite)
    if (version < newestVersion(folder)) {
      if (path !== null) keepCopy(path, version)
      migrationsUpTo(sqlite, folder)
    }
    sqlite.exec('COMMIT')
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    throw error
  }
}

const versionOf = (sqlite: Database.Database) => sqlite.pragma('user_version', { simple: true }) as number

/** Runs the steps that a file has not seen, in the transaction that is running. */
export function migrationsUpTo(sqlite: Database.Database, folder: string): void {
  // A step may spell a CHECK anew, for which SQLite must let its own table be written.
  sqlite.unsafeMode(true)
  try {
    for (const file of files(folder)) {
      const version = Number(file.slice(0, 4))
      if (versionOf(sqlite) >= version) continue
      sqlite.exec(readFileSync(join(folder, file), 'utf8'))
      sqlite.pragma(`user_version = ${version}`)
    }
  } finally {
    sqlite.unsafeMode(false)
  }
}

// Through a connection of its own: the one that holds the lock is in a transaction, in which SQLite writes no copy.
function keepCopy(path: string, version: number): void {
  const reader = connect(path)
  try {
    writeCopy(reader, `${path}.before-migration-${version}`, (finished, name) => placeUnderFreeName(finished, name))
  } finally {
    reader.close()
  }
}
