import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { makePrivate } from './file.ts'

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
 * Brings the file up to date, each step in one transaction with its `user_version`, so that both stand or neither does. A ledger that
 * stands at `path` is copied beside itself first. Another process may have done it meanwhile: the version is read again under the lock.
 */
export function migrate(sqlite: Database.Database, path: string | null, folder: string): void {
  if (path !== null) {
    const copy = `${path}.before-migration-${sqlite.pragma('user_version', { simple: true })}-${process.pid}`
    makePrivate(copy)
    sqlite.prepare('VACUUM INTO ?').run(copy)
  }
  for (const file of files(folder)) {
    const version = Number(file.slice(0, 4))
    const step = sqlite.transaction(() => {
      if ((sqlite.pragma('user_version', { simple: true }) as number) >= version) return
      sqlite.exec(readFileSync(join(folder, file), 'utf8'))
      sqlite.pragma(`user_version = ${version}`)
    })
    // A step may spell a CHECK anew, for which SQLite must let its own table be written.
    sqlite.unsafeMode(true)
    try {
      step.immediate()
    } finally {
      sqlite.unsafeMode(false)
    }
  }
}
