import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { LedgerError } from '../../ledger/errors.ts'
import { looksLikeLedger } from '../sqlite/file.ts'

/** A file that is written beside its place and put there when it is whole: nobody finds half of it. */
export interface Draft {
  write(text: string): void
  place(): void
  /** Leaves nothing behind of what was not placed. */
  abandon(): void
}

/** What stands at a path already; a pipe or a device is no file that could be lost. */
export function takenBy(path: string): 'ledger' | 'file' | null {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isFile()) return null
  return found.size > 0 && looksLikeLedger(path) ? 'ledger' : 'file'
}

/** Begins a file that only its owner can read. Throws usage.out-unwritable, file.full. */
export function draftOf(path: string): Draft {
  return explained(path, () => {
    const found = existsSync(path) ? statSync(path) : null
    if (found?.isDirectory()) throw new LedgerError('usage.out-unwritable', { path })
    return found && !found.isFile() ? straightInto(path) : besides(path)
  })
}

function straightInto(path: string): Draft {
  const file = openSync(path, 'w')
  return { write: (text) => explained(path, () => writeAll(file, text)), place: () => {}, abandon: () => closeSync(file) }
}

function besides(path: string): Draft {
  const waiting = `${path}.part-${process.pid}`
  rmSync(waiting, { force: true })
  let file: number | null = openSync(waiting, 'wx', 0o600)
  const close = () => {
    if (file !== null) closeSync(file)
    file = null
  }
  const abandon = () => {
    close()
    rmSync(waiting, { force: true })
  }
  return {
    abandon,
    write: (text) => explained(path, () => writeAll(file ?? -1, text)),
    place: () =>
      explained(path, () => {
        fsyncSync(file ?? -1)
        close()
        renameSync(waiting, path)
      }),
  }
}

function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text)
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
