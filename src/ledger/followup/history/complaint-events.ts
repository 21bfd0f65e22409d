import { type ComplaintEvents, complaintUpTo } from '../../care/complaint/past-complaints.ts'
import type { DayNumber } from '../../day.ts'
import type { PastComplaint } from '../../reason/facts.ts'

/** The days on which something came of a complaint. */
export function eventDaysOf({ openedOn, resolvedOn, steps }: ComplaintEvents): DayNumber[] {
  return [openedOn, ...(resolvedOn === null ? [] : [resolvedOn]), ...steps.map(({ on }) => on)]
}

/** What had been complained of by the end of a day, as it stood then. */
export function complaintsUpTo(complaints: readonly ComplaintEvents[], through: DayNumber): PastComplaint[] {
  return complaints.filter(({ openedOn }) => openedOn <= through).map((one) => complaintUpTo(one, through))
}
