import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Kysely, type KyselyConfig, type KyselyPlugin, SqliteDialect } from 'kysely'
import { LedgerError } from '../../ledger/errors.ts'
import type { Hearer, Intent, Store } from '../db.ts'
import { ListCompiler } from '../lists.ts'
import type { Tables } from '../tables.ts'
import { applicationId, ledgerExists, looksLikeLedger, makePlace, makePrivate, putInPlace } from './file.ts'
import { migrate, newestVersion } from './migrate.ts'

const patience = 30_000

interface Opened {
  readonly dryRun?: boolean
  readonly hearer?: Hearer | undefined
}

/**
 * Opens the ledger at `path`; in a dry run nothing is migrated, and what would be made is made in memory. Throws file.missing, file.is-folder, file.not-a-ledger, file.newer, file.older (read only, dry run), file.busy,
 * file.damaged, file.unreadable, file.unwritable; a file that is no ledger is left as it is.
 */
export function openStore(path: string, intent: Intent, migrations: string, { dryRun = false, hearer }: Opened = {}): Store {
  if (!ledgerExists(path)) {
    if (intent !== 'create') throw new LedgerError('file.missing', { path })
    if (dryRun) return asStore(path, createEmpty(':memory:', migrations), hearer)
    createLedger(path, migrations)
  }
  if (!looksLikeLedger(path)) throw new LedgerError('file.not-a-ledger', { path })
  const sqlite = connect(path)
  try {
    const known = newestVersion(migrations)
    const found = sqlite.pragma('user_version', { simple: true }) as number
    if (found > known) throw new LedgerError('file.newer', { path, found, known })
    if (found < known && (intent === 'read' || dryRun)) throw new LedgerError('file.older', { path, found, known })
    settle(sqlite, intent === 'read')
    if (found < known) migrate(sqlite, path, migrations)
  } catch (error) {
    sqlite.close()
    throw error
  }
  return asStore(path, sqlite, hearer)
}

class Dialect extends SqliteDialect {
  override createQueryCompiler() {
    return new ListCompiler()
  }
}

function asStore(path: string, sqlite: Database.Database, hearer: Hearer | undefined): Store {
  const dialect = new Dialect({ database: sqlite })
  const db = new Kysely<Tables>(hearer ? { dialect, ...heardBy(hearer) } : { dialect })
  return { path, db, sqlite, close: () => sqlite.close() }
}

function heardBy({ asked, answered }: Hearer): Pick<KyselyConfig, 'log' | 'plugins'> {
  const listen: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      asked(queryId)
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { plugins: [listen], log: ({ query }) => answered(query.queryId, query.sql) }
}

// Whole before it is there: of two that start at once, neither meets the other's half of a ledger.
function createLedger(path: string, migrations: string): void {
  makePlace(path)
  const unborn = `${path}.new-${process.pid}`
  rmSync(unborn, { force: true })
  makePrivate(unborn)
  try {
    createEmpty(unborn, migrations).close()
    putInPlace(unborn, path)
  } finally {
    rmSync(unborn, { force: true })
  }
}

/** A ledger with nothing in it, at a path or in memory. */
export function createEmpty(path: string, migrations: string): Database.Database {
  const sqlite = connect(path)
  sqlite.pragma(`application_id = ${applicationId}`)
  settle(sqlite, false)
  migrate(sqlite, null, migrations)
  return sqlite
}

function connect(path: string): Database.Database {
  return new Database(path, { timeout: patience })
}

function settle(sqlite: Database.Database, readOnly: boolean): void {
  // A backup put back by hand is no longer in WAL: the next one who writes sees to it.
  if (!readOnly && sqlite.pragma('journal_mode', { simple: true }) !== 'wal') sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  // 32 MB: an import of any size stays under 200 MB, 64 MB does not (PACKAGES).
  sqlite.pragma('cache_size = -32000')
  if (readOnly) sqlite.pragma('query_only = ON')
}
