import Database from 'better-sqlite3'
import { LedgerError } from '../../ledger/errors.ts'
import { dropTemporary, makeTemporary } from '../files/temporary.ts'
import { settleOnDisk } from './file.ts'

/**
 * Writes the ledger as it is at this moment into a new private file beside `path`, while others go on writing, and
 * hands it to `place` when it is on the disk. One file, no log beside it. Not SQLite's page-wise backup: that begins
 * anew whenever another process writes.
 */
export function writeCopy<Placed>(
  sqlite: Database.Database,
  path: string,
  place: (finished: string, path: string) => Placed,
): Placed {
  const waiting = makeTemporaryFor(path)
  try {
    vacuumInto(sqlite, waiting, path)
    return place(waiting, path)
  } finally {
    dropTemporary(waiting)
  }
}

/**
 * A private file to be filled; what cannot be written is said of the place it was to go to. Throws
 * usage.out-unwritable, file.full.
 */
export function makeTemporaryFor(path: string, what: 'part' | 'restoring' = 'part'): string {
  try {
    return makeTemporary(path, what)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new LedgerError('file.full', { path })
    if (code !== undefined && /^E[A-Z]+$/.test(code)) throw new LedgerError('usage.out-unwritable', { path })
    throw error
  }
}

/** Lets go of the one moment a reader sees: inside a transaction SQLite writes no copy, nor where it may only ask. */
export function endReading(sqlite: Database.Database): void {
  if (sqlite.inTransaction) sqlite.exec('COMMIT')
  sqlite.pragma('query_only = OFF')
}

/**
 * Fills an empty private file with the ledger as it is now; `place` is where it will stand, for what is said when that
 * cannot be.
 */
export function vacuumInto(sqlite: Database.Database, file: string, place: string): void {
  try {
    sqlite.prepare('VACUUM INTO ?').run(file)
    settleOnDisk(file)
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (/^SQLITE_FULL|^ENOSPC|^EDQUOT/.test(code)) throw new LedgerError('file.full', { path: place })
    if (error instanceof Database.SqliteError && /^SQLITE_(CANTOPEN|READONLY|IOERR)/.test(code))
      throw new LedgerError('usage.out-unwritable', { path: place })
    throw error
  }
}
