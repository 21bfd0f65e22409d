import Database from 'better-sqlite3'
import { isInWal, looksLikeLedger, mayWrite } from './file.ts'
import { namesOf } from './file-system.ts'
import { foreignBeside } from './tails.ts'

/**
 * What a ledger file, of any version, says of itself under these keys; nulls where it cannot be asked. The file is not
 * touched.
 */
export function noteOf(path: string, keys: readonly string[]): (string | null)[] {
  const nothing = keys.map(() => null)
  try {
    if (!looksLikeLedger(path) || foreignBeside(path).length > 0 || !leavesNothing(path)) return nothing
    const sqlite = new Database(path, { readonly: true, fileMustExist: true, timeout: 1000 })
    try {
      const ask = sqlite.prepare('SELECT value FROM ledger WHERE key = ?').pluck()
      return keys.map((key) => (ask.get(key) as string | undefined) ?? null)
    } finally {
      sqlite.close()
    }
  } catch {
    return nothing
  }
}

/**
 * Who may not write a ledger that has a log would leave one of their own beside it, only by asking; and of a file with
 * two names the log lies beside the other.
 */
function leavesNothing(path: string): boolean {
  return !isInWal(path) || (mayWrite(path) && namesOf(path) === 1)
}

/** The newest change in a ledger file, by number and moment; null where there is none. */
export function newestChangeIn(path: string): { id: number; at: string } | null {
  const sqlite = new Database(path, { readonly: true, fileMustExist: true, timeout: 1000 })
  try {
    return (
      (sqlite.prepare('SELECT id, at FROM change ORDER BY id DESC LIMIT 1').get() as
        | { id: number; at: string }
        | undefined) ?? null
    )
  } finally {
    sqlite.close()
  }
}

/**
 * Whether another process has a ledger file open as one that is written to: only alone can it leave the mode for that.
 */
export function isInUse(path: string): boolean {
  const sqlite = new Database(path, { fileMustExist: true, timeout: 0 })
  try {
    if (sqlite.pragma('journal_mode', { simple: true }) !== 'wal') return false
    return sqlite.pragma('journal_mode = DELETE', { simple: true }) !== 'delete'
  } catch (error) {
    return error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)
  } finally {
    sqlite.close()
  }
}
