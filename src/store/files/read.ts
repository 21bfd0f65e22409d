import { createReadStream, statSync } from 'node:fs'
import { LedgerError } from '../../ledger/errors.ts'
import { refuseAddress } from './address.ts'

/** Whether something is read once, from beginning to end: a pipe, a `<(command)`, a device. */
export function isPipe(path: string): boolean {
  refuseAddress(path)
  const found = statSync(path, { throwIfNoEntry: false })
  return found !== undefined && !found.isFile() && !found.isDirectory()
}

/** A file's bytes, a piece at a time. Throws usage.no-file, roster.unreadable. */
export async function* piecesOf(path: string): AsyncGenerator<Uint8Array, void> {
  refuseAddress(path)
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new LedgerError('usage.no-file', { path })
  if (found.isDirectory()) throw new LedgerError('roster.unreadable', { file: path, folder: true })
  try {
    yield* createReadStream(path, { highWaterMark: 1 << 18 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES')
      throw new LedgerError('roster.unreadable', { file: path, folder: false })
    throw error
  }
}
