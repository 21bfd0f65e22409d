import type { Selectable } from 'kysely'
import type { CustomerTable } from '../../store/tables.ts'
import type { Book } from '../book/book.ts'
import type { Day } from '../day.ts'
import { decimal } from '../money.ts'
import { countSigns, isLoyal } from '../segment/loyalty.ts'
import { askShopGap, readShopGap } from '../standing/shop-gap.ts'
import { stageOf } from '../standing/stage.ts'
import { emptyStanding } from '../standing/standing.ts'
import type { Stage, Tier } from '../vocabulary.ts'
import { readFigures, type Shows } from './customer-figures.ts'
import type { FirmPerson } from './person.ts'

/**
 * A customer as every command says one: money as decimal strings, balance positive when they owe, phone E.164, unknown
 * null.
 */
export interface Customer {
  readonly id: number
  readonly name: string
  readonly called: string | null
  readonly code: string | null
  readonly kind: string
  readonly phone: string | null
  readonly email: string | null
  readonly wechat: string | null
  readonly company: string | null
  readonly address: string | null
  /** As it was given: see `birthday.ts`. */
  readonly birthday: string | null
  readonly joinedOn: Day | null
  readonly source: string | null
  /** The id of the customer who sent them. */
  readonly referredBy: number | null
  readonly tags: readonly string[]
  /** The owner's own keys. */
  readonly facts: Readonly<Record<string, string>>
  readonly keeper: string | null
  readonly style: string | null
  /** 1-5. */
  readonly potential: number | null
  /** 0-100 %. */
  readonly walletShare: number | null
  readonly channel: string | null
  readonly hours: string | null
  /** Channel by channel, what they allowed (true) or refused (false); one that is not here was never asked. */
  readonly consent: Readonly<Record<string, boolean>>
  /** What an old roster said of the time before this ledger. */
  readonly opening: {
    readonly visits: number | null
    readonly spent: string | null
    readonly lastOn: Day | null
  } | null
  /** Staff are in no tier and at no stage. */
  readonly tier: Tier | null
  readonly stage: Stage | null
  /** Counted purchases. */
  readonly purchases: number
  /** Net of refunds and returns. */
  readonly spent: string
  readonly profit: string
  readonly balance: string
  /** What of their credit is bonus. */
  readonly creditBonus: string
  /** Visits left on passes that can be used. */
  readonly passVisits: number
  readonly creditLimit: string | null
  readonly points: number
  /** The opening's, when nothing was bought since. */
  readonly lastPurchaseOn: Day | null
  readonly lastContactOn: Day | null
  readonly doNotContact: boolean
  readonly archived: boolean
  readonly notes: string | null
  /** The people of a firm. */
  readonly persons: readonly FirmPerson[]
  /** How many signs of loyalty hold, of how many known, and whether that is much (SPEC 6). */
  readonly loyalty: { readonly signs: number; readonly known: number; readonly high: boolean }
  /** How closely the shop keeps in touch, where it is said of them; null: as with their tier. */
  readonly relation: string | null
}

export type StoredCustomer = Selectable<CustomerTable>

/** Read at a time: of 200,000 at once the figures alone took 500 MB (measured). */
const few = 2_000

type Reading = Pick<Book, 'db' | 'today' | 'currency' | 'policy'>

interface Wanted {
  readonly ids?: readonly number[] | undefined
  readonly archived?: boolean
  readonly forgotten?: boolean
  readonly shopGap?: number | undefined
  /** Of which columns alone: what no other is worked out from is not read, and they have no others. */
  readonly columns?: readonly (keyof Customer)[] | undefined
}

/**
 * Customers as of the book's day, by id, or in the order of `ids`; ids that nobody has are left out. Archived and
 * forgotten ones only when named by id or asked for. `shopGap` where it is known already: who reads page after page
 * looks for it once.
 */
export async function readCustomers(book: Reading, wanted: Wanted = {}): Promise<Customer[]> {
  const customers: Customer[] = []
  for await (const page of customerPages(book, wanted)) for (const customer of page) customers.push(customer)
  const { ids = [] } = wanted
  return ids.length > few ? [...new Map(customers.map((customer) => [customer.id, customer])).values()] : customers
}

/** The same a page at a time, so that who writes them out need not hold them all. */
export async function* customerPages(
  book: Reading,
  { ids, archived = ids !== undefined, forgotten = ids !== undefined, shopGap, columns }: Wanted = {},
): AsyncGenerator<Customer[], void> {
  const everybody = () => book.db.selectFrom('customer').select('id').orderBy('id').execute()
  const all = ids ?? (await everybody()).map(({ id }) => id)
  const shows: Shows = (...names) => !columns || names.some((name) => columns.includes(name))
  const gap = shopGap ?? (!shows('stage', 'loyalty') ? 0 : all.length > few ? await readShopGap(book) : undefined)
  for (let from = 0; from < all.length; from += few) {
    // SQLite holds the thread: Ctrl-C and a reader that closed the pipe need their turn.
    if (from > 0) await new Promise((resolve) => setImmediate(resolve))
    const page = await readPage(book, { ids: all.slice(from, from + few), archived, forgotten, shopGap: gap, shows })
    yield columns ? page.map((customer) => ofColumns(customer, columns)) : page
  }
}

function ofColumns(customer: Customer, columns: readonly (keyof Customer)[]): Customer {
  return Object.fromEntries(columns.map((name) => [name, customer[name]])) as unknown as Customer
}

interface Page {
  readonly ids: readonly number[]
  readonly archived: boolean
  readonly forgotten: boolean
  readonly shopGap: number | undefined
  readonly shows: Shows
}

type CustomerFigures = Awaited<ReturnType<typeof readFigures>> & { readonly gap: number }

async function readPage(book: Reading, { ids, archived, forgotten, shopGap, shows }: Page): Promise<Customer[]> {
  const askedGap = shopGap === undefined ? askShopGap(book) : null
  const asked = book.db
    .selectFrom('customer')
    .selectAll()
    .where('id', 'in', ids)
    .$if(!archived, (query) => query.where('archived', '=', 0))
    .$if(!forgotten, (query) => query.where('forgotten_on', 'is', null))
    .orderBy('id')
    .execute()
  const [rows, figures] = await Promise.all([asked, readFigures(book, ids, asked, shows)])
  const gap = shopGap ?? (needsShopGap(rows, figures.standings) ? ((await askedGap?.()) ?? 0) : 0)
  const known = new Map(rows.map((row) => [row.id, toPublic(row, { ...figures, gap }, book.currency)]))
  return [...new Set(ids)].flatMap((id) => known.get(id) ?? [])
}

/** The shop's own gap is a pass over everybody: not made for people who never bought, or whose rhythm is their own. */
function needsShopGap(rows: readonly StoredCustomer[], standings: CustomerFigures['standings']): boolean {
  return rows.some((row) => {
    const standing = standings.get(row.id)
    return (
      (standing?.gap ?? null) === null &&
      ((standing?.days ?? 0) > 0 || row.opening_visits !== null || row.opening_last_on !== null)
    )
  })
}

function toPublic(row: StoredCustomer, figures: CustomerFigures, currency: string): Customer {
  const { id } = row
  const money = (amount: number) => decimal(amount, currency)
  const standing = figures.standings.get(id) ?? emptyStanding(id)
  const opening = { visits: row.opening_visits, lastOn: row.opening_last_on }
  const { stage, lastOn } = stageOf(standing, opening, figures.gap, figures.today)
  const loyalty = figures.loyaltyOf({ id, stage, walletShare: row.wallet_share })
  const { yes, known } = countSigns(loyalty)
  return {
    id,
    name: row.name,
    called: row.called,
    code: row.code,
    kind: row.kind,
    phone: row.phone,
    email: row.email,
    wechat: row.wechat,
    company: row.company,
    address: row.address,
    birthday: row.birthday,
    joinedOn: row.joined_on,
    source: row.source,
    referredBy: row.referred_by,
    tags: (figures.tags.get(id) ?? []).map(({ tag }) => String(tag)),
    facts: Object.fromEntries((figures.facts.get(id) ?? []).map(({ key, value }) => [String(key), String(value)])),
    keeper: row.keeper,
    style: row.style,
    potential: row.potential,
    walletShare: row.wallet_share,
    channel: row.channel,
    hours: row.hours,
    consent: Object.fromEntries(
      (figures.consent.get(id) ?? []).map(({ channel, given }) => [String(channel), given === 1]),
    ),
    opening: openingOf(row, currency),
    tier: row.kind === 'staff' ? null : (figures.tiers.get(id) ?? 'D'),
    stage: row.kind === 'staff' ? null : stage,
    purchases: standing.purchases,
    spent: money(standing.spent),
    profit: money(standing.profit),
    balance: money(figures.balances.get(id) ?? 0),
    creditBonus: money(figures.bonuses.get(id) ?? 0),
    passVisits: figures.visits.get(id) ?? 0,
    creditLimit: row.credit_limit === null ? null : money(row.credit_limit),
    points: figures.points.get(id) ?? 0,
    lastPurchaseOn: lastOn,
    lastContactOn: figures.contacts.get(id)?.on ?? null,
    doNotContact: row.do_not_contact === 1,
    archived: row.archived === 1,
    notes: row.notes,
    persons: figures.persons.get(id) ?? [],
    loyalty: { signs: yes, known, high: isLoyal(loyalty) },
    relation: row.relation,
  }
}

function openingOf(row: StoredCustomer, currency: string): Customer['opening'] {
  const { opening_visits: visits, opening_spent: spent, opening_last_on: lastOn } = row
  return visits === null && spent === null && lastOn === null
    ? null
    : { visits, spent: spent === null ? null : decimal(spent, currency), lastOn }
}
