import type { Db } from '../../store/db.ts'
import { audienceOf } from '../audience/audience.ts'
import type { Audience } from '../audience/filter.ts'
import type { Book } from '../book/book.ts'
import type { KeptEvent } from '../care/event/events.ts'
import type { Day } from '../day.ts'
import type { CustomerFacts } from '../followup/customer-facts.ts'
import { dueToday } from '../followup/due.ts'
import { readFacts } from '../followup/read-facts.ts'
import { type Raised, reasonsOn } from '../followup/reasons.ts'
import { measureShop, type ShopReader } from '../followup/shop-reader.ts'
import { hasOpenComplaint } from '../reason/complaint.ts'
import { type Route, routeOf, type WrittenChannel } from './channel.ts'
import type { Field } from './fields.ts'
import { heldOutBefore, holdOut } from './hold-out.ts'
import { type LeftOutWhy, whyLeftOut } from './leave-out.ts'
import { pastMessages } from './past-messages.ts'
import { type QuietHours, quietNow, rings } from './quiet-hours.ts'
import { risenToA } from './risen.ts'
import type { MessageTemplate } from './templates.ts'
import { type GeneralValues, heldOf, type MessageValues, readValues, unknownField } from './values.ts'

/** Which message, to whom, how. */
export interface MessageRequest {
  readonly template: MessageTemplate
  /** Those of today's list, these customers, or all that fit the filter. */
  readonly to: 'due' | readonly number[] | 'all'
  /** Of them, whom the filter lets through. */
  readonly filter: Audience
  readonly channel: WrittenChannel | null
  readonly campaign: string
  readonly event: KeptEvent | null
  /** The festival it is for: its name as it is said, and the day. */
  readonly festival: { readonly name: string; readonly on: Day } | null
  /** How many percent are left out on purpose. */
  readonly holdOut: number
  /** Whether they go out now: then the quiet hours are kept. */
  readonly sending: boolean
}

/** A message to one customer, with what is filled in. */
export interface PlannedMessage {
  readonly customerId: number
  readonly name: string
  readonly channel: WrittenChannel
  /** The WeChat id or phone, phone, address or e-mail it goes to. */
  readonly to: string
  readonly hours: string | null
  readonly values: MessageValues
}

export interface LeftOut {
  readonly customerId: number
  readonly name: string
  readonly why: LeftOutWhy
  /** What of them the text needs and the ledger does not know. */
  readonly field: Field | null
}

export interface MessagePlan {
  readonly template: MessageTemplate
  readonly campaign: string
  readonly general: GeneralValues
  readonly messages: readonly PlannedMessage[]
  readonly leftOut: readonly LeftOut[]
  /** Whom this very run holds out, besides those held out before. */
  readonly heldOut: readonly number[]
  readonly quiet: QuietHours | null
}

const many = 2_000

type Person = Awaited<ReturnType<typeof readRecipients>>[number]

/**
 * Who has the message and who is left out, and why; it only reads. Whoever is left out is in the count. Who plans one
 * after another hands in what measures the shop, so that it is measured once.
 */
export async function planMessages(
  book: Book,
  request: MessageRequest,
  measure: ShopReader = measureShop(book),
): Promise<MessagePlan> {
  const { db, today, policy } = book
  const { template, event, festival } = request
  const general: GeneralValues = { shop: book.name, festival: festival?.name ?? null, event }
  const ids = await recipientIds(book, request)
  const [people, past, consents, facts, held, risen] = await Promise.all([
    readRecipients(db, ids),
    pastMessages(book, ids, request),
    readConsents(db, ids),
    // Of so many the whole shop is read once, rather than them and then what measures it.
    readFacts(book, ids.length > many ? {} : { only: ids, measure }),
    heldOutBefore(book, request.campaign, ids),
    template.isForRisen ? risenToA(book, ids) : null,
  ])
  if (template.reason === 'restock') await facts.learnItems(ids)
  if (template.reason === 'thanks' || template.reason === 'after-sale') await facts.learnLarge(ids)
  const factsById = new Map(facts.people.map((person) => [person.id, person]))
  const { day, rules } = facts
  const leftOut: LeftOut[] = []
  const leave = ({ id, name }: Person, why: LeftOutWhy, field: Field | null = null) =>
    leftOut.push({ customerId: id, name, why, field })
  const fit: { person: Person; customer: CustomerFacts; held: Raised | null; route: Extract<Route, { to: string }> }[] =
    []
  // A family may share one phone: what is the same for all of them comes to it once.
  const had = new Set(people.filter(({ id }) => past.get(id)?.same).flatMap(addressesOf))
  for (const person of people) {
    const row = factsById.get(person.id)
    const customer = row && facts.factsOf(row)
    const never = neverFor(person)
    if (never || !customer) {
      leave(person, never ?? 'staff')
      continue
    }
    const raised = reasonsOn(customer.facts, day, rules)
    const judged = {
      customer,
      complains: hasOpenComplaint(customer.facts),
      snoozed: person.snoozed_until !== null && person.snoozed_until > today,
      past: past.get(person.id) ?? { same: false, came: false, count: 0 },
      raised,
    }
    const why = whyLeftOut(judged, template.reason, day, policy) ?? (risen && !risen.has(person.id) ? 'not-due' : null)
    const route = routeOf(person, consents.get(person.id) ?? new Map(), request.channel)
    if (why) leave(person, why)
    else if ('why' in route) leave(person, route.why)
    else if (template.reason === null && had.has(route.to)) leave(person, 'same-address')
    else {
      had.add(route.to)
      fit.push({ person, customer, held: heldOf(raised, template.reason), route })
    }
  }
  const values = await readValues(book, template, fit)
  const quiet = quietNow(book)
  const writable: PlannedMessage[] = []
  for (const { person, route } of fit) {
    const own = values.get(person.id) as MessageValues
    const field = unknownField(template, own, general)
    if (field !== null) leave(person, 'unknown', field)
    else if (held.has(person.id)) leave(person, 'held-out')
    else writable.push({ customerId: person.id, name: person.name, hours: person.hours, values: own, ...route })
  }
  const before = held.size + leftOut.filter(({ why }) => why === 'already').length
  const heldOut = holdOut(book, request, writable, { before, held: held.size })
  const messages = writable.filter(({ customerId, name, channel }) => {
    if (heldOut.has(customerId)) leftOut.push({ customerId, name, why: 'held-out', field: null })
    else if (request.sending && quiet && rings(channel))
      leftOut.push({ customerId, name, why: 'quiet-hours', field: null })
    else return true
    return false
  })
  return { template, campaign: request.campaign, general, messages, leftOut, heldOut: [...heldOut], quiet }
}

function addressesOf({ phone, wechat, email }: Person): string[] {
  return [phone, wechat, email].filter((address) => address !== null)
}

function neverFor({ kind, archived, do_not_contact }: Person): LeftOutWhy | null {
  if (kind === 'staff') return 'staff'
  if (archived === 1) return 'archived'
  return do_not_contact === 1 ? 'do-not-contact' : null
}

/** Whom it is meant for, by id, in their order. */
async function recipientIds(book: Book, { to, filter, template }: MessageRequest): Promise<number[]> {
  const within = await audienceOf(book, filter)
  if (to === 'due') {
    const reasons = template.reason === null ? [] : [template.reason]
    const { rows } = await dueToday(book, { reasons, only: within, limit: 'all' })
    return rows.map(({ customerId }) => customerId)
  }
  if (to !== 'all') return to.filter((id) => !within || within.has(id))
  if (within) return [...within]
  const rows = await book.db
    .selectFrom('customer')
    .select('id')
    .where('archived', '=', 0)
    .where('forgotten_on', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** In the order of the ids. */
async function readRecipients(db: Db, ids: readonly number[]) {
  const rows = await db
    .selectFrom('customer')
    .select([
      'id',
      'name',
      'called',
      'kind',
      'phone',
      'wechat',
      'email',
      'address',
      'channel',
      'hours',
      'do_not_contact',
      'archived',
      'snoozed_until',
    ])
    .where('id', 'in', ids)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

async function readConsents(db: Db, ids: readonly number[]): Promise<Map<number, Map<string, boolean>>> {
  const rows = await db
    .selectFrom('consent')
    .select(['customer_id', 'channel', 'given'])
    .where('customer_id', 'in', ids)
    .execute()
  const consents = new Map<number, Map<string, boolean>>()
  for (const { customer_id, channel, given } of rows) {
    const own = consents.get(customer_id) ?? new Map<string, boolean>()
    consents.set(customer_id, own.set(channel, given === 1))
  }
  return consents
}
