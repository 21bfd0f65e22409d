import type { Book } from '../../book/book.ts'
import { recordChange } from '../../book/change/record.ts'
import type { Day } from '../../day.ts'
import { LedgerError } from '../../errors.ts'
import { readSatisfaction, type SatisfactionOnDay } from '../../standing/satisfaction.ts'
import { usuallyExpected } from './score.ts'

/** One answer of a customer, on the scale of five. */
export interface Answer {
  readonly customerId: number
  readonly on: Day
  /** Null: the shop as a whole. */
  readonly aspect: string | null
  readonly expected: number
  readonly perceived: number
  readonly comment: string | null
}

/** An answer as recorded, with what the answers of the customer's newest day come to. */
export interface SurveyAnswer extends Answer {
  readonly by: string
  readonly satisfaction: SatisfactionOnDay
  /** Null: a dry run. */
  readonly change: number | null
}

/** What is said of it; what is left out: today, as a whole, an expectation of 4. */
export interface NewAnswer {
  readonly perceived: number
  readonly expected?: number | undefined
  readonly aspect?: string | null | undefined
  readonly on?: Day | undefined
  readonly comment?: string | undefined
}

/** Records how satisfied a customer was. Throws day.future. */
export async function recordSurvey(book: Book, customerId: number, said: NewAnswer): Promise<SurveyAnswer> {
  const { on = book.today, aspect = null, expected = usuallyExpected, perceived } = said
  if (on > book.today) throw new LedgerError('day.future', { day: on, today: book.today })
  const answer: Answer = { customerId, on, aspect, expected, perceived, comment: said.comment || null }
  const { value, change } = await recordChange(book, 'survey', async (db, change) => {
    const { customerId: customer_id, ...rest } = answer
    await db
      .insertInto('survey')
      .values({ id: change.number('survey'), customer_id, ...rest, by: book.by, change_id: change.id })
      .execute()
    Object.assign(change.facts, { customerId, on })
    return (await readSatisfaction(db, book.today, [customerId])).get(customerId) as SatisfactionOnDay
  })
  return { ...answer, by: book.by, satisfaction: value, change }
}
