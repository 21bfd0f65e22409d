import { openParts } from '../account/open-parts.ts'
import type { Book } from '../book/book.ts'
import { readComplaints } from '../care/complaint/complaints.ts'
import { type Day, daySerial, daysBetween } from '../day.ts'
import { readPastContacts } from '../followup/past-contacts.ts'
import { decimal } from '../money.ts'
import { standingPromise } from '../reason/promise.ts'

/** What was left open with a customer. Money in decimals; null where there is nothing of it. */
export interface OpenMatters {
  readonly debt: { readonly amount: string; readonly oldestOn: Day; readonly days: number } | null
  /** What they complained of and is not settled, the longest promised first. */
  readonly complaint: {
    readonly id: number
    readonly what: string
    readonly openedOn: Day
    readonly promisedOn: Day
  } | null
  /** They asked, and nobody has answered; or a day was promised. */
  readonly question: { readonly on: Day; readonly note: string | null } | null
  readonly promise: { readonly on: Day; readonly note: string | null } | null
  /** The last refund in the window of the tiers. */
  readonly refund: {
    readonly on: Day
    readonly amount: string
    readonly item: string | null
    readonly reason: string | null
    readonly fault: string | null
  } | null
}

/** What of one customer waits to be put right on the book's day: debts, promises, complaints, refunds since a day. */
export async function readOpenMatters(
  book: Pick<Book, 'db' | 'today' | 'currency' | 'policy'>,
  customerId: number,
  since: Day,
): Promise<OpenMatters> {
  const { db, today, currency, policy } = book
  const [parts, contacts, refund, [complaint]] = await Promise.all([
    openParts(db, today, [customerId]),
    readPastContacts(book, [customerId]),
    db
      .selectFrom('entry as refund')
      .leftJoin('entry as purchase', 'purchase.id', 'refund.refund_of')
      .select([
        'refund.on as on',
        'refund.amount as amount',
        'refund.item as own',
        'purchase.item as item',
        'refund.reason as reason',
        'refund.fault as fault',
      ])
      .where('refund.customer_id', '=', customerId)
      .where('refund.kind', '=', 'refund')
      .where('refund.void', '=', 0)
      .where('refund.on', '>=', since)
      .where('refund.on', '<=', today)
      .orderBy('refund.on', 'desc')
      .orderBy('refund.id', 'desc')
      .limit(1)
      .executeTakeFirst(),
    readComplaints(book, { customers: [customerId], kind: 'complaint' }),
  ])
  const open = parts.get(customerId) ?? []
  const [oldest] = open
  const standing = standingPromise(contacts.get(customerId) ?? [], policy['due.promise.days'])
  const waits = standing !== null && standing.made.nextOn === null
  const said = standing && { on: daySerial(waits ? standing.made.on : standing.dueOn), note: standing.made.note }
  return {
    debt: oldest
      ? {
          amount: decimal(
            open.reduce((sum, part) => sum + part.open, 0),
            currency,
          ),
          oldestOn: oldest.on,
          days: daysBetween(oldest.on, today),
        }
      : null,
    complaint: complaint
      ? {
          id: complaint.id,
          what: complaint.what,
          openedOn: complaint.openedOn,
          promisedOn: complaint.promisedOn,
        }
      : null,
    question: waits ? said : null,
    promise: waits ? null : said,
    refund: refund
      ? {
          on: refund.on,
          amount: decimal(refund.amount, currency),
          item: refund.own ?? refund.item,
          reason: refund.reason,
          fault: refund.fault,
        }
      : null,
  }
}
