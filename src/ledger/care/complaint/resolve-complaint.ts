import { type EntryRow, entryNumbered } from '../../account/numbered.ts'
import { giveBack } from '../../account/refund.ts'
import type { Book } from '../../book/book.ts'
import { recordChange } from '../../book/change/record.ts'
import type { Day } from '../../day.ts'
import { LedgerError } from '../../errors.ts'
import { withinLength } from '../../identity/names.ts'
import { decimal, type Minor } from '../../money.ts'
import type { Remedy } from '../../vocabulary.ts'
import type { Complaint } from './complaints.ts'
import { type ComplaintChanged, complaintNumbered } from './open-complaint.ts'
import { longest } from './questions.ts'

/** How a complaint is settled; what is left out: today, and the remedy that what is given makes it. */
export interface Resolution {
  readonly on?: Day | undefined
  readonly remedy?: Remedy | undefined
  /** What it costs the shop; of a refund alone, what is refunded. */
  readonly cost?: Minor | undefined
  /** A purchase of the customer to be refunded, by its number; and how much of it, where not all that is left. */
  readonly refund?: number | undefined
  readonly amount?: Minor | undefined
  readonly note?: string | undefined
}

export interface ComplaintResolved extends ComplaintChanged {
  /** The refund given with it; decimal string. */
  readonly refunded: string | null
}

/**
 * Settles a complaint, or a suggestion, and gives what was agreed on, all in one change. Throws complaint.not-found,
 * complaint.resolved, complaint.before-opened, complaint.not-theirs, day.future, and what a refund throws.
 */
export async function resolveComplaint(book: Book, id: number, said: Resolution): Promise<ComplaintResolved> {
  const { on = book.today, note } = said
  if (on > book.today) throw new LedgerError('day.future', { day: on, today: book.today })
  const { value, change } = await recordChange(book, 'complaint resolve', async (db, change) => {
    const inside = { ...book, db }
    const complaint = await complaintNumbered(inside, id)
    if (complaint.resolvedOn !== null) throw new LedgerError('complaint.resolved', { id, on: complaint.resolvedOn })
    if (on < complaint.openedOn)
      throw new LedgerError('complaint.before-opened', { id, on, opened: complaint.openedOn })
    const purchase = said.refund === undefined ? null : requireTheirs(await entryNumbered(db, said.refund), complaint)
    const refundId = purchase
      ? await giveBack(db, book, change, purchase, { on, amount: said.amount, reason: complaint.what })
      : null
    const refunded = refundId === null ? null : (await entryNumbered(db, refundId)).amount
    const remedy = said.remedy ?? (refundId === null ? null : 'refund')
    const cost = said.cost ?? refunded
    await change.amend('complaint', id, {
      resolved_on: on,
      remedy,
      cost,
      refund_id: refundId,
      note: note ? withinLength('note', note, longest) : null,
    })
    Object.assign(change.facts, { customerId: complaint.customerId, complaint: id, remedy, on })
    if (refunded !== null) change.facts['amount'] = refunded
    return {
      complaint: await complaintNumbered(inside, id),
      refunded: refunded === null ? null : decimal(refunded, book.currency),
    }
  })
  return { ...value, change }
}

function requireTheirs(entry: EntryRow, { customerId, name }: Complaint): EntryRow {
  if (entry.customer_id !== customerId)
    throw new LedgerError('complaint.not-theirs', { id: entry.id, who: { id: customerId, name } })
  return entry
}
