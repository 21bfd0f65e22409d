import { accessSync, closeSync, constants, openSync, readSync, type Stats, statSync } from 'node:fs'
import { LedgerError } from '../../errors.ts'

/** What the system knows of the file. Throws roster.missing, roster.unreadable. */
export function fileAt(path: string, file: string): Stats {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new LedgerError('roster.missing', { file })
  if (!found.isFile()) throw new LedgerError('roster.unreadable', { file, folder: found.isDirectory() })
  try {
    accessSync(path, constants.R_OK)
  } catch {
    throw new LedgerError('roster.unreadable', { file, folder: false })
  }
  return found
}

/** The first bytes of a file, as Latin-1. */
export function firstBytes(path: string): string {
  const bytes = Buffer.alloc(1 << 16)
  const file = openSync(path, 'r')
  try {
    return bytes.toString('latin1', 0, readSync(file, bytes))
  } finally {
    closeSync(file)
  }
}
