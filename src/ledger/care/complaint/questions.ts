import type { Selectable } from 'kysely'
import type { ComplaintTable } from '../../../store/tables.ts'
import { withinLength } from '../../identity/names.ts'

/**
 * What the trade asks of a complaint besides what happened, and whether the customer is an old or a new one, which the
 * ledger knows. Null: nobody has asked yet.
 */
export interface Answers {
  readonly how: string | null
  readonly goods: string | null
  readonly why: string | null
  readonly served: string | null
  /** Other reasons. */
  readonly cause: string | null
  readonly reasonable: boolean | null
  /** The remedy they want. */
  readonly wants: string | null
}

/** The questions in the order they are asked. */
export const questions = [
  'how',
  'goods',
  'why',
  'served',
  'cause',
  'reasonable',
  'wants',
] as const satisfies readonly (keyof Answers)[]

export type GivenAnswers = { readonly [Question in keyof Answers]?: Exclude<Answers[Question], null> | undefined }

/** What was answered to the questions about a complaint, as its row holds it; null: not asked. */
export function answersOf(row: Pick<Selectable<ComplaintTable>, keyof Answers>): Answers {
  const { how, goods, why, served, cause, reasonable, wants } = row
  return { how, goods, why, served, cause, wants, reasonable: reasonable === null ? null : reasonable === 1 }
}

/** What was answered, as columns; what was not asked stays as it is. Throws usage.too-long. */
export function answerColumns({ reasonable, ...texts }: GivenAnswers): Partial<Selectable<ComplaintTable>> {
  const written = Object.entries(texts).flatMap(([question, text]) =>
    text === undefined ? [] : [[question, withinLength('text', text, longest) || null]],
  )
  return {
    ...Object.fromEntries(written),
    ...(reasonable === undefined ? {} : { reasonable: reasonable ? 1 : 0 }),
  }
}

/** How long a text of a complaint may be. */
export const longest = 500
