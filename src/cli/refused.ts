import { LedgerError } from '../ledger/errors.ts'
import type { Context } from './context.ts'
import { explain } from './failure.ts'

/** Does what an answer asks; what the ledger refuses is said, and may be answered otherwise: null then. */
export async function unlessRefused<Value>(
  { terminal, flags, world }: Pick<Context, 'terminal' | 'flags' | 'world'>,
  work: () => Promise<Value>,
): Promise<Value | null> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof LedgerError) || error.code === 'interrupted' || error.code.startsWith('file.')) throw error
    const { said } = await explain(error, terminal.voice, { path: flags.db, temporary: world.folders.temporary })
    terminal.warn([said.message, said.hint].filter(Boolean).join('\n  '))
    return null
  }
}

/** Whether the work came to its end; false: Ctrl-C ended it at a question. */
export async function unlessInterrupted(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof LedgerError && error.code === 'interrupted') return false
    throw error
  }
}
