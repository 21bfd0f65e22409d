import type { Book } from '../../book/book.ts'
import type { Outcome } from '../../followup/contacts.ts'
import type { Period } from '../../period.ts'
import { vocabulary } from '../../vocabulary.ts'

/** The contacts of a period, and what came of them. */
export interface ContactCounts {
  readonly made: number
  /** How many customers they were with. */
  readonly customers: number
  readonly outcomes: Readonly<Record<Outcome, number>>
}

export async function countContacts({ db }: Pick<Book, 'db'>, { from, to }: Period, only?: ReadonlySet<number>): Promise<ContactCounts> {
  const rows = await db
    .selectFrom('contact')
    .select(({ fn }) => ['customer_id', 'outcome', fn.countAll<number>().as('contacts')])
    .where('void', '=', 0)
    .where('on', '>=', from)
    .where('on', '<=', to)
    .groupBy(['customer_id', 'outcome'])
    .execute()
  const outcomes = Object.fromEntries(Object.keys(vocabulary.outcome).map((outcome) => [outcome, 0])) as Record<Outcome, number>
  const customers = new Set<number>()
  let made = 0
  for (const { customer_id, outcome, contacts } of rows) {
    if (only && !only.has(customer_id)) continue
    outcomes[outcome as Outcome] += contacts
    made += contacts
    customers.add(customer_id)
  }
  return { made, customers: customers.size, outcomes }
}
