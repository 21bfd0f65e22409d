import { LedgerError } from '../ledger/errors.ts'
import type { Context } from './context.ts'

/**
 * Whether to go ahead with what cannot be taken back lightly: asks, takes --yes for an answer, and refuses where nobody
 * can give one.
 */
export async function confirmed(
  { terminal, flags }: Pick<Context, 'terminal' | 'flags'>,
  command: string,
  question: string,
): Promise<boolean> {
  if (flags.yes || flags.dryRun) return true
  if (!terminal.interactive) throw new LedgerError('usage.yes-missing', { command })
  return terminal.confirm(question)
}
