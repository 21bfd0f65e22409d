import { LedgerError } from '../errors.ts'

/** Another program's scores, as typed: only R's are known. Throws usage.bad-choice. */
export function readCompat(typed: string): 'r' {
  if (typed.trim().toLowerCase() !== 'r') throw new LedgerError('usage.bad-choice', { asked: typed, what: '--compat', choices: ['r'] })
  return 'r'
}
