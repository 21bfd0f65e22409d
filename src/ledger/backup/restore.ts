import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { readyCopy, replaceLedger } from '../../store/sqlite/copy.ts'
import { ledgerExists, looksLikeLedger, makePlace } from '../../store/sqlite/file.ts'
import { LedgerError } from '../errors.ts'
import { backupsIn } from './backup.ts'

/**
 * Gets a backup ready beside the ledger it shall replace: copied, checked, brought up to date. Returns where it waits; `abandon` it or put it
 * `inPlace`. Throws file.not-a-ledger (either of the two), file.newer, file.damaged, usage.no-file, usage.backup-folder.
 */
export function readyToRestore(backup: string, path: string, migrations: string) {
  if (statSync(backup, { throwIfNoEntry: false })?.isDirectory())
    throw new LedgerError('usage.backup-folder', { folder: backup, newest: backupsIn(backup)[0] ?? null })
  if (!ledgerExists(backup)) throw new LedgerError('usage.no-file', { path: backup })
  const replaces = ledgerExists(path)
  if (replaces && !looksLikeLedger(path)) throw new LedgerError('file.not-a-ledger', { path })
  makePlace(path)
  const waiting = `${path}.restoring-${process.pid}`
  const abandon = () => {
    for (const tail of ['', '-wal', '-shm', '-journal']) rmSync(waiting + tail, { force: true })
  }
  try {
    readyCopy(backup, waiting, migrations)
  } catch (error) {
    abandon()
    throw error
  }
  return {
    waiting,
    replaces,
    abandon,
    /** Swaps the files; the replaced one is kept as `<path>.replaced-<moment>`. Returns where, or null when there was none. */
    inPlace(moment: string): string | null {
      if (!replaces) {
        renameSync(waiting, path)
        return null
      }
      const stem = `${path}.replaced-${moment.replace(' ', '-').replace(':', '')}`
      const aside = [stem, ...Array.from({ length: 98 }, (_, at) => `${stem}-${at + 2}`)].find((name) => !existsSync(name)) ?? `${stem}-${process.pid}`
      replaceLedger(waiting, path, aside)
      return aside
    },
  }
}
