import type { Book } from '../../book/book.ts'
import { decimal, type Minor } from '../../money.ts'
import type { ImportOutcome } from '../outcome.ts'
import { fromCredit } from '../row/from-credit.ts'

/**
 * Tells of customers who by the file, from the entry `firstNew` on, paid from more credit than the ledger knows of: the
 * rest stands as owed.
 */
export function tellOfShortCredit(
  { store: { sqlite }, currency }: Book,
  firstNew: number,
  outcome: ImportOutcome,
  linesOf: (customerId: number) => readonly number[],
): void {
  const short = sqlite
    .prepare(
      `SELECT id, name, min(taken, balance) AS short FROM (
        SELECT customer_id AS id, sum(owed) AS taken,
          (SELECT sum(owed) FROM entry WHERE customer_id = new.customer_id AND void = 0) AS balance
        FROM entry AS new WHERE id >= ? AND kind = 'purchase' AND void = 0 AND owed > 0
          AND method IN (${[...fromCredit].map(() => '?').join(', ')})
        GROUP BY customer_id) JOIN customer USING (id) WHERE balance > 0 ORDER BY short DESC, id`,
    )
    .all(firstNew, ...fromCredit) as { id: number; name: string; short: Minor }[]
  if (short.length === 0) return
  const sum = short.reduce((total, one) => total + one.short, 0)
  const facts = {
    customers: short.length,
    sum: decimal(sum, currency),
    some: short.slice(0, 3).map(({ id, name }) => ({ id, name })),
  }
  const lines = short.slice(0, 20).flatMap(({ id }) => linesOf(id))
  outcome.warn(0, 'row.short-credit', facts, null, null, lines)
}
