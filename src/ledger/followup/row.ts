import type { Book } from '../book/book.ts'
import type { Day } from '../day.ts'
import type { Fraction } from '../fraction.ts'
import { decimal } from '../money.ts'
import type { Channel, Stage, Tier } from '../vocabulary.ts'
import { readChannels } from './channels.ts'
import { type LastContact, lastContacts } from './contacts.ts'
import { lastPurchases } from './last-purchases.ts'
import type { CustomerFacts } from './read-facts.ts'
import type { DueReason, Raised } from './reasons.ts'

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

/** Who is shown, and what for. */
export interface ShownDue {
  readonly customer: CustomerFacts
  readonly score: Fraction
  readonly raised: readonly Raised[]
}

/**
 * The rows of these customers, in their order; of whom it is worth a word, whether they are to be spoken to in the shop
 * alone.
 */
export async function describeRows(
  book: Book,
  due: readonly ShownDue[],
): Promise<{ rows: DueRow[]; shopOnly: Record<number, boolean> }> {
  if (due.length === 0) return { rows: [], shopOnly: {} }
  const { db, today, currency } = book
  const ids = due.map(({ customer }) => customer.facts.customerId)
  const [people, tags, channels, purchases, contacts] = await Promise.all([
    db
      .selectFrom('customer')
      .select(['id', 'name', 'called', 'code', 'phone', 'wechat', 'hours', 'style'])
      .where('id', 'in', ids)
      .execute(),
    db.selectFrom('tag').select(['customer_id', 'tag']).where('customer_id', 'in', ids).orderBy('id').execute(),
    readChannels(book, ids),
    lastPurchases(db, lastBoughtOn(due)),
    lastContacts(db, today, ids),
  ])
  const personOf = new Map(people.map((person) => [person.id, person]))
  const shopOnly = Object.fromEntries([...channels].flatMap(([id, one]) => (one.said ? [[id, one.shopOnly]] : [])))
  const rows = due.flatMap(({ raised, score, customer }) => {
    const { tier } = customer
    const { customerId } = customer.facts
    const person = personOf.get(customerId)
    if (!person) return []
    const { id: _, style, hours, ...spoken } = person
    const contact = contacts.get(customerId)
    const bought = purchases.get(customerId)
    const lastOn = customer.rhythm.lastOn
    return [
      {
        customerId,
        ...spoken,
        channel: channels.get(customerId)?.channel ?? 'shop',
        hours,
        tier,
        stage: customer.rhythm.stage,
        score: Math.round(score.top / score.bottom),
        tags: tags.filter((row) => row.customer_id === customerId).map(({ tag }) => tag),
        style,
        balance: decimal(customer.balance, currency),
        reasons: raised.map((one) => one.tell()),
        lastPurchase: bought
          ? { on: bought.on, amount: decimal(bought.amount, currency), item: bought.item }
          : lastOn === null
            ? null
            : { on: lastOn, amount: null, item: null },
        lastContact: contact
          ? { on: contact.on, channel: contact.channel, outcome: contact.outcome, note: contact.note }
          : null,
      },
    ]
  })
  return { rows, shopOnly }
}

/** The day each last bought on, where the ledger has that purchase. */
function lastBoughtOn(due: readonly ShownDue[]): Map<number, Day | null> {
  return new Map(
    due.map(({ customer }) => [
      customer.facts.customerId,
      customer.standing.lastOn === customer.rhythm.lastOn ? customer.standing.lastOn : null,
    ]),
  )
}
