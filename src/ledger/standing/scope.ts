import type { Book } from '../book/book.ts'
import type { Day } from '../day.ts'
import { standingsIn } from './read-standings.ts'
import { beginning, type Standing } from './standing.ts'

/**
 * Which days a report counts (`from` null: from the beginning, up to the book's day) and which customers; everyone who
 * is not archived, without `only`.
 */
export interface Scope {
  readonly from: Day | null
  readonly only?: ReadonlySet<number> | undefined
}

/** Standings as of the book's day; their window is the days of the report. */
export async function standingsSince(
  { db, today, policy }: Pick<Book, 'db' | 'today' | 'policy'>,
  from: Day | null,
): Promise<Map<number, Standing>> {
  return standingsIn(db, { day: today, from: from ?? beginning, margin: policy['tier.margin'] })
}
