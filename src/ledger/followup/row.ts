import type { Book } from '../book/book.ts'
import { type Day, daySerial } from '../day.ts'
import { decimal } from '../money.ts'
import type { Channel, Stage, Tier } from '../vocabulary.ts'
import { readChannels } from './channels.ts'
import { type LastContact, lastContacts } from './contacts.ts'
import type { CustomerFacts } from './customer-facts.ts'
import type { DueCustomer } from './find-due.ts'
import { lastPurchases } from './last-purchases.ts'
import type { DueReason } from './reasons.ts'

/** One customer who is due, with what the owner needs to talk. Money is decimal strings. */
export interface DueRow {
  readonly customerId: number
  readonly name: string
  readonly called: string | null
  readonly code: string | null
  readonly phone: string | null
  readonly wechat: string | null
  /** The way to speak to them: never one they refused. */
  readonly channel: Channel
  readonly hours: string | null
  readonly tier: Tier
  readonly stage: Stage
  readonly score: number
  readonly tags: readonly string[]
  readonly style: string | null
  readonly balance: string
  readonly reasons: readonly DueReason[]
  /** amount and item are unknown of a visit that only an old roster names. */
  readonly lastPurchase: { readonly on: Day; readonly amount: string | null; readonly item: string | null } | null
  readonly lastContact: Omit<LastContact, 'id'> | null
}

type RowParts = Awaited<ReturnType<typeof readRowParts>>

/** What the rows of these customers are made of; of whom it is worth a word, whether only in the shop is left. */
export async function readRowParts(book: Book, customers: readonly CustomerFacts[]) {
  const { db, today } = book
  const ids = customers.map(({ facts }) => facts.customerId)
  if (ids.length === 0)
    return { people: [], tags: [], channels: new Map(), purchases: new Map(), contacts: new Map(), shopOnly: {} }
  const [people, tags, channels, purchases, contacts] = await Promise.all([
    db
      .selectFrom('customer')
      .select(['id', 'name', 'called', 'code', 'phone', 'wechat', 'hours', 'style'])
      .where('id', 'in', ids)
      .execute(),
    db.selectFrom('tag').select(['customer_id', 'tag']).where('customer_id', 'in', ids).orderBy('id').execute(),
    readChannels(book, ids),
    lastPurchases(db, today, lastBoughtOn(customers)),
    lastContacts(db, today, ids),
  ])
  const shopOnly: Record<number, boolean> = Object.fromEntries(
    [...channels].flatMap(([id, one]) => (one.said ? [[id, one.shopOnly]] : [])),
  )
  return { people, tags, channels, purchases, contacts, shopOnly }
}

/** The rows of these customers, in their order. */
export function describeRows(
  { currency }: Pick<Book, 'currency'>,
  due: readonly DueCustomer[],
  { people, tags, channels, purchases, contacts }: RowParts,
): DueRow[] {
  const personOf = new Map(people.map((person) => [person.id, person]))
  return due.flatMap(({ raised, score, customer }) => {
    const { tier } = customer
    const { customerId } = customer.facts
    const person = personOf.get(customerId)
    if (!person) return []
    const { id: _, style, hours, ...spoken } = person
    const contact = contacts.get(customerId)
    const bought = purchases.get(customerId)
    const { stage, lastOn } = customer.rhythm
    return [
      {
        customerId,
        ...spoken,
        channel: channels.get(customerId)?.channel ?? 'shop',
        hours,
        tier,
        stage,
        score: Math.round(score.top / score.bottom),
        tags: tags.filter((row) => row.customer_id === customerId).map(({ tag }) => tag),
        style,
        balance: decimal(customer.balance, currency),
        reasons: raised.map((one) => one.tell()),
        lastPurchase: bought
          ? { on: bought.on, amount: decimal(bought.amount, currency), item: bought.item }
          : lastOn === null
            ? null
            : { on: daySerial(lastOn), amount: null, item: null },
        lastContact: contact
          ? { on: contact.on, channel: contact.channel, outcome: contact.outcome, note: contact.note }
          : null,
      },
    ]
  })
}

/** The day each last bought on, where the ledger has that purchase. */
function lastBoughtOn(customers: readonly CustomerFacts[]): Map<number, Day | null> {
  return new Map(
    customers.map(({ facts, bought: { lastOn }, rhythm }) => [
      facts.customerId,
      lastOn === null || lastOn !== rhythm.lastOn ? null : daySerial(lastOn),
    ]),
  )
}
