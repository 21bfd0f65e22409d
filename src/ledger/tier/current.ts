import type { Db } from '../../store/db.ts'
import { isAmong, type Only } from '../../store/lists.ts'
import type { Book } from '../book/book.ts'
import { type Day, serial } from '../day.ts'
import { arePicked } from '../standing/everyone.ts'
import { whoBought } from '../standing/who-bought.ts'
import type { Tier } from '../vocabulary.ts'
import { readTierHistory, type TierHistory } from './history.ts'
import { newestRows } from './queries.ts'

/** Who is absent is D. */
export type CurrentTiers = Pick<ReadonlyMap<number, Tier>, 'get'>

/** What is at hand of what tiers rest on, which spares reading it. */
export interface KnownForTiers {
  /** Everyone with a counted purchase up to the day, or visits of an old roster. */
  readonly buyers?: WhoBought | Promise<WhoBought> | undefined
  /** Up to the day at least, of everybody: where some are asked of, their rows are read. */
  readonly history?: TierHistory | undefined
}

/** Whether somebody has bought, by id. */
export type WhoBought = Pick<ReadonlySet<number>, 'has'>

/**
 * The tier of every customer who is not at the default, as of the book's day: the pin in force, else what classify last
 * said, else C from the first purchase on. Inside a change hand in `{ ...book, db }`.
 */
export async function currentTiers(
  book: Pick<Book, 'db' | 'today'>,
  only?: Only,
  { buyers, history }: KnownForTiers = {},
): Promise<CurrentTiers> {
  const { db, today } = book
  const [said, bought, pins] = await Promise.all([
    only ? newestRows(db, today, only) : (history ?? readTierHistory(db, today)),
    buyers ?? whoBought(db, today, only),
    pinsOn(db, today, only),
  ])
  const day = serial(today)
  return {
    get(id) {
      const pin = pins.get(id)
      if (pin) return pin.tier
      const last = 'lastOn' in said ? said.lastOn(id, day) : said.get(id)
      const isStaff = last?.reason === 'staff'
      // Who bought since classify found that they never had is C, as everyone is from the first purchase on.
      if ((!last || isStaff || last.reason === 'never-bought') && bought.has(id)) return 'C'
      return isStaff ? undefined : last?.tier
    },
  }
}

export interface Pin {
  readonly tier: Tier
  readonly reason: string | null
  readonly on: Day
  readonly until: Day | null
}

/** The pins in force on a day. */
export async function pinsOn(db: Db, day: Day, only?: Only): Promise<Map<number, Pin>> {
  const query = db
    .selectFrom('customer')
    .select(['id', 'pinned_tier', 'pin_reason', 'pinned_on', 'pinned_until'])
    .where('pinned_tier', 'is not', null)
    .$if(only !== undefined, (query) => query.where(isAmong('id', only ?? [])))
    .$if(!arePicked(only), (query) => query.where('kind', '<>', 'staff'))
    .where((where) => where.or([where('pinned_on', 'is', null), where('pinned_on', '<=', day)]))
    .where((where) => where.or([where('pinned_until', 'is', null), where('pinned_until', '>=', day)]))
  const rows = await query.execute()
  return new Map(
    rows.map((row) => [
      row.id,
      { tier: row.pinned_tier as Tier, reason: row.pin_reason, on: row.pinned_on ?? day, until: row.pinned_until },
    ]),
  )
}

/** The day of the newest classify up to the book's day, or null when there was none. */
export async function lastClassifiedOn({ db, today }: Pick<Book, 'db' | 'today'>): Promise<Day | null> {
  const row = await db
    .selectFrom('classification')
    .select(({ fn }) => fn.max('on').as('on'))
    .where('on', '<=', today)
    .executeTakeFirst()
  return row?.on ?? null
}
