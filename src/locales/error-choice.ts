import type { Faults } from '../ledger/errors.ts'
import type { Words } from './en.ts'
import type { ErrorMessage, ErrorSentence } from './error-message.ts'
import type { Speech } from './speech.ts'

/** Whoever says an error: the words of a language, and how money, days and phones are written. */
export interface ErrorTeller extends Speech {
  readonly words: Words
}

type Said = Words['errors']

/** What is said of each code that has pieces: a code of pieces without a choice does not compile. */
export type ErrorChoices = {
  readonly [Code in keyof Said as Said[Code] extends ErrorSentence<Code> ? never : Code]: (
    facts: Faults[Code],
    say: Said[Code],
    teller: ErrorTeller,
  ) => ErrorMessage
}

/** The codes of what a file or a row of it may have wrong. */
export type ImportChoice = Extract<keyof ErrorChoices, `roster.${string}` | `row.${string}`>
