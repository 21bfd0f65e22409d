import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change/record.ts'
import type { ImportPlan } from '../import-plan.ts'
import { RowFault } from '../outcome.ts'
import type { Buyer } from '../row/purchase.ts'
import { buyerFinder } from './find-buyer.ts'

/** Finds whom rows that are no purchases are with: nobody is made. It throws RowFault customer.not-found. */
export async function knownCustomers(book: Book, change: Change, plan: ImportPlan): Promise<(row: Buyer) => number> {
  const people = await buyerFinder(book, change, {
    create: false,
    rows: plan.table.about.rows,
    hasPhones: true,
    hasEmails: false,
    service: null,
    strong: false,
    tell: () => {},
  })
  return (named) => {
    const id = people.find(named, null)
    if (typeof id === 'number') return id
    // Rows that name nobody were refused before.
    const asked = named.customer || named.name
    throw new RowFault('customer.not-found', { asked, near: [] }, 'customer', named.customer)
  }
}
