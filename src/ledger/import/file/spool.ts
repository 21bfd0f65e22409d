import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { lookAt } from '../../../store/files/read.ts'
import { dropAtExit, keepTemporary } from '../../../store/files/temporary.ts'
import { LedgerError } from '../../errors.ts'

/** A file that may be read as often as is needed. */
export interface InputFile {
  readonly path: string
  /** The name people know it by: `-` for standard input. */
  readonly file: string
  /** In bytes. */
  readonly size: number
  /** Lets go of what was kept of it. */
  drop(): void
}

/** The file itself; what comes once, from standard input or a pipe, is kept for so long. Throws file.full. */
export async function inputFile(
  file: string,
  stdin: AsyncIterable<Uint8Array | string>,
  folder: string,
): Promise<InputFile> {
  const { size, piped } = file === '-' ? { size: 0, piped: stdin } : lookAt(file)
  return piped ? { ...(await spool(piped, folder)), file } : { path: file, file, size, drop: () => {} }
}

/**
 * Keeps standard input in a file only its owner reads, since a roster is looked through before it is taken. Where the
 * system knows an open file by its number (`/proc/self/fd`), it has no name from the start: however the program ends,
 * nothing of it is left. `drop` removes it.
 * What has no end would fill the disk: more than `megabytes` is refused. Throws file.full, roster.endless.
 */
export async function spool(
  input: AsyncIterable<Uint8Array | string>,
  folder: string,
  megabytes = 2000,
): Promise<Omit<InputFile, 'file'>> {
  const place = explained(folder, () => mkdtempSync(join(folder, 'regulars-import-')))
  dropAtExit(place)
  const named = join(place, 'stdin')
  const removeName = () => {
    rmSync(place, { recursive: true, force: true })
    keepTemporary(place)
  }
  const file = explained(folder, () => openSync(named, 'wx+', 0o600))
  const byNumber = `/proc/self/fd/${file}`
  const nameless = existsSync(byNumber)
  if (nameless) removeName()
  const drop = () => {
    closeSync(file)
    if (!nameless) removeName()
  }
  const most = megabytes * 2 ** 20
  let size = 0
  try {
    for await (const piece of input) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
      size += bytes.length
      if (size > most) throw new LedgerError('roster.endless', { most: megabytes })
      explained(folder, () => writeAll(file, bytes))
    }
    return { path: nameless ? byNumber : named, size, drop }
  } catch (error) {
    drop()
    throw error
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

/** The temporary folder is full, or not to be written: not the ledger, of which nothing was asked yet. */
function explained<Value>(folder: string, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new LedgerError('file.full', { path: folder })
    if (code === 'EACCES' || code === 'EROFS' || code === 'ENOENT')
      throw new LedgerError('usage.out-unwritable', { path: folder })
    throw error
  }
}
