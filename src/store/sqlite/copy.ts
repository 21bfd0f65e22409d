import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { LedgerError } from '../../ledger/errors.ts'
import { brokenPages, danglingRows } from './check.ts'
import { looksLikeLedger, makePrivate, settleOnDisk } from './file.ts'
import { migrate, newestVersion } from './migrate.ts'

/**
 * Writes the ledger as it is at this moment into a new private file, while others go on writing. One file, no log beside it. Not SQLite's
 * page-wise backup: that begins anew whenever another process writes.
 */
export function copyInto(sqlite: Database.Database, target: string): void {
  rmSync(target, { force: true })
  makePrivate(target)
  try {
    sqlite.prepare('VACUUM INTO ?').run(target)
    settleOnDisk(target)
  } catch (error) {
    rmSync(target, { force: true })
    throw error
  }
}

/**
 * Copies a backup beside where it shall go and makes sure of it: a whole ledger, of this program's version or brought up to it. Throws
 * file.not-a-ledger, file.newer, file.damaged. The backup itself is not touched.
 */
export function readyCopy(backup: string, target: string, migrations: string): void {
  if (!looksLikeLedger(backup)) throw new LedgerError('file.not-a-ledger', { path: backup })
  const source = new Database(backup, { fileMustExist: true })
  try {
    source.pragma('query_only = ON')
    const [found, known] = [source.pragma('user_version', { simple: true }) as number, newestVersion(migrations)]
    if (found > known) throw new LedgerError('file.newer', { path: backup, found, known })
    if (!isSound(source)) throw new LedgerError('file.damaged', { path: backup })
    source.pragma('query_only = OFF')
    copyInto(source, target)
  } finally {
    source.close()
  }
  const copy = new Database(target)
  try {
    migrate(copy, null, migrations)
  } finally {
    copy.close()
  }
}

/** Whether a finished copy reads back whole. */
export function readsBack(path: string): boolean {
  const copy = new Database(path, { readonly: true, fileMustExist: true })
  try {
    return isSound(copy)
  } finally {
    copy.close()
  }
}

function isSound(sqlite: Database.Database): boolean {
  return brokenPages(sqlite).length === 0 && Object.keys(danglingRows(sqlite)).length === 0
}

/**
 * Puts a ready file where a ledger stands, and keeps that one as `aside`. Its log is written into it first, and nobody else has it open
 * meanwhile (else file.busy, from SQLite); a file too damaged for that moves as it is, log and all.
 */
export function replaceLedger(ready: string, path: string, aside: string): void {
  const closed = withdraw(path)
  for (const tail of closed ? [] : ['-wal', '-shm']) if (existsSync(path + tail)) renameSync(path + tail, aside + tail)
  try {
    linkSync(path, aside)
  } catch {
    renameSync(path, aside)
  }
  renameSync(ready, path)
}

function withdraw(path: string): boolean {
  if (!looksLikeLedger(path)) throw new LedgerError('file.not-a-ledger', { path })
  const sqlite = new Database(path, { timeout: 30_000 })
  try {
    // Leaving WAL needs the file for oneself alone, and takes the log into it.
    sqlite.pragma('journal_mode = DELETE')
    return true
  } catch (error) {
    if (error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(error.code)) return false
    throw error
  } finally {
    sqlite.close()
  }
}
