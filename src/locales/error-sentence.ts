import type { Faults } from '../ledger/errors.ts'
import type { ErrorChoices, ErrorTeller } from './error-choice.ts'
import { errorChoices } from './error-choices.ts'
import type { ErrorMessage } from './error-message.ts'
import { importErrorChoices } from './import-error-choices.ts'

const choices: ErrorChoices = { ...errorChoices, ...importErrorChoices }

/** An error in words: what is wrong, and what to type next. */
export function errorSentence<Code extends keyof Faults>(
  code: Code,
  facts: Faults[Code],
  teller: ErrorTeller,
): ErrorMessage {
  const said: unknown = teller.words.errors[code]
  // Words and choices are typed by their code; which one this is, only the value knows.
  if (typeof said === 'function') return said(named(code, facts, teller), teller)
  const choose = choices[code as keyof ErrorChoices] as (facts: unknown, say: unknown, to: ErrorTeller) => ErrorMessage
  return choose(named(code, facts, teller), said, teller)
}

/** What is read from a pipe has no name: it is called the standard input. */
function named<Code extends keyof Faults>(code: Code, facts: Faults[Code], { words }: ErrorTeller): Faults[Code] {
  const isStdin = code.startsWith('roster.') && 'file' in facts && facts.file === '-'
  return isStdin ? { ...facts, file: words.importing.stdin } : facts
}
