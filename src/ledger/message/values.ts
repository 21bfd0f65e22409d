import type { Book } from '../book/book.ts'
import type { KeptEvent } from '../care/event/events.ts'
import { type Day, type DayNumber, daySerial } from '../day.ts'
import type { CustomerFacts } from '../followup/customer-facts.ts'
import { lastPurchases } from '../followup/last-purchases.ts'
import type { DueReason, Raised } from '../followup/reasons.ts'
import { fold } from '../identity/spelling.ts'
import { decimal } from '../money.ts'
import { currentTiers } from '../tier/current.ts'
import type { Field } from './fields.ts'
import { neededFields, type TemplatePiece, type TemplateText, usesField } from './template.ts'
import type { WordedReason } from './templates.ts'

/**
 * What can be filled in of one customer: amounts as decimal strings, days as they are kept; what is not known is null.
 */
export interface MessageValues {
  readonly name: string
  readonly called: string | null
  readonly kind: string
  readonly items: readonly string[]
  readonly amount: string | null
  readonly last: Day | null
  /** What they owe, net of what they paid and of credit. */
  readonly owed: string | null
  readonly owedSince: Day | null
  readonly credit: string | null
  readonly wishes: readonly string[]
  readonly birthday: Day | null
  /** How many points lapse next, and when; coupons that are good for a few days more; what the tier has. */
  readonly points: number | null
  readonly pointsOn: Day | null
  readonly coupons: readonly { readonly code: string; readonly until: Day }[]
  readonly privilege: string | null
  readonly occasions: readonly { readonly text: string; readonly on: Day }[]
  /** The owner's own facts, by their folded keys. */
  readonly facts: Readonly<Record<string, string>>
}

/** What is the same for everybody. */
export interface GeneralValues {
  readonly shop: string
  readonly festival: string | null
  readonly event: KeptEvent | null
}

interface ValuedCustomer {
  readonly id: number
  readonly name: string
  readonly called: string | null
  readonly kind: string
}

/** The values of some customers, of which only what the text asks for is read. */
export async function readValues(
  { db, today, currency, policy }: Pick<Book, 'db' | 'today' | 'currency' | 'policy'>,
  text: TemplateText,
  customers: readonly {
    readonly person: ValuedCustomer
    readonly customer: CustomerFacts
    readonly held: Raised | null
  }[],
): Promise<Map<number, MessageValues>> {
  const ids = customers.map(({ person }) => person.id)
  const dayOf = (day: DayNumber | null) => (day === null ? null : daySerial(day))
  const lastOf = new Map(customers.map(({ person, customer }) => [person.id, dayOf(customer.bought.lastOn)]))
  const [bought, facts, tiers] = await Promise.all([
    usesField(text, ['item', 'amount', 'last']) ? lastPurchases(db, today, lastOf) : null,
    usesField(text, ['fact'])
      ? db.selectFrom('fact').select(['customer_id', 'key', 'value']).where('customer_id', 'in', ids).execute()
      : [],
    usesField(text, ['privilege']) ? currentTiers({ db, today }, ids) : null,
  ])
  const factsOf = Map.groupBy(facts, ({ customer_id }) => customer_id)
  return new Map(
    customers.map(({ person: { id, name, called, kind }, customer: { facts: known, rhythm, balance }, held }) => {
      const last = bought?.get(id)
      return [
        id,
        {
          name,
          called,
          kind,
          items: last?.item ? [last.item] : [],
          amount: last ? decimal(last.amount, currency) : null,
          last: last?.on ?? dayOf(rhythm.lastOn),
          owed: balance > 0 ? decimal(balance, currency) : null,
          owedSince: null,
          credit: balance < 0 ? decimal(-balance, currency) : null,
          wishes: [],
          birthday: null,
          points: null,
          pointsOn: null,
          coupons: [],
          privilege: tiers === null ? null : policy[`tier.${tiers.get(id) ?? 'D'}.privilege`],
          occasions: [],
          facts: Object.fromEntries((factsOf.get(id) ?? []).map(({ key, value }) => [fold(key), value])),
          ...(held === null ? {} : toldBy(held.tell(), known.unpaid)),
        },
      ]
    }),
  )
}

/** What the reason that a message is about tells. */
function toldBy({ reason, detail }: DueReason, unpaid: CustomerFacts['facts']['unpaid']): Partial<MessageValues> {
  switch (reason) {
    case 'birthday':
      return { birthday: detail.on }
    case 'thanks':
    case 'after-sale':
      return { last: detail.on, amount: detail.amount, items: detail.item === null ? [] : [detail.item] }
    case 'welcome':
      return { last: detail.firstOn }
    case 'restock':
      return { items: detail.items.map(({ item }) => item), last: detail.items[0]?.lastOn ?? null }
    case 'wanted':
      return { wishes: detail.wishes.map(({ text }) => text) }
    case 'occasion':
      return { occasions: detail.days }
    case 'points':
      return { points: detail.soon, pointsOn: detail.on }
    case 'coupon':
      return { coupons: detail.coupons }
    case 'debt':
      return unpaid === null ? {} : { owedSince: detail.oldestOn }
    default:
      return {}
  }
}

/** The first field a text needs that is not known of a customer; null where it can be written. */
export function unknownField(text: TemplateText, values: MessageValues, general: GeneralValues): Field | null {
  return neededFields(text).find((piece) => !isKnown(piece, values, general))?.field ?? null
}

type FieldPiece = Extract<TemplatePiece, { field: Field }>

/** Whether there is something to fill in. */
export function isKnown({ field, key }: FieldPiece, values: MessageValues | null, general: GeneralValues): boolean {
  switch (field) {
    case 'shop':
      return general.shop !== ''
    case 'festival':
      return general.festival !== null
    case 'event':
    case 'event-day':
      return general.event !== null
    case 'event-note':
      return general.event?.note != null
    case 'salutation':
      return true
    case 'item':
      return (values?.items.length ?? 0) > 0
    case 'wish':
      return (values?.wishes.length ?? 0) > 0
    case 'occasion':
    case 'occasion-day':
      return (values?.occasions.length ?? 0) > 0
    case 'owed-since':
      return values?.owedSince != null
    case 'points-day':
      return values?.pointsOn != null
    case 'coupon':
    case 'coupon-day':
      return (values?.coupons.length ?? 0) > 0
    case 'fact':
      return values?.facts[fold(key ?? '')] !== undefined
    default:
      return values != null && values[field] !== null
  }
}

/** The reason of today's that a message is about; null where it is about none. */
export function heldOf(raised: readonly Raised[], reason: WordedReason | null): Raised | null {
  return reason === null ? null : (raised.find((one) => one.reason === reason) ?? null)
}
