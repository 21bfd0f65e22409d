import type { Faults } from '../ledger/errors.ts'
import type { Speech } from './speech.ts'

/** What is wrong, and what to type next. */
export interface ErrorMessage {
  readonly message: string
  readonly hint?: string
}

/** A sentence for every error there is. */
export type ErrorMessages = { readonly [Code in keyof Faults]: (facts: Faults[Code], voice: Speech) => ErrorMessage }
