import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import { addDays } from '../day.ts'
import type { Opening } from '../standing/stage.ts'

/** Everyone with what a quadrant needs besides their purchases; by id. */
export async function readLoyaltyPeople(db: Db): Promise<(LoyaltyPerson & { readonly name: string; readonly archived: boolean })[]> {
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
 * Who was told of new arrivals, by a contact of ours whose campaign says so and that was not left unanswered, up to the book's day: true
 * where they bought on that day or in the 30 days after, false where such days went by without; absent where none was sent or time is left.
 */
export async function readAnswers({ db, today }: Pick<Book, 'db' | 'today'>): Promise<Map<number, boolean>> {
  const named = sql.join(
    arrivals.map((word) => sql<SqlBool>`instr(lower(campaign), ${word}) > 0`),
    sql` or `,
  )
  const refunded = sql<number>`coalesce((select sum(amount) from entry as refund where refund_of = entry.id and kind = 'refund' and void = 0 and "on" <= ${today}), 0)`
  const bought = sql<number>`exists (
    select 1 from entry where customer_id = contact.customer_id and kind = 'purchase' and void = 0
    and "on" between contact."on" and date(contact."on", ${`+${answerDays} days`}) and "on" <= ${today}
    and (amount = 0 or amount > ${refunded})
  )`
  const rows = await db
    .selectFrom('contact')
    .select(['customer_id', 'on', bought.as('bought')])
    .where('campaign', 'is not', null)
    .where('void', '=', 0)
    .where('direction', '=', 'out')
    .where('outcome', '<>', 'no-answer')
    .where('on', '<=', today)
    .where(sql<SqlBool>`(${named})`)
    .execute()
  const answers = new Map<number, boolean>()
  for (const { customer_id, on, bought } of rows) {
    if (bought === 1) answers.set(customer_id, true)
    else if (addDays(on, answerDays) < today && !answers.has(customer_id)) answers.set(customer_id, false)
  }
  return answers
}

/** What the signs of a customer are read from. */
export interface LoyaltyPerson {
  readonly id: number
  readonly referredBy: number | null
  readonly walletShare: number | null
  readonly opening: Opening
}
