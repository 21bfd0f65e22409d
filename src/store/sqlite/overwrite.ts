import { existsSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { LedgerError } from '../../ledger/errors.ts'
import { fileAt, isSameFile } from '../files/address.ts'
import { placeUnderFreeName } from '../files/place.ts'
import { dropTemporary } from '../files/temporary.ts'
import { isDamage } from './check.ts'
import { connect, patience } from './connect.ts'
import { makeTemporaryFor, vacuumInto } from './copy-out.ts'
import { claim } from './create.ts'
import { makePrivate } from './file.ts'
import { keepLogs, moveWithTails } from './tails.ts'

/** What a test puts between two steps, to see that nothing is lost there. */
export type Between = () => Promise<void>

/**
 * Puts the content of a ready file in the place of a ledger's, in one transaction under the ledger's own lock: who has
 * it open goes on with what was put there, and a sale is either in the file that is kept as `aside` or refused, never
 * in neither. Returns the name of what is kept. A ledger too damaged to be read moves to `aside` as it is, log and all.
 * Throws file.busy.
 */
export async function replaceContent(
  ready: string,
  path: string,
  aside: string,
  between: Between = async () => {},
): Promise<string> {
  let ledger: Database.Database
  try {
    ledger = openForWriting(path)
  } catch (error) {
    if (!isDamage(error)) throw error
    return replaceDamaged(ready, path, aside)
  }
  try {
    const [place, version] = [fileAt(path), () => ledger.pragma('data_version', { simple: true })]
    for (let turn = 0; turn < 20; turn++) {
      const kept = makeTemporaryFor(aside)
      try {
        const before = version()
        vacuumInto(ledger, kept, aside)
        await between()
        const unchanged = () => version() === before && isSameFile(fileAt(path), place)
        if (!(await writeInto(ready, path, unchanged))) continue
        const name = placeUnderFreeName(kept, aside)
        ledger.pragma('busy_timeout = 0')
        ledger.pragma('wal_checkpoint(TRUNCATE)')
        return name
      } finally {
        dropTemporary(kept)
      }
    }
    throw new LedgerError('file.busy', { path })
  } catch (error) {
    if (!isDamage(error)) throw error
    ledger.close()
    return replaceDamaged(ready, path, aside)
  } finally {
    if (ledger.open) ledger.close()
  }
}

/** In WAL, where readers are in nobody's way: a backup that was put back by hand is not. */
function openForWriting(path: string): Database.Database {
  const ledger = connect(path)
  try {
    if (ledger.pragma('journal_mode', { simple: true }) !== 'wal') ledger.pragma('journal_mode = WAL')
    ledger.pragma('synchronous = FULL')
    return ledger
  } catch (error) {
    ledger.close()
    throw error
  }
}

/**
 * Writes a ready file into one that is empty, or not there; false when another process put something there first.
 * `kept` is where the log of a ledger that lay there before is now.
 */
export async function fillEmpty(ready: string, path: string): Promise<{ filled: boolean; kept: string[] }> {
  if (!claim(path) && fileAt(path)?.size === 0) makePrivate(path)
  const { kept, forget } = keepLogs(path)
  const place = fileAt(path)
  const isEmpty = () => isSameFile(fileAt(path), place) && fileAt(path)?.size === 0
  const filled = await writeInto(ready, path, isEmpty)
  if (filled) return { filled, kept }
  forget()
  return { filled, kept: [] }
}

/** Thrown under the lock when what stands there is no longer what was looked at. */
class Moved extends Error {}

/**
 * Writes all pages of one file into another as one transaction of that other, as soon as it can be locked and if
 * `unchanged` holds under the lock; false if not. Throws file.busy after the usual patience.
 */
export async function writeInto(ready: string, path: string, unchanged: () => boolean): Promise<boolean> {
  const source = connect(ready)
  const pause = 50
  try {
    for (let waited = 0; waited < patience; waited += pause) {
      try {
        const { totalPages } = await source.backup(path, { progress: progressWhile(unchanged) })
        // Nothing was counted: the other file was locked by somebody else.
        if (totalPages > 0) return true
      } catch (error) {
        if (error instanceof Moved) return false
        throw error
      }
      await setTimeout(pause)
    }
    throw new LedgerError('file.busy', { path })
  } finally {
    source.close()
  }
}

function progressWhile(unchanged: () => boolean): () => number {
  let looked = false
  return () => {
    // The lock is held from the first step on: what is so now stays so.
    if (!looked && !unchanged()) throw new Moved()
    looked = true
    return 1000
  }
}

/** Throws file.busy where somebody has the file open and it can be told. */
async function replaceDamaged(ready: string, path: string, aside: string): Promise<string> {
  await waitAlone(path)
  const name = freeName(aside)
  moveWithTails(path, name)
  const { filled } = await fillEmpty(ready, path)
  if (!filled) throw new LedgerError('file.busy', { path })
  return name
}

function freeName(path: string): string {
  for (let nth = 1; ; nth++) {
    const name = nth === 1 ? path : `${path}-${nth}`
    if (!existsSync(name)) return name
  }
}

/**
 * To leave WAL takes the file for oneself alone, and takes the log into it; SQLite does not wait for that by itself.
 */
async function waitAlone(path: string): Promise<void> {
  for (let waited = 0; ; waited += 100) {
    const sqlite = connect(path)
    // So that what its header says of its length is not held against it.
    sqlite.unsafeMode(true)
    try {
      sqlite.pragma('writable_schema = ON')
      sqlite.pragma('busy_timeout = 100')
      sqlite.pragma('journal_mode = DELETE')
      return
    } catch (error) {
      const busy = error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)
      if (!busy) return
      if (waited >= patience) throw new LedgerError('file.busy', { path })
    } finally {
      sqlite.close()
    }
    await setTimeout(100)
  }
}
