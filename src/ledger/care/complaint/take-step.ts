import type { Book } from '../../book/book.ts'
import { recordChange } from '../../book/change/record.ts'
import type { Day } from '../../day.ts'
import { LedgerError } from '../../errors.ts'
import { withinLength } from '../../identity/names.ts'
import { type ComplaintChanged, complaintNumbered } from './open-complaint.ts'
import { lastStep } from './past-complaints.ts'
import { answerColumns, type GivenAnswers, longest } from './questions.ts'

/**
 * The six steps: let them speak; thank and apologise; ask; propose; agree; follow up. What each asks of the shop, the
 * languages say.
 */
export const steps = [1, 2, 3, 4, 5, 6] as const

/** A step taken with a complaint; what was answered meanwhile, and another day promised, where one was. */
export interface NewStep extends GivenAnswers {
  readonly step: number
  readonly on?: Day | undefined
  readonly note?: string | undefined
  readonly promisedOn?: Day | undefined
}

/**
 * Notes a step. Throws complaint.not-found, complaint.no-steps of a suggestion, complaint.resolved of one that is
 * settled unless it is the last step, complaint.before-opened, complaint.promise-first, day.future.
 */
export async function takeStep(book: Book, id: number, said: NewStep): Promise<ComplaintChanged> {
  const { step, on = book.today, note, promisedOn, ...answers } = said
  if (on > book.today) throw new LedgerError('day.future', { day: on, today: book.today })
  if (promisedOn !== undefined && promisedOn < on)
    throw new LedgerError('complaint.promise-first', { promised: promisedOn, on })
  const { value, change } = await recordChange(book, 'complaint step', async (db, change) => {
    const inside = { ...book, db }
    const complaint = await complaintNumbered(inside, id)
    if (complaint.kind === 'suggestion') throw new LedgerError('complaint.no-steps', { id })
    if (complaint.resolvedOn !== null && step !== lastStep)
      throw new LedgerError('complaint.resolved', { id, on: complaint.resolvedOn })
    if (on < complaint.openedOn)
      throw new LedgerError('complaint.before-opened', { id, on, opened: complaint.openedOn })
    await db
      .insertInto('complaint_step')
      .values({
        id: change.number('complaint_step'),
        complaint_id: id,
        step,
        on,
        promised_on: promisedOn ?? null,
        note: note ? withinLength('note', note, longest) : null,
        by: book.by,
        change_id: change.id,
      })
      .execute()
    const answered = answerColumns(answers)
    if (Object.keys(answered).length > 0) await change.amend('complaint', id, answered)
    Object.assign(change.facts, { customerId: complaint.customerId, complaint: id, step, on })
    return complaintNumbered(inside, id)
  })
  return { complaint: value, change }
}
