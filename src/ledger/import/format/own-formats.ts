import type { OwnFile } from '../../../store/files/own-files.ts'
import { LedgerError } from '../../errors.ts'
import { formats } from './formats.ts'
import type { FileFormat } from './schema.ts'

/** A format, and where it is declared: `regulars`, or a file of the owner's. */
export interface KnownFormat {
  readonly format: FileFormat
  readonly from: string
}

/**
 * Every format there is, those of the owner's files among them: one of theirs takes the place of the program's of the
 * same name. Throws roster.bad-format.
 */
export async function knownFormats(files: readonly OwnFile[]): Promise<readonly KnownFormat[]> {
  const own = await ownFormats(files)
  const replaced = new Set(own.map(({ format }) => format.name))
  return [...formats.filter(({ name }) => !replaced.has(name)).map((format) => ({ format, from: 'regulars' })), ...own]
}

async function ownFormats(files: readonly OwnFile[]): Promise<KnownFormat[]> {
  if (files.length === 0) return []
  const { readFormat } = await import('./read-format.ts')
  return files.map(({ path, text }) => {
    const read = readFormat(text)
    if ('problem' in read) throw new LedgerError('roster.bad-format', { file: path, problem: read.problem })
    return { format: read.format, from: path }
  })
}
