import type { Book } from '../../book/book.ts'
import type { ContactOutcome } from '../../followup/contacts.ts'
import type { Period } from '../../period.ts'
import { outcomes as allOutcomes } from '../../vocabulary.ts'

/** The contacts of a period, and what came of them. */
export interface ContactCounts {
  readonly made: number
  /** How many customers they were with. */
  readonly customers: number
  readonly outcomes: Readonly<Record<ContactOutcome, number>>
}

/** Counts the contacts of a period, of everyone or of some. */
export async function countContacts(
  { db }: Pick<Book, 'db'>,
  { from, to }: Period,
  only?: ReadonlySet<number>,
): Promise<ContactCounts> {
  const rows = await db
    .selectFrom('contact')
    .select(({ fn }) => ['customer_id', 'outcome', fn.countAll<number>().as('contacts')])
    .where('void', '=', 0)
    .where('on', '>=', from)
    .where('on', '<=', to)
    .groupBy(['customer_id', 'outcome'])
    .execute()
  const outcomes = Object.fromEntries(allOutcomes.map((outcome) => [outcome, 0])) as Record<ContactOutcome, number>
  const customers = new Set<number>()
  let made = 0
  for (const { customer_id, outcome, contacts } of rows) {
    if (only && !only.has(customer_id)) continue
    outcomes[outcome as ContactOutcome] += contacts
    made += contacts
    customers.add(customer_id)
  }
  return { made, customers: customers.size, outcomes }
}
