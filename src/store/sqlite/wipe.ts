import type Database from 'better-sqlite3'
import { patience } from './connect.ts'

/** From now on what is deleted or written over is overwritten in the file as well. */
export function overwriteDeleted(sqlite: Database.Database): void {
  sqlite.pragma('secure_delete = ON')
}

/**
 * Leaves nothing in file or log of what is no longer in the ledger: the log is played in and cut, the file written
 * anew, and the log of that played in and cut. False where somebody who reads an older moment holds it up, or the disk
 * has no room: then all of it is still to be done.
 */
export function wipe(sqlite: Database.Database): boolean {
  sqlite.pragma('busy_timeout = 2000')
  try {
    if (!logIsCut(sqlite)) return false
    sqlite.exec('VACUUM')
    return logIsCut(sqlite)
  } catch (error) {
    if (/^SQLITE_(BUSY|LOCKED|FULL|IOERR)/.test(String((error as { code?: unknown }).code))) return false
    throw error
  } finally {
    sqlite.pragma(`busy_timeout = ${patience}`)
  }
}

function logIsCut(sqlite: Database.Database): boolean {
  const [told] = sqlite.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  return told?.busy === 0
}
