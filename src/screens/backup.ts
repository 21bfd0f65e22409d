import type { BackedUp } from '../ledger/backup/backup.ts'
import type { Contents } from '../ledger/backup/contents.ts'
import type { Screen } from '../terminal/screen.ts'

/** A copy of the ledger that was made, or would be. */
export const backupScreen: Screen<{ readonly backup: BackedUp; readonly dryRun: boolean }> = {
  data: ({ backup }) => backup,
  lines: ({ backup, dryRun }, { words }) => words.safety.backedUp(backup, dryRun),
}

interface RestoredBackup {
  readonly restored: Omit<Contents, 'newestChange'> & {
    /** A restore is no change that could be undone: it goes back by another restore. */
    readonly change: null
    readonly path: string
    readonly from: string
    /** Where the ledger that was there is kept. */
    readonly replaced: string | null
  }
  readonly replaces: boolean
  readonly dryRun: boolean
}

/** A backup put in the ledger's place. */
export const restoreScreen: Screen<RestoredBackup> = {
  data: ({ restored }) => restored,
  lines: ({ restored, replaces, dryRun }, { words }) => words.safety.restored(restored, replaces, dryRun),
}
