import Database from 'better-sqlite3'
import { LedgerError } from '../../ledger/errors.ts'
import { brokenPages, danglingRows, isDamage } from './check.ts'
import { connect, connectToRead } from './connect.ts'
import { vacuumInto } from './copy-out.ts'
import { looksLikeLedger } from './file.ts'
import { migrate, newestVersion } from './migrate.ts'

/**
 * Fills `waiting`, an empty file, with a backup and makes sure of it: a whole ledger, of this program's version or
 * brought up to it. Throws file.not-a-ledger, file.newer, file.damaged. The backup itself is not touched.
 */
export function copyBackup(
  backup: string,
  waiting: string,
  { path, migrations, temporary }: { path: string; migrations: string; temporary: string },
): void {
  if (!looksLikeLedger(backup)) throw new LedgerError('file.not-a-ledger', { path: backup })
  const source = readable(backup, temporary)
  try {
    source.pragma('query_only = ON')
    const [found, known] = [source.pragma('user_version', { simple: true }) as number, newestVersion(migrations)]
    if (found > known) throw new LedgerError('file.newer', { path: backup, found, known })
    if (found === 0) throw new LedgerError('file.not-a-ledger', { path: backup })
    if (!isSound(source)) throw new LedgerError('file.damaged', { path: backup })
    source.pragma('query_only = OFF')
    vacuumInto(source, waiting, path)
  } finally {
    source.close()
  }
  const copy = connect(waiting)
  try {
    migrate(copy, null, migrations)
  } finally {
    copy.close()
  }
}

/** What is said of a backup names the backup, not the ledger it is for. */
function readable(backup: string, temporary: string): Database.Database {
  try {
    return connectToRead(backup, temporary)
  } catch (error) {
    if (isDamage(error)) throw new LedgerError('file.damaged', { path: backup })
    throw error
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
