import { copyFileSync, existsSync, mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { LedgerError } from '../../ledger/errors.ts'
import { fileAt } from '../files/address.ts'
import { dropAtExit } from '../files/temporary.ts'
import { mayWrite } from './file.ts'

export const patience = 30_000

/**
 * Opens a file that is there: SQLite, asked for one that has just gone, would make an empty one. Throws file.unwritable
 * before it puts anything beside one that this user may not write.
 */
export function connect(path: string): Database.Database {
  if (fileAt(path) && !mayWrite(path)) throw new LedgerError('file.unwritable', { path })
  // The full name: some short ones, and blanks around them, mean something else to the driver.
  return new Database(resolve(path), { timeout: patience, fileMustExist: true })
}

/**
 * Of several that do so at once one is told at once that the file is busy, however patient it is: it is the other's
 * doing then.
 */
export function goToWal(sqlite: Database.Database): void {
  try {
    sqlite.pragma('journal_mode = WAL')
  } catch (error) {
    if (!(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error
  }
}

/**
 * The same to read. Where nothing may be written, on a read-only disk or a full one, SQLite cannot put its index beside
 * a ledger: then what is read is a private copy, its log included. So too for a user who may not write the ledger: what
 * they put beside it would be in its owner's way.
 */
export function connectToRead(path: string, temporary: string): Database.Database {
  if (isTooFullToMap(path) || !mayWrite(path)) return connectToCopy(path, temporary)
  const sqlite = connect(path)
  try {
    sqlite.prepare('SELECT count(*) FROM sqlite_schema').get()
    return sqlite
  } catch (error) {
    sqlite.close()
    if (
      !(
        error instanceof Database.SqliteError &&
        /^SQLITE_(READONLY|CANTOPEN|IOERR_(SHM|LOCK|WRITE|TRUNCATE|FSYNC))/.test(error.code)
      )
    )
      throw error
    return connectToCopy(path, temporary)
  }
}

function connectToCopy(path: string, temporary: string): Database.Database {
  const folder = mkdtempSync(join(temporary, 'regulars-read-'))
  dropAtExit(folder)
  const copy = join(folder, 'copy.db')
  try {
    copyWhole(path, copy)
    const sqlite = connect(copy)
    // Takes the log in; after that the open file is all that is needed.
    sqlite.pragma('journal_mode = DELETE')
    sqlite.prepare('SELECT count(*) FROM sqlite_schema').get()
    rmSync(folder, { recursive: true, force: true })
    return sqlite
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES') throw new LedgerError('file.unreadable', { path })
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL')
      throw new LedgerError('file.full', { path: temporary })
    throw error
  }
}

/** Copies a file with its log; again where somebody wrote meanwhile. */
function copyWhole(path: string, copy: string): void {
  const tails = ['', '-wal', '-journal'].filter((tail) => existsSync(path + tail))
  const state = () =>
    tails
      .map((tail) => statSync(path + tail, { throwIfNoEntry: false }))
      .map((found) => `${found?.size} ${found?.mtimeMs}`)
  for (let turn = 0; turn < 20; turn++) {
    const before = state()
    for (const tail of tails) copyFileSync(path + tail, copy + tail)
    if (state().every((line, at) => line === before[at])) return
  }
  throw new LedgerError('file.busy', { path })
}

/**
 * Whether the disk is so full, in blocks smaller than a page of memory, that SQLite's index would have holes and the
 * system would end the program for touching one.
 */
export function isTooFullToMap(path: string): boolean {
  const { bsize, bavail } = statfsSync(dirname(resolve(path)))
  return bsize < 4096 && bsize * bavail < 128 * 1024
}
