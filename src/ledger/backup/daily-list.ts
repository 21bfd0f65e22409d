import type { Book } from '../book/book.ts'
import { ledgerNote, noteInLedger } from '../book/settings.ts'
import { type Day, daysBetween } from '../day.ts'

const key = 'dailyListSince'

/** Notes that a clock makes tiers and list each morning from today on, or no longer does. */
export async function noteDailyList({ db, today }: Book, runs: boolean): Promise<void> {
  await noteInLedger(db, key, runs ? today : '')
}

/** Since when a clock is to make the list each morning; null: none is. */
export async function dailyListSince({ db }: Pick<Book, 'db'>): Promise<Day | null> {
  return (await ledgerNote(db, key)) || null
}

/** Since when no morning has made the list though a clock was to; null where one has, or none was to. */
export function dailyListStopped(since: Day | null, sortedOn: Day | null, today: Day): Day | null {
  if (since === null) return null
  const last = sortedOn !== null && sortedOn > since ? sortedOn : since
  // Today's may be still to come, and a day on which the computer was off is no fault.
  return daysBetween(last, today) > 2 ? last : null
}
