import { createReadStream, type Stats, statSync } from 'node:fs'
import { LedgerError } from '../../ledger/errors.ts'
import { refuseAddress } from './address.ts'

/**
 * How many bytes are there to read, 0 where nothing is. What is read once, from beginning to end (a pipe, a
 * `<(command)`, a device), is `piped`, a piece at a time; null for a file.
 */
export function lookAt(path: string): { readonly size: number; readonly piped: AsyncIterable<Uint8Array> | null } {
  const found = statOf(path)
  const isPipe = found !== undefined && !found.isFile() && !found.isDirectory()
  return { size: found?.size ?? 0, piped: isPipe ? streamOf(path) : null }
}

/** A file's bytes, a piece at a time. Throws usage.no-file, roster.unreadable. */
export function piecesOf(path: string): AsyncIterable<Uint8Array> {
  const found = statOf(path)
  if (!found) throw new LedgerError('usage.no-file', { path })
  if (found.isDirectory()) throw new LedgerError('roster.unreadable', { file: path, folder: true })
  return streamOf(path)
}

function statOf(path: string): Stats | undefined {
  refuseAddress(path)
  return statSync(path, { throwIfNoEntry: false })
}

async function* streamOf(path: string): AsyncGenerator<Uint8Array, void> {
  try {
    yield* createReadStream(path, { highWaterMark: 1 << 18 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES')
      throw new LedgerError('roster.unreadable', { file: path, folder: false })
    throw error
  }
}
