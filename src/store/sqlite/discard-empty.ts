import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { dropTails } from './tails.ts'

/**
 * Takes away a ledger file in which nothing was ever written down, and closes it; false when something was, or another
 * process has it open. What was begun in it is rolled back.
 */
export function discardEmpty({
  path,
  sqlite,
  close,
}: {
  readonly path: string
  readonly sqlite: Database.Database
  close(): void
}): boolean {
  try {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    // Whatever stands in a ledger was put there by a change.
    const used = sqlite.prepare('SELECT 1 FROM change')
    if (used.get() !== undefined) return false
    // To leave WAL takes the file for oneself alone: whoever has it open for reading or writing keeps it.
    sqlite.pragma('busy_timeout = 0')
    if (sqlite.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') return false
    sqlite.exec('BEGIN EXCLUSIVE')
    const empty = used.get() === undefined
    if (empty) {
      // Whoever has just opened it and waits for the lock meets a file that is no ledger, not one that will be gone.
      try {
        sqlite.exec('DELETE FROM ledger')
      } catch {
        // On a full disk; whoever waits looks whether the file is still the one it opened.
      }
      rmSync(path)
    }
    if (sqlite.inTransaction) sqlite.exec('COMMIT')
    return empty
  } catch (error) {
    // An empty ledger left behind does no harm; a sale lost with it would.
    if (!/^SQLITE_(FULL|IOERR)/.test((error as { code?: string }).code ?? '')) return false
  } finally {
    close()
  }
  return discardAlone(path)
}

/** The same where the disk has no room for the memory processes share: held alone, a ledger does without it. */
export function discardAlone(path: string): boolean {
  try {
    const sqlite = new Database(path, { fileMustExist: true, timeout: 0 })
    try {
      sqlite.pragma('locking_mode = EXCLUSIVE')
      if (sqlite.prepare('SELECT 1 FROM change').get() !== undefined) return false
      rmSync(path)
      dropTails(path)
      return true
    } finally {
      sqlite.close()
    }
  } catch {
    return false
  }
}
