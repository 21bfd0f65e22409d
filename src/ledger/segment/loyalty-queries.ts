import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { rowsOf } from '../../store/lists.ts'
import type { Book } from '../book/book.ts'
import { addDays, type Day } from '../day.ts'
import { holds } from '../identity/text-search.ts'
import type { Opening } from '../standing/stage.ts'

/** Everyone with what a quadrant needs besides their purchases; by id. */
export async function readLoyaltyPeople(
  db: Db,
): Promise<(LoyaltyPerson & { readonly name: string; readonly archived: boolean })[]> {
  const rows = await db
    .selectFrom('customer')
    .select(['id', 'name', 'archived', 'referred_by', 'wallet_share', 'opening_visits', 'opening_last_on'])
    .where('kind', '<>', 'staff')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    archived: row.archived === 1,
    referredBy: row.referred_by,
    walletShare: row.wallet_share,
    opening: { visits: row.opening_visits, lastOn: row.opening_last_on },
  }))
}

/** Days in which a purchase answers a message. */
const answerDays = 30

/** Names of campaigns that tell of new arrivals hold one of these. */
const arrivals = ['new-arrival', 'new arrival', '新品', '新到', '上新']

type ToldOf = readonly { readonly customer_id: number; readonly on: Day }[]

/**
 * Who answered news of new arrivals, up to the book's day: by buying on the day of a contact of ours whose campaign
 * says so and that was not left unanswered, or in the 30 days after.
 */
export async function readAnswered(book: Pick<Book, 'db' | 'today'>, only?: readonly number[]): Promise<Set<number>> {
  const told = await toldOfArrivals(book)
    .$if(only !== undefined, (query) => query.where('customer_id', 'in', only ?? []))
    .execute()
  return answeredOf(book, told)
}

/** Whether anybody ever answered: read from the newest news back, no further than needed. */
export async function hasAnswers(book: Pick<Book, 'db' | 'today'>): Promise<boolean> {
  const some = 500
  for (let from = 0; ; from += some) {
    const told = await toldOfArrivals(book)
      .orderBy('on', 'desc')
      .orderBy('customer_id')
      .limit(some)
      .offset(from)
      .execute()
    if (told.length > 0 && (await answeredOf(book, told)).size > 0) return true
    if (told.length < some) return false
  }
}

function toldOfArrivals({ db, today }: Pick<Book, 'db' | 'today'>) {
  return db
    .selectFrom('contact')
    .select(['customer_id', 'on'])
    .distinct()
    .where('campaign', 'is not', null)
    .where('void', '=', 0)
    .where('direction', '=', 'out')
    .where('outcome', '<>', 'no-answer')
    .where('on', '<=', today)
    .where((where) => where.or(arrivals.map((word) => holds(sql.ref('campaign'), word))))
}

async function answeredOf({ db, today }: Pick<Book, 'db' | 'today'>, told: ToldOf): Promise<Set<number>> {
  if (told.length === 0) return new Set()
  return boughtWithin(
    db,
    today,
    told.map(({ customer_id, on }) => [customer_id, on, addDays(on, answerDays)]),
  )
}

/** Who gave a suggestion up to the book's day. */
export async function readSuggesters({ db, today }: Pick<Book, 'db' | 'today'>): Promise<Set<number>> {
  const rows = await db
    .selectFrom('complaint')
    .select('customer_id')
    .distinct()
    .where('kind', '=', 'suggestion')
    .where('opened_on', '<=', today)
    .execute()
  return new Set(rows.map(({ customer_id }) => customer_id))
}

/** Whether the shop has ever noted who sent a customer. */
export async function hasReferrals({ db }: Pick<Book, 'db'>): Promise<boolean> {
  return (
    (await db.selectFrom('customer').select('id').where('referred_by', 'is not', null).limit(1).executeTakeFirst()) !==
    undefined
  )
}

/** The customers with a counted purchase from one day to another and up to the book's. */
async function boughtWithin(
  db: Db,
  today: Day,
  spans: readonly (readonly [id: number, from: Day, to: Day])[],
): Promise<Set<number>> {
  const refunded = sql`coalesce((select sum(amount) from entry r where r.refund_of = e.id and r.kind = 'refund'
    and r.void = 0 and r."on" <= ${today}), 0)`
  const { rows } = await sql<{ id: number }>`
    select distinct e.customer_id as id
    from ${rowsOf(spans)} as s join entry e on e.customer_id = cast(s.value ->> 0 as bigint)
      and e."on" between s.value ->> 1 and s.value ->> 2
    where e.kind = 'purchase' and e.void = 0 and e."on" <= ${today} and (e.amount = 0
      or e.amount > ${refunded})`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** What the signs of a customer are read from. */
export interface LoyaltyPerson {
  readonly id: number
  readonly referredBy: number | null
  readonly walletShare: number | null
  readonly opening: Opening
}
