import type { BackedUp } from '../ledger/backup/backup.ts'
import type { Contents } from '../ledger/backup/contents.ts'
import { sizeOf } from '../locales/size.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'

/** A copy of the ledger that was made, or would be. */
export const backupScreen: Screen<{ readonly backup: BackedUp; readonly dryRun: boolean }> = {
  saysWould: true,
  data: ({ backup }) => backup,
  lines({ backup: { path, bytes, customers, removed, encrypted }, dryRun }, { words: { safety } }) {
    const made = dryRun ? safety.wouldBackUp : safety.backedUp
    return [
      made(path, sizeOf(bytes), customers),
      encrypted ? safety.encrypted : safety.notEncrypted(customers),
      ...(removed.length > 0 ? [safety.deleted(removed.length)] : []),
    ]
  },
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
  saysWould: true,
  data: ({ restored }) => restored,
  lines({ restored: { path, replaced }, replaces, dryRun }, { words: { safety } }) {
    if (dryRun) return replaces ? safety.wouldReplace(path) : safety.wouldPut(path)
    return replaced === null ? safety.put(path) : safety.restored(path, replaced)
  },
}

interface FoundBackup extends Contents {
  /** When it was made, in the ledger's zone; null where it does not say. */
  readonly at: string | null
}

/** What is in a backup, before it is asked whether to restore it. */
export function foundInBackup(
  { at, customers, purchases, owed }: FoundBackup,
  { words: { safety }, money }: Voice,
): string {
  const holds = safety.holds(customers, purchases, money(owed))
  return at === null ? safety.found(holds) : safety.foundOf(at, holds)
}
