import type { Book } from '../book/book.ts'
import { readFacts } from './read-facts.ts'
import { type DueReason, reasonsOn } from './reasons.ts'
import { measureShop, type ShopReader } from './shop-reader.ts'

/**
 * Every reason that holds for one customer on the book's day, the weightiest first, snoozed or not: what `why`
 * explains. `measure` spares reading the whole shop again.
 */
export async function reasonsFor(
  book: Book,
  customerId: number,
  measure: ShopReader = measureShop(book),
): Promise<DueReason[]> {
  const { day, rules, customers } = await readWithItems(book, customerId, measure)
  return customers.flatMap(({ facts }) => reasonsOn(facts, day, rules).map((one) => one.tell()))
}

/**
 * What one customer comes to be due for next, within a year, told as of the book's day; none when nothing is in sight.
 */
export async function nextReasons(book: Book, customerId: number, measure: ShopReader): Promise<DueReason[]> {
  const { day: today, rules, customers } = await readWithItems(book, customerId, measure)
  for (const { facts } of customers) {
    for (let day = today + 1; day <= today + 366; day++) {
      const raised = reasonsOn(facts, day, rules, today)
      if (raised.length > 0) return raised.map((one) => one.tell())
    }
  }
  return []
}

/** The customer with what they buy again and again; nobody where the id is that of staff. */
async function readWithItems(book: Book, customerId: number, measure: ShopReader) {
  const { day, rules, people, factsOf, learnItems } = await readFacts(book, { only: [customerId], measure })
  await learnItems([customerId])
  return { day, rules, customers: people.map(factsOf) }
}
