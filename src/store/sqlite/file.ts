import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  openSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { LedgerError } from '../../ledger/errors.ts'
import { fileAt, refuseAddress } from '../files/address.ts'
import { makeFolder } from '../files/folder.ts'

/** "rglr": by these four bytes of the header, `file` too can know a ledger. */
export const applicationId = 0x72676c72

/** What SQLite puts beside a file, and takes for its own when it finds it there. */
export const tails = ['-wal', '-shm', '-journal'] as const

/** Ledgers that this process has open, as device and inode. */
const held = new Map<string, number>()
const nameOf = ({ dev, ino }: Stats) => `${dev}:${ino}`

/** Says that a ledger is open here until what it returns is called. */
export function holdOpen(path: string): () => void {
  const name = nameOf(statSync(path))
  held.set(name, (held.get(name) ?? 0) + 1)
  return () => held.set(name, (held.get(name) ?? 1) - 1)
}

/**
 * Whether there is a ledger to open: a file of no bytes is a place for one, not one. Throws file.address,
 * file.is-folder, file.not-regular.
 */
export function ledgerExists(path: string): boolean {
  if (path === '') throw new LedgerError('usage.no-home', {})
  refuseAddress(path)
  const found = statsOf(path)
  if (!found) return false
  if (found.isDirectory()) throw new LedgerError('file.is-folder', { path })
  if (!found.isFile()) throw new LedgerError('file.not-regular', { path })
  return found.size > 0
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    throw new LedgerError('file.unreadable', { path })
  }
}

/**
 * Whether the file says it is a ledger, read from its first bytes alone: SQLite, asked to open a stranger's database,
 * would tidy up its log.
 * One that is open here is known without looking: closing the file again would release SQLite's own locks on it. Throws
 * file.unreadable, file.beside.
 */
export function looksLikeLedger(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return false
  if ((held.get(nameOf(found)) ?? 0) > 0) return true
  // A pipe would be waited for.
  if (!found.isFile()) return false
  refuseOddBeside(path)
  try {
    accessSync(path, constants.R_OK)
  } catch {
    throw new LedgerError('file.unreadable', { path })
  }
  const head = headOf(path)
  return head.toString('latin1', 0, 16) === 'SQLite format 3\0' && head.readUInt32BE(68) === applicationId
}

/** Whether a ledger that nobody has open here keeps a log beside it, as its header says. */
export function isInWal(path: string): boolean {
  return headOf(path)[18] === 2
}

function headOf(path: string): Buffer {
  const head = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    readSync(file, head, 0, 100, 0)
  } finally {
    closeSync(file)
  }
  return head
}

/**
 * Throws file.beside where a pipe, a device, a folder or a link bears the name of a ledger's log: SQLite would wait at
 * a pipe for ever, deaf to Ctrl-C.
 */
export function refuseOddBeside(path: string): void {
  for (const beside of tails.map((tail) => path + tail)) {
    if (lstatSync(beside, { throwIfNoEntry: false })?.isFile() === false)
      throw new LedgerError('file.beside', { path, beside })
  }
}

/** Whether a name is that of a log or journal of a ledger: whatever is put there, SQLite would take for it. */
export function isTailOfLedger(path: string): boolean {
  const tail = tails.find((one) => path.endsWith(one))
  const stem = tail === undefined ? '' : path.slice(0, -tail.length)
  return stem !== '' && (statSync(stem, { throwIfNoEntry: false })?.size ?? 0) > 0 && looksLikeLedger(stem)
}

/** Makes the folder of a path, for its owner's eyes alone, when it is not there. Throws file.unwritable. */
export function makePlace(path: string): void {
  try {
    makeFolder(dirname(path))
  } catch {
    throw new LedgerError('file.unwritable', { path })
  }
  // What is called like a folder may be a file.
  if (!fileAt(dirname(path))?.isDirectory()) throw new LedgerError('file.unwritable', { path })
}

/** Shuts an empty file that somebody else made and left open to others. */
export function makePrivate(path: string): void {
  try {
    chmodSync(path, 0o600)
  } catch {
    // Another's: doctor says that others can open it.
  }
}

/** Whether this user may write the ledger, and beside it. */
export function mayWrite(path: string): boolean {
  return isOpenFor(path) && isOpenFor(dirname(path))
}

function isOpenFor(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Waits until a file is on the disk, not only on its way there. */
export function settleOnDisk(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
