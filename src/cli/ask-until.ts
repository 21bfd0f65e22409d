import { LedgerError } from '../ledger/errors.ts'
import type { Context } from './context.ts'
import { explain } from './failure.ts'

/** Asks until the answer can be read; what is wrong with one is said. Only when somebody is there to answer. */
export async function askUntil<Value>(
  { terminal, flags, world }: Context,
  question: string,
  standing: string,
  read: (typed: string) => Promise<Value>,
): Promise<Value> {
  for (;;) {
    const typed = await terminal.ask(question, standing)
    try {
      return await read(typed)
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error
      const { said } = await explain(error, terminal.voice, { path: flags.db, temporary: world.folders.temporary })
      terminal.warn([said.message, said.hint].filter(Boolean).join('\n  '))
    }
  }
}
