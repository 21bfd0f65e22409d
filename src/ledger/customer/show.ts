import { readAccounts } from '../account/credit.ts'
import { type Entry, readEntries } from '../account/entries.ts'
import { openParts } from '../account/open-parts.ts'
import { worthOf } from '../benefit/points.ts'
import type { Book } from '../book/book.ts'
import { type Complaint, readComplaints } from '../care/complaint/complaints.ts'
import { goodTurns } from '../care/complaint/rules-of-thumb.ts'
import { type Occasion, readOccasions } from '../care/occasion/occasions.ts'
import { type Day, daysBetween } from '../day.ts'
import { LedgerError, type Named } from '../errors.ts'
import { type Contact, readContacts } from '../followup/contacts.ts'
import { belongs, type LossReason, lossReasons } from '../followup/lost.ts'
import { type Promised, readPromises } from '../followup/promises.ts'
import { nextBirthday } from '../identity/birthday.ts'
import { typedIds } from '../identity/typed-ids.ts'
import { decimal, minorOf } from '../money.ts'
import { readStandings } from '../standing/read-standings.ts'
import { readSatisfaction, type SatisfactionOnDay } from '../standing/satisfaction.ts'
import { type Customer, readCustomers } from './customer.ts'
import { type Habits, readHabits } from './habits.ts'
import { type NotedShare, readShares } from './share-history.ts'

/** A customer and what to know before talking to them. Money as decimal strings. */
export interface CustomerProfile {
  readonly customer: Customer
  /** What to type to mean them. */
  readonly type: string
  /** Counted purchases and their net money in the window of `tier.windowDays`. */
  readonly window: { readonly days: number; readonly visits: number; readonly spent: string }
  /** Days between visits by their own rhythm; null under three purchase days. */
  readonly gap: number | null
  /** The oldest unpaid part, and for how many days it has been. */
  readonly debt: { readonly oldestOn: Day; readonly days: number } | null
  /** What is still open of each entry, by its number. */
  readonly open: Readonly<Record<number, string>>
  /** The payments, by their number, all of which became credit. */
  readonly topUps: readonly number[]
  /** What they complained of or suggested: what is open, and the newest settled, while good turns are still counted. */
  readonly complaints: readonly Complaint[]
  /** How satisfied they were when last asked. */
  readonly satisfaction: SatisfactionOnDay | null
  readonly promise: Promised | null
  /** Why they left, as noted since they last bought. */
  readonly loss: LossReason | null
  readonly birthdayOn: Day | null
  readonly referrer: Named | null
  /** How many customers they sent. */
  readonly referred: number
  readonly snoozedUntil: Day | null
  readonly lastPurchase: Entry | null
  readonly lastContact: Contact | null
  readonly habits: Habits
  /** What their points are worth when redeemed. */
  readonly pointsWorth: string
  /** What their tier has beside the goods; nulls where the shop says nothing. */
  readonly privileges: { readonly text: string | null; readonly percent: number; readonly birthdayGift: string | null }
  /** Days noted for them that are still to come, the nearest first. */
  readonly occasions: readonly Occasion[]
  /** The share of what they need that they bought here, as noted day by day, oldest first. */
  readonly shares: readonly NotedShare[]
  /** Entries and contacts, newest first. */
  readonly recent: readonly (Entry | Contact)[]
}

const recentRows = 8
const mostOfADay = 100

/** The profiles of customers in the order of `ids`. Throws customer.not-found for an id nobody has. */
export async function readProfiles(book: Book, ids: readonly number[]): Promise<CustomerProfile[]> {
  const [customers, standings, parts, accounts, promises, losses, typed, complaints, satisfaction] = await Promise.all([
    readCustomers(book, { ids }),
    readStandings(book, ids),
    openParts(book.db, book.today, ids),
    readAccounts(book.db, book.today, ids),
    readPromises(book, ids),
    lossReasons(book, ids),
    typedIds(book.db, ids),
    readComplaints(book, { customers: ids, all: true }),
    readSatisfaction(book.db, book.today, ids),
  ])
  const missing = ids.find((id) => !customers.some((customer) => customer.id === id))
  if (missing !== undefined) throw new LedgerError('customer.not-found', { asked: `id:${missing}`, near: [] })
  const profiles: CustomerProfile[] = []
  for (const customer of customers) {
    const standing = standings.get(customer.id)
    const loss = losses.get(customer.id)
    const oldest = parts.get(customer.id)?.[0]
    const [entries, lastPurchase, contacts, habits, shares, occasions, related] = await Promise.all([
      readEntries(book, { customerId: customer.id, limit: recentRows }),
      readLastPurchase(book, customer.id, standing?.lastOn ?? null),
      readContacts(book, { customerId: customer.id }),
      readHabits(book, customer.id),
      readShares(book.db, book.today, customer.id),
      readOccasions(book, { customerId: customer.id }),
      relations(book, customer),
    ])
    profiles.push({
      customer,
      type: typed.get(customer.id) ?? String(customer.id),
      window: {
        days: book.policy['tier.windowDays'],
        visits: standing?.visits ?? 0,
        spent: decimal(standing?.windowSpent ?? 0, book.currency),
      },
      gap: standing?.gap ?? null,
      debt: oldest ? { oldestOn: oldest.on, days: daysBetween(oldest.on, book.today) } : null,
      open: Object.fromEntries(
        (parts.get(customer.id) ?? []).map(({ entryId, open }) => [entryId, decimal(open, book.currency)]),
      ),
      topUps: entries.flatMap(({ id, kind, amount }) =>
        kind === 'payment' && accounts.get(customer.id)?.toCreditOf(id) === minorOf(amount) ? [id] : [],
      ),
      complaints: mattersOf(complaints.filter(({ customerId }) => customerId === customer.id)),
      satisfaction: satisfaction.get(customer.id) ?? null,
      promise: promises.get(customer.id) ?? null,
      loss: loss && belongs(loss, customer.lastPurchaseOn) ? loss : null,
      birthdayOn: customer.birthday === null ? null : nextBirthday(customer.birthday, book.today),
      ...related,
      habits,
      pointsWorth: decimal(worthOf(customer.points, book.policy), book.currency),
      privileges: privilegesOf(customer.tier, book.policy),
      occasions,
      shares,
      lastPurchase,
      lastContact: contacts[0] ?? null,
      recent: [...entries, ...contacts]
        .sort((one, other) => (one.on === other.on ? other.id - one.id : one.on < other.on ? 1 : -1))
        .slice(0, recentRows),
    })
  }
  return profiles
}

/** The newest purchase that counts, of their last day of purchases in the ledger. */
async function readLastPurchase(book: Book, customerId: number, on: Day | null): Promise<Entry | null> {
  if (on === null) return null
  const bought = await readEntries(book, { customerId, kinds: ['purchase'], from: on, to: on, limit: mostOfADay })
  const counts = (one: Entry) => one.kind === 'purchase' && (minorOf(one.amount) === 0 || one.refunded !== one.amount)
  return bought.find(counts) ?? null
}

function mattersOf(all: readonly Complaint[]): Complaint[] {
  const settled = all.find(({ kind, resolvedOn }) => kind === 'complaint' && resolvedOn !== null)
  return all.filter((one) => one.resolvedOn === null || (one === settled && (one.goodContacts ?? 0) < goodTurns))
}

function privilegesOf(tier: Customer['tier'], policy: Book['policy']): CustomerProfile['privileges'] {
  if (tier === null) return { text: null, percent: 0, birthdayGift: null }
  return {
    text: policy[`tier.${tier}.privilege`],
    percent: policy[`tier.${tier}.privilegePercent`],
    birthdayGift: policy[`tier.${tier}.birthdayGift`],
  }
}

async function relations(
  { db, today }: Book,
  { id, referredBy }: Customer,
): Promise<Pick<CustomerProfile, 'referrer' | 'referred' | 'snoozedUntil'>> {
  const [referrer, { referred }, row] = await Promise.all([
    referredBy === null
      ? null
      : db.selectFrom('customer').select(['id', 'name']).where('id', '=', referredBy).executeTakeFirst(),
    db
      .selectFrom('customer')
      .select(({ fn }) => fn.countAll<number>().as('referred'))
      .where('referred_by', '=', id)
      .executeTakeFirstOrThrow(),
    db.selectFrom('customer').select('snoozed_until').where('id', '=', id).executeTakeFirst(),
  ])
  const until = row?.snoozed_until ?? null
  return { referrer: referrer ?? null, referred, snoozedUntil: until !== null && until > today ? until : null }
}
