import type { Db } from '../../../store/db.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change/record.ts'

/**
 * Joins the tiers of two customers who are one: the history of both stands, and from today on the better of what
 * classify last said of them, until it is asked again.
 */
export async function joinTiers(db: Db, change: Change, book: Book, from: number, into: number): Promise<void> {
  const rows = await db
    .selectFrom('tier')
    .selectAll()
    .where('customer_id', 'in', [from, into])
    .orderBy('on')
    .orderBy('id')
    .execute()
  for (const { id, customer_id } of rows)
    if (customer_id === from) await change.amend('tier', id, { customer_id: into })
  const come = rows.filter(({ on }) => on <= book.today)
  const stood = [from, into].flatMap((id) => come.findLast(({ customer_id }) => customer_id === id) ?? [])
  const best = stood.sort((one, other) => rank(one.tier) - rank(other.tier))[0]
  if (!best || come.at(-1)?.tier === best.tier) return
  const { tier, reason, facts } = best
  await db
    .insertInto('tier')
    .values({ id: change.number('tier'), customer_id: into, on: book.today, tier, reason, facts, change_id: change.id })
    .execute()
}

/** How much the shop has of a tier: D are those who have bought little or nothing yet. */
const rank = (tier: string) => 'ABCD'.indexOf(tier)

/**
 * Who was brought by the one is brought by the other; who brought the one brought the other, where that makes no
 * circle.
 */
export async function joinReferrals(db: Db, change: Change, from: number, into: number): Promise<number | null> {
  const all = await db
    .selectFrom('customer')
    .select(['id', 'referred_by as by'])
    .where('referred_by', 'is not', null)
    .execute()
  const brought = new Map(all.map(({ id, by }) => [id, by as number]))
  const candidate = [brought.get(into), brought.get(from)].find((by) => by !== undefined && by !== from && by !== into)
  for (const { id, by } of all)
    if (by === from && id !== into) {
      await change.amend('customer', id, { referred_by: into })
      brought.set(id, into)
    }
  for (let by = candidate, steps = 0; by !== undefined && steps <= all.length; by = brought.get(by), steps++)
    if (by === into || by === from) return null
  return candidate ?? null
}

/** The share of what a customer needs that they buy here, as it was noted last. */
export async function newestShare(db: Db, customerId: number): Promise<number | null> {
  const row = await db
    .selectFrom('wallet_share')
    .select('share')
    .where('customer_id', '=', customerId)
    .orderBy('on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.share ?? null
}
