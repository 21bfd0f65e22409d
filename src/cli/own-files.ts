import { dirname, join } from 'node:path'
import { LedgerError } from '../ledger/errors.ts'
import { errorSentence } from '../locales/error-sentence.ts'
import { type OwnFile, ownFiles } from '../store/files/own-files.ts'
import { cleanDeep } from '../terminal/clean.ts'
import type { Context } from './context.ts'

/** What an owner keeps of their own in these folders beside the ledger. */
const names = { formats: /\.json$/, messages: /^[^.].*\.txt$/i }

/** The owner's files of a kind; one that does not count is told of, with why. */
export function ownFilesBeside(
  { flags, world, terminal }: Pick<Context, 'flags' | 'world' | 'terminal'>,
  kind: keyof typeof names,
): readonly OwnFile[] {
  // A ledger on a server has no folder to lie beside.
  if (/^\w+:\/\//.test(flags.db)) return []
  const { files, left } = ownFiles(flags.db, join(dirname(flags.db), kind), names[kind], world.believed)
  for (const { path, why } of left) {
    const { code, facts } = new LedgerError('file.not-counted', { path, why })
    const { message, hint } = errorSentence(code, cleanDeep(facts), terminal.voice)
    terminal.warn(`regulars: ${message}\n  ${hint}`)
  }
  return files
}
