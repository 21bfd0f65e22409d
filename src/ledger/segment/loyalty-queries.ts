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

/**
 * Who was told of new arrivals, by a contact of ours whose campaign says so and that was not left unanswered, up to the
 * book's day: true
 * where they bought on that day or in the 30 days after, false where such days went by without; absent where none was
 * sent or time is left.
 */
export async function readAnswers({ db, today }: Pick<Book, 'db' | 'today'>): Promise<Map<number, boolean>> {
  const told = await db
    .selectFrom('contact')
    .select(['customer_id', 'on'])
    .distinct()
    .where('campaign', 'is not', null)
    .where('void', '=', 0)
    .where('direction', '=', 'out')
    .where('outcome', '<>', 'no-answer')
    .where('on', '<=', today)
    .where((where) => where.or(arrivals.map((word) => holds(sql.ref('campaign'), word))))
    .execute()
  const buyers = await boughtWithin(
    db,
    today,
    told.map(({ customer_id, on }) => [customer_id, on, addDays(on, answerDays)]),
  )
  const answers = new Map<number, boolean>()
  for (const { customer_id, on } of told) {
    if (buyers.has(customer_id)) answers.set(customer_id, true)
    else if (addDays(on, answerDays) < today && !answers.has(customer_id)) answers.set(customer_id, false)
  }
  return answers
}

/** The customers with a counted purchase from one day to another and up to the book's. */
async function boughtWithin(
  db: Db,
  today: Day,
  spans: readonly (readonly [id: number, from: Day, to: Day])[],
): Promise<Set<number>> {
  const refunded = sql`coalesce((select sum(amount) from entry r where r.refund_of = e.id and r.kind = 'refund' and r.void = 0 and r."on" <= ${today}), 0)`
  const { rows } = await sql<{ id: number }>`
    select distinct e.customer_id as id
    from ${rowsOf(spans)} as s join entry e on e.customer_id = cast(s.value ->> 0 as bigint) and e."on" between s.value ->> 1 and s.value ->> 2
    where e.kind = 'purchase' and e.void = 0 and e."on" <= ${today} and (e.amount = 0 or e.amount > ${refunded})`.execute(
    db,
  )
  return new Set(rows.map(({ id }) => id))
}

/** What the signs of a customer are read from. */
export interface LoyaltyPerson {
  readonly id: number
  readonly referredBy: number | null
  readonly walletShare: number | null
  readonly opening: Opening
}
