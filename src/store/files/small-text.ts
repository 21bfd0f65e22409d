import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

/** A short text somebody wrote, and whose it is. */
export interface SmallText {
  readonly text: string
  readonly uid: number
  /** Whether anybody on this computer may write it. */
  readonly isOpenToAll: boolean
}

const most = 1 << 20

/**
 * The text of a file that is short by nature; null where it is longer than a megabyte, or no file: a pipe that nobody
 * writes into would be waited for, and a device has no end. With `pipe` one is read, `<(command)` say.
 */
export function smallText(path: string, { pipe = false } = {}): SmallText | null {
  const file = openSync(path, pipe ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const found = fstatSync(file)
    if (!found.isFile() && !found.isDirectory() && !pipe) return null
    const bytes = Buffer.alloc(found.isFile() ? Math.min(found.size, most) + 1 : most + 1)
    let length = 0
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, null)
    if (length > most) return null
    return { text: bytes.toString('utf8', 0, length), uid: found.uid, isOpenToAll: (found.mode & 0o002) !== 0 }
  } finally {
    closeSync(file)
  }
}
