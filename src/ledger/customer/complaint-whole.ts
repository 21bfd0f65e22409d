import type { Book } from '../book/book.ts'
import type { Complaint } from '../care/complaint/complaints.ts'
import { complaintNumbered } from '../care/complaint/open-complaint.ts'
import { addDays, type Day } from '../day.ts'
import { readStandings } from '../standing/read-standings.ts'

/** A complaint, and whether an old customer or a new one made it: what they had bought before the day. */
export interface ComplaintWhole {
  readonly complaint: Complaint
  readonly before: { readonly purchases: number; readonly firstOn: Day | null }
}

/** Throws complaint.not-found. */
export async function readComplaintWhole(book: Book, id: number): Promise<ComplaintWhole> {
  const complaint = await complaintNumbered(book, id)
  const { customerId, openedOn } = complaint
  const standings = await readStandings({ ...book, today: addDays(openedOn, -1) }, [customerId])
  const standing = standings.get(customerId)
  return { complaint, before: { purchases: standing?.purchases ?? 0, firstOn: standing?.firstOn ?? null } }
}
