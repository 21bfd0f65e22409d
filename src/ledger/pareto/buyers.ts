import type { Book } from '../book.ts'
import type { Day } from '../day.ts'
import { allRuns, readCandidates } from '../tier/candidates.ts'
import type { Candidate } from '../tier/method.ts'

/** Which days a report counts (`from` null: from the beginning, up to the book's day) and which customers; everyone who is not archived, without `only`. */
export interface Scope {
  readonly from: Day | null
  readonly only?: ReadonlySet<number> | undefined
}

/** Everyone asked for with a counted purchase in these days, and what they brought in them; by id. */
export async function readBuyers({ db, today, policy }: Pick<Book, 'db' | 'today' | 'policy'>, { from, only }: Scope): Promise<Candidate[]> {
  const span = { day: today, from: from ?? '0001-01-01', margin: policy['tier.margin'] }
  const buyers: Candidate[] = []
  for (const run of await allRuns(db)) {
    for (const candidate of await readCandidates(db, span, run)) {
      if (candidate.turnover > 0 && (!only || only.has(candidate.customerId))) buyers.push(candidate)
    }
  }
  return buyers
}

/** Without costs and with the whole margin, what is called profit is what was sold: people then read that. */
export function measureOf({ policy }: Pick<Book, 'policy'>, buyers: readonly Candidate[]): 'sales' | 'profit' {
  return policy['tier.margin'] === 1 && buyers.every(({ spent, profit }) => spent === profit) ? 'sales' : 'profit'
}
