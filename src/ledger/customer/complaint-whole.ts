import type { Book } from '../book/book.ts'
import type { Complaint } from '../care/complaint/complaints.ts'
import { complaintNumbered } from '../care/complaint/open-complaint.ts'
import { addDays, type Day } from '../day.ts'
import { readStandings } from '../standing/read-standings.ts'

/**
 * A complaint, and whether an old customer or a new one made it: what they had bought before the day, `earlier` before
 * this ledger began, as an old roster says.
 */
export interface ComplaintWhole {
  readonly complaint: Complaint
  readonly before: { readonly purchases: number; readonly firstOn: Day | null; readonly earlier: boolean }
}

/** Throws complaint.not-found. */
export async function readComplaintWhole(book: Book, id: number): Promise<ComplaintWhole> {
  const complaint = await complaintNumbered(book, id)
  const { customerId, openedOn } = complaint
  const [standings, roster] = await Promise.all([
    readStandings({ ...book, today: addDays(openedOn, -1) }, [customerId]),
    book.db
      .selectFrom('customer')
      .select(['opening_visits as visits', 'opening_last_on as lastOn'])
      .where('id', '=', customerId)
      .executeTakeFirst(),
  ])
  const standing = standings.get(customerId)
  const earlier = roster?.lastOn ? roster.lastOn < openedOn : (roster?.visits ?? 0) > 0
  return { complaint, before: { purchases: standing?.purchases ?? 0, firstOn: standing?.firstOn ?? null, earlier } }
}
