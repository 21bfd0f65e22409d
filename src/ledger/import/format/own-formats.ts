import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { smallText } from '../../../store/files/small-text.ts'
import { LedgerError } from '../../errors.ts'
import { formats } from './formats.ts'
import type { FileFormat } from './schema.ts'

/** A format, and where it is declared: `regulars`, or a file of the owner's. */
export interface KnownFormat {
  readonly format: FileFormat
  readonly from: string
}

/** The folder beside the ledger in which an owner keeps formats of their own, one JSON file each. */
export function formatsFolder(ledger: string): string {
  return join(dirname(ledger), 'formats')
}

/**
 * Every format there is; one of the owner's takes the place of the program's of the same name. Throws
 * roster.bad-format.
 */
export async function knownFormats(ledger: string): Promise<readonly KnownFormat[]> {
  const own = /^\w+:\/\//.test(ledger) ? [] : await ownFormats(formatsFolder(ledger))
  const replaced = new Set(own.map(({ format }) => format.name))
  return [...formats.filter(({ name }) => !replaced.has(name)).map((format) => ({ format, from: 'regulars' })), ...own]
}

async function ownFormats(folder: string): Promise<KnownFormat[]> {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  if (files.length === 0) return []
  const { readFormat } = await import('./read-format.ts')
  return files.sort().flatMap((name) => {
    const file = join(folder, name)
    const found = smallText(file)
    // A pipe or a device, or far too long for one.
    if (found === null) return []
    const read = readFormat(found.text)
    if ('problem' in read) throw new LedgerError('roster.bad-format', { file, problem: read.problem })
    return { format: read.format, from: file }
  })
}
