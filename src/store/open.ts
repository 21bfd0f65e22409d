import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { LedgerError } from '../ledger/errors.ts'
import { migrate, newestVersion } from './migrate.ts'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>

/** An open ledger file: through Kysely for the house, bare for the few loops that show the measurement that needs it. */
export interface Store {
  readonly path: string
  readonly db: Db
  readonly sqlite: Database.Database
  close(): void
}

/** `read` never changes the file; `write` migrates it first; `create` makes it, 0600 in a 0700 folder, when it is not there. */
export type Intent = 'read' | 'write' | 'create'

/** "rglr": the first four bytes of what `file` can know a ledger by. */
const applicationId = 0x72676c72
const patience = 30_000

/** Whether there is a ledger to open: a file of no bytes is a place for one, not one. */
export function ledgerExists(path: string): boolean {
  return existsSync(path) && statSync(path).size > 0
}

/**
 * Opens the ledger at `path`. Throws file.missing, file.not-a-ledger, file.newer, file.older (read only), file.busy, file.damaged,
 * file.unwritable; a file that is no ledger is left as it is.
 */
export function openStore(path: string, intent: Intent, migrations: string): Store {
  const exists = ledgerExists(path)
  if (!exists && intent !== 'create') throw new LedgerError('file.missing', { path })
  if (!exists) makePlace(path)
  const sqlite = connect(path)
  try {
    const known = newestVersion(migrations)
    const found = exists ? identify(sqlite, path, known) : 0
    if (intent === 'read' && found < known) throw new LedgerError('file.older', { path, found, known })
    if (!exists) {
      sqlite.pragma(`application_id = ${applicationId}`)
      sqlite.pragma('journal_mode = WAL')
      chmodSync(path, 0o600)
    }
    settle(sqlite, intent)
    if (found < known) migrate(sqlite, path, migrations, { copyFirst: exists })
  } catch (error) {
    sqlite.close()
    throw error
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) })
  return { path, db, sqlite, close: () => sqlite.close() }
}

function makePlace(path: string): void {
  const folder = dirname(path)
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 })
}

function connect(path: string): Database.Database {
  return new Database(path, { timeout: patience })
}

function identify(sqlite: Database.Database, path: string, known: number): number {
  let id: unknown
  try {
    id = sqlite.pragma('application_id', { simple: true })
  } catch (error) {
    if (isSqlite(error, 'SQLITE_NOTADB')) throw new LedgerError('file.not-a-ledger', { path })
    throw error
  }
  if (id !== applicationId) throw new LedgerError('file.not-a-ledger', { path })
  const found = sqlite.pragma('user_version', { simple: true }) as number
  if (found > known) throw new LedgerError('file.newer', { path, found, known })
  return found
}

function settle(sqlite: Database.Database, intent: Intent): void {
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  // 32 MB: an import of any size stays under 200 MB, 64 MB does not (PACKAGES).
  sqlite.pragma('cache_size = -32000')
  if (intent === 'read') sqlite.pragma('query_only = ON')
}

export function isSqlite(error: unknown, code: string): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith(code)
}
