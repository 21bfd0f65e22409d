import type { Faults } from '../ledger/errors.ts'
import type { Speech } from './speech.ts'

/** What is wrong, and what to type next. */
export interface ErrorMessage {
  readonly message: string
  readonly hint?: string
}

/** How a code is said that is said in one way whatever its facts. */
export type ErrorSentence<Code extends keyof Faults> = (facts: Faults[Code], voice: Speech) => ErrorMessage

/** The pieces of a code that is said in several ways; which of them are said, `error-choices.ts` decides. */
type ErrorPieces = Readonly<Record<string, unknown>>

/** The codes of some families: `file` has those that begin with `file.`. */
export type CodesOf<Family extends string> = Extract<keyof Faults, Family | `${Family}.${string}`>

/** Words for every code, or for those named. */
export type ErrorWords<Code extends keyof Faults = keyof Faults> = {
  readonly [One in Code]: ErrorSentence<One> | ErrorPieces
}

/** The same in any language: a sentence may use all that is known, pieces have the names that English gives them. */
export type InAnyLanguage<English extends Partial<ErrorWords>> = {
  readonly [Code in keyof English]: Code extends keyof Faults
    ? English[Code] extends (facts: never, voice: Speech) => ErrorMessage
      ? ErrorSentence<Code>
      : English[Code]
    : never
}
