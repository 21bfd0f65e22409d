import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { isatty } from 'node:tty'
import { LedgerError } from '../../ledger/errors.ts'
import { isTailOfLedger, looksLikeLedger } from '../sqlite/file.ts'
import { isSameFile, refuseAddress } from './address.ts'
import { makeFolder, settleFolder } from './folder.ts'
import { placeUnderFreeName } from './place.ts'
import { dropTemporary, keepTemporary, makeTemporary } from './temporary.ts'

/** A file that is written beside its place and put there when it is whole: nobody finds half of it. */
export interface Draft {
  /** Whether it is a terminal by another name (`/dev/tty`): what is written there is seen. */
  readonly isTerminal: boolean
  write(text: string | Buffer): void
  /** Makes sure that all of it is on the disk; what is left to do is to give it its name. */
  settle(): void
  place(): void
  /**
   * The same where it must not fail: under its name, else under a free one like it, else as it lies; returns the name
   * it has.
   */
  placeSomewhere(): string
  /** Leaves nothing behind of what was not placed. */
  abandon(): void
}

/** What stands at a path already; a pipe or a device is no file that could be lost. A ledger's log is part of it. */
export function takenBy(path: string): 'ledger' | 'file' | null {
  refuseAddress(path)
  const found = statSync(path, { throwIfNoEntry: false })
  if (isTailOfLedger(path)) return 'ledger'
  if (!found?.isFile()) return null
  return found.size > 0 && looksLikeLedger(path) ? 'ledger' : 'file'
}

/**
 * Makes sure, before any work is done, that a file can be put at a path when it is done: its folder is there and takes
 * files, and what stands there may be replaced. Throws usage.out-unwritable, file.full, file.address.
 */
export function ensurePlaceable(path: string): void {
  refuseAddress(path)
  const found = statSync(path, { throwIfNoEntry: false })
  // A pipe or a device is written into; one that nobody reads from yet would be waited for.
  if (!found || found.isFile() || found.isDirectory()) draftOf(path).abandon()
}

/**
 * Puts a text under a name whole or not at all, in a folder made where there is none. Throws usage.out-unwritable,
 * file.full, file.address.
 */
export function writeWhole(path: string, text: string | Buffer): void {
  try {
    makeFolder(dirname(path))
  } catch {
    throw new LedgerError('usage.out-unwritable', { path: dirname(path) })
  }
  const draft = draftOf(path)
  try {
    draft.write(text)
    draft.place()
  } finally {
    draft.abandon()
  }
}

/** Begins a file that only its owner can read. Throws usage.out-unwritable, file.full, file.address. */
export function draftOf(path: string): Draft {
  refuseAddress(path)
  return explained(path, () => {
    const found = statSync(path, { throwIfNoEntry: false })
    if (found?.isDirectory()) throw new LedgerError('usage.out-unwritable', { path })
    return found && !found.isFile() ? straightInto(path) : besides(path)
  })
}

/**
 * In a folder where anybody may put files, nobody may replace another's; `uid` is whose the files are that are made
 * here.
 */
function isAnothers(path: string, uid: number): boolean {
  const [folder, found] = [statSync(dirname(path)), lstatSync(path, { throwIfNoEntry: false })]
  return found !== undefined && (folder.mode & 0o1000) !== 0 && ![0, found.uid, folder.uid].includes(uid)
}

function straightInto(path: string): Draft {
  const file = openSync(path, 'w')
  return {
    isTerminal: isatty(file),
    write: (text) => explained(path, () => writeAll(file, text)),
    settle: () => {},
    place: () => {},
    placeSomewhere: () => path,
    abandon: () => closeSync(file),
  }
}

function besides(path: string): Draft {
  const waiting = makeTemporary(path, 'part')
  if (isAnothers(path, statSync(waiting).uid)) {
    dropTemporary(waiting)
    throw new LedgerError('usage.out-unwritable', { path })
  }
  let file: number | null = openSync(waiting, 'r+')
  const close = () => {
    if (file !== null) closeSync(file)
    file = null
  }
  const settle = () => {
    if (file === null) return
    fsyncSync(file)
    // In a folder that others can write somebody might have put another in its place.
    if (!isSameFile(fstatSync(file), lstatSync(waiting, { throwIfNoEntry: false })))
      throw new LedgerError('usage.out-unwritable', { path })
    close()
  }
  const place = () => {
    settle()
    renameSync(waiting, path)
    keepTemporary(waiting)
    settleFolder(dirname(path))
  }
  return {
    isTerminal: false,
    write: (text) => explained(path, () => writeAll(file ?? -1, text)),
    settle: () => explained(path, settle),
    place: () => explained(path, place),
    placeSomewhere() {
      for (const attempt of [
        () => {
          place()
          return path
        },
        () => placeUnderFreeName(waiting, path, (nth) => path.replace(/(\.[^./\\]+)?$/, `-${nth}$1`)),
      ]) {
        try {
          return attempt()
        } catch {
          // The next way, or as it lies.
        }
      }
      keepTemporary(waiting)
      return waiting
    },
    abandon() {
      close()
      if (existsSync(waiting)) dropTemporary(waiting)
      else keepTemporary(waiting)
    },
  }
}

function writeAll(file: number, text: string | Buffer): void {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

function explained<Value>(path: string, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new LedgerError('file.full', { path })
    if (code !== undefined && /^E[A-Z]+$/.test(code)) throw new LedgerError('usage.out-unwritable', { path })
    throw error
  }
}
