import { giveBirthdayCoupons } from '../benefit/birthday-gift.ts'
import type { Book } from '../book/book.ts'
import { recordChange } from '../book/change/record.ts'
import { type Day, daySerial, serial } from '../day.ts'
import { standingPromise } from '../reason/promise.ts'
import type { Reason } from '../reason/rules.ts'
import type { Contact } from './contacts.ts'
import type { CustomerFacts } from './customer-facts.ts'
import { readFacts } from './read-facts.ts'
import { type ActiveRules, activeRulesOf, reasonsOn } from './reasons.ts'
import { insertContacts, type NewContact } from './record-contact.ts'
import { measureShop, type ShopReader } from './shop-reader.ts'

/**
 * A contact and what came of it: the reasons it settled, with the day each will be back if nothing else happens, and
 * those still open.
 */
export interface Done extends Contact {
  readonly settled: readonly { readonly reason: Reason; readonly againOn: Day | null }[]
  readonly open: readonly Reason[]
  /** The coupon their tier is given on the birthday, given with the wish. */
  readonly birthdayCoupon: string | null
  /** null in a dry run. */
  readonly change: number | null
}

/**
 * Records a contact with each customer and tells what it settled, as of the book's day. Throws as `insertContacts`
 * does.
 */
export async function contactCustomers(book: Book, wanted: NewContact): Promise<Done[]> {
  const rules = activeRulesOf(book.policy)
  const { value, change } = await recordChange(book, 'done', async (db, change) => {
    const inside = { ...book, db }
    const ids = [...new Set(wanted.customerIds)]
    const measure = measureShop(inside)
    const earlier = await factsOf(inside, ids, measure)
    const before = reasonsOf(earlier, book.today, rules)
    const contacts = await insertContacts(db, change, book, wanted)
    const customers = await factsOf(inside, ids, measure)
    const after = reasonsOf(customers, book.today, rules)
    const toWish = (some: readonly CustomerFacts[], reasons: Map<number, Reason[]>, id: number) => {
      const customer = some.find(({ facts }) => facts.customerId === id)
      if (!customer || reasons.get(id)?.includes('birthday')) return customer !== undefined
      return backOn(customer, 'birthday', book.today, rules) !== null
    }
    // A talk before the day puts the wishes off to the day: the gift waits with them.
    const wished = contacts.filter(
      ({ customerId, outcome }) =>
        outcome !== 'no-answer' &&
        outcome !== 'declined' &&
        toWish(earlier, before, customerId) &&
        !toWish(customers, after, customerId),
    )
    const gifts = await giveBirthdayCoupons(
      db,
      book,
      change,
      wished.map(({ customerId }) => customerId),
    )
    return contacts.map((contact) => {
      const open = after.get(contact.customerId) ?? []
      const due = before.get(contact.customerId) ?? []
      const [was, customer] = [earlier, customers].map((some) =>
        some.find(({ facts }) => facts.customerId === contact.customerId),
      )
      // A question may be answered before it is due.
      const answered = !due.includes('promise') && isPromised(was, book) && !isPromised(customer, book)
      const gone = [...due, ...(answered ? (['promise'] as const) : [])].filter((reason) => !open.includes(reason))
      return {
        ...contact,
        open,
        birthdayCoupon: gifts.get(contact.customerId) ?? null,
        settled: gone.map((reason) => ({
          reason,
          againOn: customer ? backOn(customer, reason, book.today, rules) : null,
        })),
      }
    })
  })
  return value.map((done) => ({ ...done, change }))
}

function isPromised(customer: CustomerFacts | undefined, { policy }: Book): boolean {
  return customer !== undefined && standingPromise(customer.facts.contacts, policy['due.promise.days']) !== null
}

async function factsOf(book: Book, ids: readonly number[], measure: ShopReader): Promise<CustomerFacts[]> {
  const { people, factsOf, learnItems } = await readFacts(book, { only: ids, measure })
  await learnItems(ids)
  return people.map(factsOf)
}

function reasonsOf(customers: readonly CustomerFacts[], today: Day, rules: ActiveRules): Map<number, Reason[]> {
  return new Map(
    customers.map(({ facts }) => [
      facts.customerId,
      reasonsOn(facts, serial(today), rules).map(({ reason }) => reason),
    ]),
  )
}

/** The first day to come on which the reason holds again; null when none is near. */
function backOn({ facts }: CustomerFacts, reason: Reason, today: Day, rules: ActiveRules): Day | null {
  const from = serial(today)
  const active = rules.active.filter(({ rule }) => rule.reason === reason)
  for (let day = from + 1; day <= from + 120; day++)
    if (reasonsOn(facts, day, { ...rules, active }).length > 0) return daySerial(day)
  return null
}
