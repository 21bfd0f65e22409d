import { LedgerError } from '../ledger/errors.ts'
import { smallText } from '../store/files/small-text.ts'

/** The first line of the file, without its line end: a password typed as an argument stands in the shell's history. */
export function readPassword(path: string | undefined): string | null {
  if (path === undefined) return null
  const [line = ''] = contentOf(path)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/, 1)
  if (line.trim() === '') throw new LedgerError('usage.no-password', { path })
  return line
}

function contentOf(path: string): string {
  try {
    return smallText(path, { pipe: true })?.text ?? ''
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new LedgerError('usage.no-file', { path })
    if (code === 'EISDIR' || code === 'EACCES')
      throw new LedgerError('roster.unreadable', { file: path, folder: code === 'EISDIR' })
    throw error
  }
}
