import { createReadStream, statSync } from 'node:fs'
import { LedgerError } from '../ledger/errors.ts'

/** A file's bytes, a piece at a time. Throws usage.no-file, file.unreadable. */
export async function* piecesOf(path: string): AsyncGenerator<Uint8Array, void> {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found || found.isDirectory()) throw new LedgerError('usage.no-file', { path })
  try {
    yield* createReadStream(path, { highWaterMark: 1 << 18 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw new LedgerError('file.unreadable', { path })
    throw error
  }
}
