import { accessSync, closeSync, constants, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { LedgerError } from '../../ledger/errors.ts'

/** "rglr": by these four bytes of the header, `file` too can know a ledger. */
export const applicationId = 0x72676c72

/** Whether there is a ledger to open: a file of no bytes is a place for one, not one. Throws file.is-folder. */
export function ledgerExists(path: string): boolean {
  if (!existsSync(path)) return false
  const found = statSync(path)
  if (found.isDirectory()) throw new LedgerError('file.is-folder', { path })
  return found.size > 0
}

/**
 * Whether the file says it is a ledger, read from its first bytes alone: SQLite, asked to open a stranger's database, would tidy up its log.
 * Throws file.unreadable.
 */
export function looksLikeLedger(path: string): boolean {
  try {
    accessSync(path, constants.R_OK)
  } catch {
    throw new LedgerError('file.unreadable', { path })
  }
  const head = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    readSync(file, head, 0, 100, 0)
  } finally {
    closeSync(file)
  }
  return head.toString('latin1', 0, 16) === 'SQLite format 3\0' && head.readUInt32BE(68) === applicationId
}

/** Makes the folder of a path, for its owner's eyes alone, when it is not there. */
export function makePlace(path: string): void {
  const folder = dirname(path)
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 })
}

/** Makes an empty file that only its owner can read, so that what SQLite then writes into it never stood open. */
export function makePrivate(path: string): void {
  closeSync(openSync(path, 'wx', 0o600))
}

/** Puts a finished file where nothing, or an empty file, is; false when another process put one there first. */
export function putInPlace(finished: string, path: string): boolean {
  try {
    if (existsSync(path) && statSync(path).size === 0) renameSync(finished, path)
    else linkSync(finished, path)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    // A USB stick knows no links: there the two at once are left to chance.
    renameSync(finished, path)
    return true
  }
}

/** Waits until a file is on the disk, not only on its way there. */
export function settleOnDisk(path: string): void {
  const file = openSync(path, 'r+')
  fsyncSync(file)
  closeSync(file)
}
