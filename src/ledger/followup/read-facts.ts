import { type SqlBool, sql } from 'kysely'
import { balancesOf } from '../account/balance.ts'
import { openParts } from '../account/open-parts.ts'
import type { Book } from '../book/book.ts'
import { type Day, type DayNumber, daySerial, serial } from '../day.ts'
import { birthdayIn } from '../identity/birthday.ts'
import { decimal } from '../money.ts'
import { type Facts, makeCounter, type PastContact } from '../reason/facts.ts'
import { readStandings, shopGapOf } from '../standing/read-standings.ts'
import { readUnhappyDays } from '../standing/satisfaction.ts'
import { type Rhythm, stageOf } from '../standing/stage.ts'
import { emptyStanding, type Standing } from '../standing/standing.ts'
import { currentTiers } from '../tier/current.ts'
import type { Tier } from '../vocabulary.ts'
import { type LargePurchaseRow, readLargePurchaseRows, readLargePurchases } from './large-purchases.ts'

type FactsContext = Pick<Book, 'db' | 'today' | 'policy' | 'currency'>

/** All that `due` reads of one customer. */
export interface CustomerFacts {
  readonly facts: Facts
  readonly tier: Tier
  readonly rhythm: Rhythm
  readonly standing: Standing
  readonly balance: number
}

/** What is the same for every customer and costly to work out: the shop's gap, and what a large purchase is. */
export interface ShopMeasures {
  readonly gap: number
  readonly large: number | null
}

export async function measureShop(book: FactsContext): Promise<ShopMeasures> {
  const [largePurchases, standings] = await readWithLargePurchases(book)
  return { gap: shopGapOf(standings.values()), large: largePurchases.large() }
}

/** The standings, and the large purchases learnt from the same pass. */
async function readWithLargePurchases(book: FactsContext, only?: readonly number[]) {
  const largePurchases = await readLargePurchases(book)
  return [largePurchases, await readStandings(book, only, largePurchases)] as const
}

type Person = Awaited<ReturnType<typeof readPeople>>[number]

/** Everything read that facts are made of; a customer's are made when they are asked for, as a large shop has too many to hold. */
export interface ShopFacts {
  readonly people: readonly Person[]
  factsOf(person: Person): CustomerFacts
}

/**
 * Reads the facts of everyone, or of some (with the shop's measures), by a few queries whatever their number. Inside a change hand in
 * `{ ...book, db }`.
 */
export async function readFacts(book: FactsContext, only?: readonly number[], measures?: ShopMeasures): Promise<ShopFacts> {
  const { db, today, policy, currency } = book
  const [[largePurchases, standings], people, balances, debts, payments, contacts, imports, unhappy] = await Promise.all([
    readWithLargePurchases(book, only),
    readPeople(book, only),
    balancesOf(db, today, only),
    openParts(db, today, only),
    lastPayments(book, only),
    readPastContacts(book, only),
    importDays(book),
    readUnhappyDays(db, today, only),
  ])
  const shop = measures ?? { gap: shopGapOf(standings.values()), large: largePurchases.large() }
  const [tiers, newcomers, large] = await Promise.all([
    currentTiers(book, only, whoBoughtOf(people, standings, today)),
    readNewcomers(book, standings, imports),
    shop.large === null ? new Map<number, LargePurchaseRow[]>() : readLargePurchaseRows(db, today, shop.large, largePurchases),
  ])
  const cadences = cadencesOf(policy)
  const dayText = remembering(daySerial)
  const open = (person: Person): CustomerFacts => {
    const { id, birthday } = person
    const standing = standings.get(id) ?? emptyStanding(id)
    const rhythm = stageOf(standing, { visits: person.opening_visits, lastOn: person.opening_last_on }, shop.gap, today)
    const tier = tiers.get(id) ?? 'D'
    const balance = balances.get(id) ?? 0
    const unpaid = debts.get(id)?.[0]
    const facts: Facts = {
      customerId: id,
      joined: serialOrNull(person.joined_on),
      entered: serial(person.entered_on),
      undated: person.joined_on === null && imports.has(person.change_id),
      birthday,
      birthdays: birthday === null ? none : (from, to) => birthdayIn(birthday, dayText(from), dayText(to)).map(serial),
      purchaseDays: rhythm.days,
      ownGap: standing.gap,
      gap: rhythm.gap,
      newSince: rhythm.days > standing.days ? null : (newcomers.get(id) ?? null),
      lastBought: serialOrNull(rhythm.lastOn),
      lastPaid: serialOrNull(payments.get(id) ?? null),
      slippingOn: serialOrNull(rhythm.slippingOn),
      lostOn: serialOrNull(rhythm.lostOn),
      large: large.get(id)?.map(({ on, amount, item }) => ({ on: serial(on), amount: decimal(amount, currency), item })) ?? nothing,
      unpaid: unpaid ? { on: serial(unpaid.on), dueOn: serialOrNull(unpaid.dueOn), owed: decimal(balance, currency) } : null,
      unhappySince: unhappy.get(id) ?? null,
      contacts: contacts.get(id) ?? nothing,
      cadences: cadences[tier],
    }
    return { facts, tier, rhythm, standing, balance }
  }
  return { people, factsOf: open }
}

const nothing: readonly never[] = []
const none = () => []

function serialOrNull(day: Day | null): DayNumber | null {
  return day === null ? null : serial(day)
}

function cadencesOf(policy: Book['policy']): Readonly<Record<Tier, Facts['cadences']>> {
  const rest = { lost: policy['cadence.lost'], first: policy['cadence.first'] }
  return {
    A: { tier: policy['cadence.A'], ...rest },
    B: { tier: policy['cadence.B'], ...rest },
    C: { tier: policy['cadence.C'], ...rest },
    D: { tier: policy['cadence.D'], ...rest },
  }
}

function whoBoughtOf(people: readonly Person[], standings: ReadonlyMap<number, Standing>, today: Day): ReadonlySet<number> {
  const bought = new Set<number>()
  for (const { id, opening_visits, opening_last_on } of people) {
    const before = (opening_last_on === null || opening_last_on <= today) && (opening_visits ?? (opening_last_on === null ? 0 : 1)) > 0
    if (before || (standings.get(id)?.purchases ?? 0) > 0) bought.add(id)
  }
  return bought
}

/** A function whose answers are kept: the ends of a few periods. */
function remembering<Asked, Answer>(read: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const known = new Map<Asked, Answer>()
  return (asked) => {
    let answer = known.get(asked)
    if (answer === undefined) {
      answer = read(asked)
      known.set(asked, answer)
    }
    return answer
  }
}

async function readPeople({ db }: FactsContext, only?: readonly number[]) {
  return db
    .selectFrom('customer')
    .select([
      'id',
      'joined_on',
      'entered_on',
      'birthday',
      'opening_visits',
      'opening_last_on',
      'snoozed_until',
      'do_not_contact',
      'archived',
      'keeper',
      'change_id',
    ])
    .$if(only !== undefined, (query) => query.where('id', 'in', only ?? []))
    .execute()
}

/** The day each import ran, by its change. A shop that was read in whole brought its own imports along: what it typed itself is as typed here. */
export async function importDays({ db }: Pick<Book, 'db'>): Promise<Map<number, Day>> {
  const rows = await db.selectFrom('change').select(['id', 'day']).where('command', 'like', 'import%').where('command', '<>', 'import all').execute()
  return new Map(rows.map(({ id, day }) => [id, day]))
}

async function lastPayments({ db, today }: FactsContext, only?: readonly number[]): Promise<Map<number, Day>> {
  const rows = await db
    .selectFrom('entry')
    .select(({ fn }) => ['customer_id', fn.max('on').as('on')])
    .where('kind', '=', 'payment')
    // Said of the index too, or SQLite reads every purchase.
    .where(sql<SqlBool>`kind <> 'purchase'`)
    .where('outgoing', '=', 0)
    .where('void', '=', 0)
    .where('on', '<=', today)
    .where('customer_id', 'is not', null)
    .$if(only !== undefined, (query) => query.where('customer_id', 'in', only ?? []))
    .groupBy('customer_id')
    .execute()
  return new Map(rows.map(({ customer_id, on }) => [customer_id as number, on]))
}

/** Everyone's contacts as rules see them, in order. */
export async function readPastContacts({ db, today }: Pick<Book, 'db' | 'today'>, only?: readonly number[]): Promise<Map<number, PastContact[]>> {
  const rows = await db
    .selectFrom('contact')
    .select([
      'customer_id',
      'on',
      'outcome',
      'about',
      'next_on',
      sql<string | null>`case when next_on is not null or outcome = 'wants-reply' then note end`.as('note'),
    ])
    .where('void', '=', 0)
    .where('on', '<=', today)
    .$if(only !== undefined, (query) => query.where('customer_id', 'in', only ?? []))
    .orderBy('customer_id')
    .orderBy('on')
    .orderBy('id')
    .execute()
  const contacts = new Map<number, PastContact[]>()
  let counter = makeCounter()
  for (const { customer_id, on, outcome, about, next_on, note } of rows) {
    let own = contacts.get(customer_id)
    if (!own) {
      own = []
      contacts.set(customer_id, own)
      counter = makeCounter()
    }
    own.push({ on: serial(on), outcome, counts: counter(outcome), about: about === null ? null : about.split(','), nextOn: serialOrNull(next_on), note })
  }
  return contacts
}

/** The first purchase day of those who are new: not brought in by an import on a later day. */
async function readNewcomers(
  { db, today, policy }: FactsContext,
  standings: ReadonlyMap<number, Standing>,
  imports: ReadonlyMap<number, Day>,
): Promise<Map<number, DayNumber>> {
  const since = daySerial(serial(today) - policy['due.welcome.until'])
  const recent = [...standings.values()].filter(({ firstOn }) => firstOn !== null && firstOn >= since)
  if (recent.length === 0) return new Map()
  const firsts = await db
    .selectFrom('entry')
    .select(['customer_id', 'on', 'change_id'])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '>=', since)
    .where('on', '<=', today)
    .where(
      'customer_id',
      'in',
      recent.map(({ customerId }) => customerId),
    )
    .execute()
  const typed = firsts.filter(({ customer_id, on, change_id }) => {
    const imported = imports.get(change_id)
    return on === standings.get(customer_id as number)?.firstOn && (imported === undefined || imported <= on)
  })
  return new Map(typed.map(({ customer_id, on }) => [customer_id as number, serial(on)]))
}
