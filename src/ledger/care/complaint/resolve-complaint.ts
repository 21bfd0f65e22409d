import type { Db } from '../../../store/db.ts'
import { type EntryRow, entryNumbered } from '../../account/numbered.ts'
import { giveBack } from '../../account/refund.ts'
import { settleBenefits } from '../../account/settle-benefits.ts'
import { giveCoupon } from '../../benefit/coupons.ts'
import { pointsWriter } from '../../benefit/settle-points.ts'
import type { Book } from '../../book/book.ts'
import { type Change, recordChange } from '../../book/change/record.ts'
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
  /** A coupon given to the customer, by its code; and points. */
  readonly coupon?: string | undefined
  readonly points?: number | undefined
  readonly note?: string | undefined
}

export interface ComplaintResolved extends ComplaintChanged {
  /** The refund given with it; decimal string. */
  readonly refunded: string | null
}

/**
 * Settles a complaint, or a suggestion, and gives what was agreed on, all in one change. Throws complaint.not-found,
 * complaint.resolved, complaint.before-opened, complaint.not-theirs, coupon.nobody of a coupon they have, day.future,
 * and what a refund and `giveCoupon` throw.
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
    const couponId = said.coupon === undefined ? null : await giveTheirs(db, book, change, said.coupon, complaint)
    if (said.points !== undefined) {
      const writer = await pointsWriter(db, book, change, [complaint.customerId])
      await writer.add(complaint.customerId, book.today, said.points, 'adjusted', { note: complaint.what })
    }
    // What was refunded earned points too, and may have brought somebody a reward.
    await settleBenefits(db, book, change, [complaint.customerId])
    const remedy = said.remedy ?? remedyOf({ refundId, couponId, points: said.points })
    const cost = said.cost ?? refunded
    await change.amend('complaint', id, {
      resolved_on: on,
      remedy,
      cost,
      refund_id: refundId,
      coupon_id: couponId,
      points: said.points ?? null,
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

/** Gives the coupon; its number. */
async function giveTheirs(
  db: Db,
  book: Book,
  change: Change,
  code: string,
  { customerId }: Complaint,
): Promise<number> {
  const { coupon, given } = await giveCoupon(db, book, change, code, {}, [customerId])
  if (given.length === 0) throw new LedgerError('coupon.nobody', { code: coupon.code })
  return coupon.id
}

/** What is given makes the remedy where nobody named one. */
function remedyOf({
  refundId,
  couponId,
  points,
}: {
  readonly refundId: number | null
  readonly couponId: number | null
  readonly points: number | undefined
}): Remedy | null {
  if (refundId !== null) return 'refund'
  if (couponId !== null) return 'coupon'
  return points === undefined ? null : 'compensation'
}

function requireTheirs(entry: EntryRow, { customerId, name }: Complaint): EntryRow {
  if (entry.customer_id !== customerId)
    throw new LedgerError('complaint.not-theirs', { id: entry.id, who: { id: customerId, name } })
  return entry
}
