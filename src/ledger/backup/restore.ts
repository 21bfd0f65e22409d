import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ledgerExists as isAnywhere } from '../../store/exists.ts'
import { linkedFile, refuseAddress } from '../../store/files/address.ts'
import { dropTemporary } from '../../store/files/temporary.ts'
import { openStore } from '../../store/open.ts'
import { isServerAddress } from '../../store/postgres/address.ts'
import { fromServer } from '../../store/postgres/failure.ts'
import { copyBackup } from '../../store/sqlite/copy.ts'
import { makeTemporaryFor } from '../../store/sqlite/copy-out.ts'
import { ledgerExists, looksLikeLedger, makePlace } from '../../store/sqlite/file.ts'
import { type Between, fillEmpty, replaceContent } from '../../store/sqlite/overwrite.ts'
import { LedgerError } from '../errors.ts'
import { backupsIn } from './backups.ts'
import { readableBackup } from './encrypted-copy.ts'

/**
 * What became of a restore: the name under which the ledger that stood there is kept, and the logs of one that was
 * gone.
 */
export interface PutInPlace {
  readonly replaced: string | null
  readonly leftBehind: readonly string[]
}

/** A backup that waits, and the place for it. */
interface ReadyBackup {
  readonly waiting: string
  readonly replaces: boolean
  abandon(): void
  /**
   * Puts it in place, in one transaction of the ledger that stands there; that one is kept as
   * `<path>.replaced-<moment>`, on a server under another name. Throws file.busy where others write without end, or
   * have put a ledger where there was none.
   */
  inPlace(moment: string, between?: Between): Promise<PutInPlace>
}

/** A ledger on a server is as good as a backup: a shop moves house with it. */
async function readyFromServer(
  address: string,
  asked: string,
  around: { readonly migrations: string; readonly temporary: string },
): Promise<ReadyBackup> {
  // What that server says is not said by the place for it.
  const heard = (error: unknown) => {
    throw fromServer(error as Error, address) ?? error
  }
  const source = await openStore(address, 'read', around).catch(heard)
  try {
    return await source.onCopy((copy) => readyToRestore(copy.path, asked, null, around)).catch(heard)
  } finally {
    await source.close()
  }
}

/** Loaded for a ledger on a server alone. */
const onto: typeof import('../../store/postgres/replace.ts').replaceLedger = async (...told) =>
  (await import('../../store/postgres/replace.ts')).replaceLedger(...told)

/**
 * Gets a backup ready beside the ledger it shall replace: copied, checked, brought up to date. Returns where it waits;
 * `abandon` it or put it `inPlace`. Throws file.not-a-ledger (either of the two), file.newer, file.damaged,
 * file.address, usage.no-file, usage.backup-folder, backup.encrypted, backup.wrong-password.
 */
export async function readyToRestore(
  backup: string,
  asked: string,
  password: string | null,
  { migrations, temporary }: { migrations: string; temporary: string },
): Promise<ReadyBackup> {
  if (isServerAddress(backup)) return readyFromServer(backup, asked, { migrations, temporary })
  refuseAddress(backup)
  if (statSync(backup, { throwIfNoEntry: false })?.isDirectory())
    throw new LedgerError('usage.backup-folder', { folder: backup, newest: backupsIn(backup)[0] ?? null })
  if (!ledgerExists(backup)) throw new LedgerError('usage.no-file', { path: backup })
  const onServer = isServerAddress(asked)
  // A link stays a link: what it leads to is what is replaced.
  const path = onServer ? join(temporary, 'regulars.db') : linkedFile(asked)
  const replaces = onServer ? await isAnywhere(asked) : ledgerExists(path)
  if (replaces && !onServer && !looksLikeLedger(path)) throw new LedgerError('file.not-a-ledger', { path })
  makePlace(path)
  const { readable, done } = readableBackup(backup, path, password)
  const waiting = makeTemporaryFor(path, 'restoring')
  const abandon = () => dropTemporary(waiting)
  try {
    copyBackup(readable, waiting, { path, migrations, temporary })
  } catch (error) {
    abandon()
    throw error
  } finally {
    done()
  }
  return {
    waiting,
    replaces,
    abandon,
    async inPlace(moment: string, between?: Between): Promise<PutInPlace> {
      if (onServer) return { replaced: await onto(asked, waiting, { migrations, moment }), leftBehind: [] }
      if (replaces && existsSync(path)) {
        const aside = `${path}.replaced-${moment.replace(' ', '-').replace(':', '')}`
        return { replaced: await replaceContent(waiting, path, aside, between), leftBehind: [] }
      }
      const { filled, kept } = await fillEmpty(waiting, path)
      if (!filled) throw new LedgerError('file.busy', { path })
      return { replaced: null, leftBehind: kept }
    },
  }
}
