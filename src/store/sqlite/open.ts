import type { Stats } from 'node:fs'
import type Database from 'better-sqlite3'
import { LedgerError } from '../../ledger/errors.ts'
import type { Hearer, Intent, Store, StoreOptions } from '../db.ts'
import { fileAt, isSameFile } from '../files/address.ts'
import { queriesOf } from '../hear.ts'
import { connect, connectToRead, goToWal, isTooFullToMap } from './connect.ts'
import { createInMemory, createLedger } from './create.ts'
import { discardEmpty } from './discard-empty.ts'
import { FileDialect } from './engine.ts'
import { holdOpen, ledgerExists, looksLikeLedger } from './file.ts'
import { migrate, newestVersion } from './migrate.ts'
import { foreignBeside } from './tails.ts'
import { overwriteDeleted, wipe } from './wipe.ts'

/**
 * Opens the ledger at `path`; to read, all that is read is the ledger as it was at one moment. In a dry run nothing is
 * migrated, and what would be made is made in memory. Throws file.missing, file.address, file.is-folder,
 * file.not-regular, file.not-a-ledger, file.newer, file.older (read only, dry run), file.foreign, file.beside,
 * file.busy, file.damaged, file.unreadable, file.unwritable; a file that is no ledger is left as it is.
 */
export function openStore(path: string, intent: Intent, options: StoreOptions): Store {
  const { migrations, dryRun = false } = options
  const left: string[] = []
  // Whoever takes an empty ledger away and whoever makes it anew may meet more than once, not without end.
  for (let turn = 0; turn < 100; turn++) {
    if (!ledgerExists(path)) {
      if (intent !== 'create') throw new LedgerError('file.missing', { path })
      if (dryRun) return openInMemory(path, options)
      left.push(...createLedger(path, migrations))
    }
    const opened = openUnlessGone(path, intent, options)
    if (opened) return asStore(path, opened, left, options.hearer)
  }
  throw new LedgerError('file.busy', { path })
}

/** About 200,000 purchases. */
const largeAbove = 30_000_000

/** A ledger made for this once, that is never written down. */
export function openInMemory(path: string, { migrations, hearer }: StoreOptions): Store {
  return asStore(path, createInMemory(migrations), [], hearer)
}

/** Null where the file went, or was emptied, between the look and the opening: what failed then is not told. */
function openUnlessGone(path: string, intent: Intent, options: StoreOptions): Database.Database | null {
  const place = fileAt(path)
  if (!place || place.size === 0) return null
  try {
    return openFile(path, place, intent, options)
  } catch (error) {
    if (isAt(path, place)) throw error
    return null
  }
}

const isAt = (path: string, place: Stats) => isSameFile(fileAt(path), place)

function openFile(
  path: string,
  place: Stats,
  intent: Intent,
  { migrations, temporary, dryRun = false }: StoreOptions,
): Database.Database | null {
  if (!looksLikeLedger(path)) throw new LedgerError('file.not-a-ledger', { path })
  const [foreign] = foreignBeside(path)
  if (foreign !== undefined) throw new LedgerError('file.foreign', { path, beside: foreign })
  if (intent !== 'read' && isTooFullToMap(path)) throw new LedgerError('file.full', { path })
  const sqlite = intent === 'read' ? connectToRead(path, temporary) : connect(path)
  try {
    const known = newestVersion(migrations)
    const found = sqlite.pragma('user_version', { simple: true }) as number
    if (!isAt(path, place) || (found === 0 && isEmpty(sqlite))) {
      sqlite.close()
      return null
    }
    if (found > known) throw new LedgerError('file.newer', { path, found, known })
    if (found < known && (intent === 'read' || dryRun)) throw new LedgerError('file.older', { path, found, known })
    // There are tables, and the file says that none was made yet.
    if (found === 0) throw new LedgerError('file.damaged', { path })
    settle(sqlite, intent === 'read')
    if (found < known) migrate(sqlite, path, migrations)
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}

function isEmpty(sqlite: Database.Database): boolean {
  return sqlite.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0
}

export function asStore(
  path: string,
  sqlite: Database.Database,
  leftBehind: readonly string[],
  hearer: Hearer | undefined,
): Store {
  const db = queriesOf(new FileDialect({ database: sqlite }), hearer)
  const release = sqlite.memory ? () => {} : holdOpen(path)
  const close = () => {
    if (sqlite.open) release()
    sqlite.close()
  }
  const isOpen = () => sqlite.open
  const bytes = () => fileAt(path)?.size ?? 0
  const store: Store = {
    path,
    db,
    sqlite,
    leftBehind,
    isOpen,
    version: () => sqlite.pragma('user_version', { simple: true }) as number,
    isLarge: () => bytes() > largeAbove,
    bytes,
    onFile: (work) => work(store),
    onCopy: (work) => work(store),
    overwriteDeleted: () => overwriteDeleted(sqlite),
    wipe: () => wipe(sqlite),
    discardEmpty: () => discardEmpty({ path, sqlite, close }),
    close,
  }
  return store
}

function settle(sqlite: Database.Database, readOnly: boolean): void {
  // A backup put back by hand is no longer in WAL: the next one who writes sees to it.
  if (!readOnly && sqlite.pragma('journal_mode', { simple: true }) !== 'wal') goToWal(sqlite)
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  // 32 MB: an import of any size stays under 200 MB, 64 MB does not (PACKAGES). Who reads goes through it once, and
  // finds little again.
  sqlite.pragma(`cache_size = -${readOnly ? 4_000 : 32_000}`)
  if (!readOnly) return
  sqlite.pragma('query_only = ON')
  // From the first query to the last one moment is read, whatever others write meanwhile.
  sqlite.exec('BEGIN')
}
