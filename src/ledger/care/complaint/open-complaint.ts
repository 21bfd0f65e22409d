import type { Db } from '../../../store/db.ts'
import { entryNumbered } from '../../account/numbered.ts'
import type { Book } from '../../book/book.ts'
import { recordChange } from '../../book/change/record.ts'
import { addDays, type Day } from '../../day.ts'
import { LedgerError, type Named } from '../../errors.ts'
import { withinLength } from '../../identity/names.ts'
import type { Matter, Severity } from '../../vocabulary.ts'
import { type Complaint, readComplaints } from './complaints.ts'
import { answerColumns, type GivenAnswers, longest } from './questions.ts'

/** What is said when a complaint is opened; what is left out: a complaint, today, an answer in `complaint.days`. */
export interface NewComplaint extends GivenAnswers {
  readonly what: string
  readonly kind?: Matter | undefined
  readonly on?: Day | undefined
  readonly severity?: Severity | undefined
  /** The purchase it is about, by its number. */
  readonly purchase?: number | undefined
  readonly handler?: string | undefined
  readonly promisedOn?: Day | undefined
}

/** A complaint as it stands after a change; `change` is null in a dry run. */
export interface ComplaintChanged {
  readonly complaint: Complaint
  readonly change: number | null
}

/**
 * Opens a complaint or a suggestion of a customer. Throws day.future, complaint.promise-first, complaint.not-theirs,
 * entry.not-found, entry.not-a-purchase, usage.too-long.
 */
export async function openComplaint(book: Book, customer: Named, said: NewComplaint): Promise<ComplaintChanged> {
  const { what, kind = 'complaint', on = book.today, severity, purchase, handler, promisedOn, ...answers } = said
  if (on > book.today) throw new LedgerError('day.future', { day: on, today: book.today })
  const promised = promisedOn ?? addDays(on, book.policy['complaint.days'])
  if (promised < on) throw new LedgerError('complaint.promise-first', { promised, on })
  const { value, change } = await recordChange(book, `${kind} open`, async (db, change) => {
    const item = purchase === undefined ? null : await itemOfTheirs(db, purchase, customer)
    const id = change.number('complaint')
    await db
      .insertInto('complaint')
      .values({
        id,
        customer_id: customer.id,
        kind,
        what: withinLength('what', what, longest),
        opened_on: on,
        promised_on: promised,
        severity: severity ?? null,
        handler: handler || null,
        purchase_id: purchase ?? null,
        ...answerColumns({ ...answers, goods: answers.goods ?? item ?? undefined }),
        by: book.by,
        change_id: change.id,
      })
      .execute()
    Object.assign(change.facts, { customerId: customer.id, complaint: id, on })
    return complaintNumbered({ ...book, db }, id)
  })
  return { complaint: value, change }
}

/** The complaint of that number, settled or not. Throws complaint.not-found. */
export async function complaintNumbered(book: Pick<Book, 'db' | 'today' | 'currency'>, id: number): Promise<Complaint> {
  const [complaint] = await readComplaints(book, { ids: [id], all: true })
  if (!complaint) throw new LedgerError('complaint.not-found', { asked: id })
  return complaint
}

/** What was bought; throws unless the entry is a purchase of the customer that counts. */
async function itemOfTheirs(db: Db, id: number, customer: Named): Promise<string | null> {
  const { kind, customer_id, item, void: isVoid } = await entryNumbered(db, id)
  if (kind !== 'purchase') throw new LedgerError('entry.not-a-purchase', { id, kind })
  if (isVoid) throw new LedgerError('entry.already-void', { id, kind })
  if (customer_id !== customer.id) throw new LedgerError('complaint.not-theirs', { id, who: customer })
  return item === null ? null : [...item].slice(0, longest).join('')
}
