import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change/record.ts'
import type { Day } from '../../day.ts'
import type { ImportPlan } from '../import-plan.ts'
import { type ImportOutcome, RowFault } from '../outcome.ts'
import type { Buyer } from '../row/purchase.ts'
import { isOwnExport } from '../row/roster-name.ts'
import { buyerFinder } from './find-buyer.ts'

export interface KnownCustomers {
  find(named: Buyer, on: Day, line: number): number
  /** The line by which somebody was made. */
  linesOf(customerId: number): readonly number[]
}

/**
 * Finds whom rows that are no purchases are with. Who is not known is made as of the row's day, where that was asked
 * for; else it throws RowFault customer.not-found.
 */
export async function knownCustomers(
  book: Book,
  change: Change,
  plan: ImportPlan,
  outcome: ImportOutcome,
): Promise<KnownCustomers> {
  const people = await buyerFinder(book, change, {
    create: plan.options.createCustomers,
    rows: plan.table.about.rows,
    hasPhones: true,
    hasEmails: false,
    service: null,
    strong: false,
    plainNames: isOwnExport(plan.headers),
    tell: () => {},
    tellOfName: (line, code, facts, text) =>
      outcome.warn(line, code, facts, plan.columns.has('customer') ? 'customer' : 'name', text),
  })
  const lines = new Map<number, number>()
  return {
    find(named, on, line) {
      const found = people.find(named, null, line)
      if (typeof found === 'number') return found
      if (found !== null) {
        const made = people.make(found, on)
        lines.set(made, line)
        return made
      }
      // Rows that name nobody were refused before.
      const asked = named.customer || named.name
      throw new RowFault('customer.not-found', { asked, near: [] }, 'customer', named.customer)
    },
    linesOf: (id) => [lines.get(id) ?? 0].filter((line) => line > 0),
  }
}
