import type { Book } from '../book/book.ts'
import type { Minor } from '../money.ts'
import { type Scope, standingsSince } from './scope.ts'

/** Somebody with a counted purchase in those days, and what they brought in them. */
export interface PeriodBuyer {
  readonly customerId: number
  readonly name: string
  readonly profit: Minor
  readonly spent: Minor
}

/** The buyers asked for; by id. */
export async function readPeriodBuyers(
  book: Pick<Book, 'db' | 'today' | 'policy'>,
  { from, only }: Scope,
): Promise<PeriodBuyer[]> {
  const standings = await standingsSince(book, from)
  const people = await book.db
    .selectFrom('customer')
    .select(['id', 'name'])
    .where('archived', '=', 0)
    .orderBy('id')
    .execute()
  return people.flatMap(({ id, name }) => {
    const standing = only && !only.has(id) ? undefined : standings.get(id)
    return standing && standing.visits > 0
      ? [{ customerId: id, name, profit: standing.windowProfit, spent: standing.windowSpent }]
      : []
  })
}

/** Without costs and with the whole margin, what is called profit is what was sold: people then read that. */
export function measureOf(
  { policy }: Pick<Book, 'policy'>,
  buyers: readonly Pick<PeriodBuyer, 'profit' | 'spent'>[],
): 'sales' | 'profit' {
  return policy['tier.margin'] === 1 && buyers.every(({ spent, profit }) => spent === profit) ? 'sales' : 'profit'
}
