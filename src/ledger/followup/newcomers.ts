import { type SqlBool, sql } from 'kysely'
import type { Book } from '../book/book.ts'
import { type Day, type DayNumber, daySerial, daysBetween, serial } from '../day.ts'
import type { Buyers } from './buyers.ts'

/**
 * The day each import ran, by its change. A shop that was read in whole brought its own imports along: what it typed
 * itself is as typed here.
 */
export async function importDays({ db }: Pick<Book, 'db'>): Promise<Map<number, Day>> {
  const rows = await db
    .selectFrom('change')
    .select(['id', 'day'])
    .where('command', 'like', 'import%')
    .where('command', '<>', 'import all')
    .execute()
  return new Map(rows.map(({ id, day }) => [id, day]))
}

/** An import that comes later than this brings in sales of long ago: nobody is greeted for them. */
export const freshDays = 7

/**
 * Who came with a balance or points, an account opened on or before a day, of those asked for: the shop knew them
 * before.
 */
export async function readOpenedAccounts(
  { db }: Pick<Book, 'db'>,
  to: Day,
  only?: readonly number[],
): Promise<Map<number, DayNumber>> {
  const money = db
    .selectFrom('entry')
    .select(['customer_id', 'on'])
    .where('kind', '=', 'opening')
    // The condition of the small index, word for word, or SQLite reads every purchase.
    .where(sql<SqlBool>`kind <> 'purchase'`)
    .where('void', '=', 0)
    .where('on', '<=', to)
    .where('customer_id', 'is not', null)
    .$if(only !== undefined, (query) => query.where('customer_id', 'in', only ?? []))
  const points = db
    .selectFrom('point_entry')
    .select(['customer_id', 'on'])
    .where('why', '=', 'opening')
    .where('on', '<=', to)
    .$if(only !== undefined, (query) => query.where('customer_id', 'in', only ?? []))
  const opened = new Map<number, DayNumber>()
  for (const { customer_id, on } of await money.unionAll(points).execute()) {
    const day = serial(on)
    opened.set(customer_id as number, Math.min(day, opened.get(customer_id as number) ?? day))
  }
  return opened
}

/**
 * The first purchase day of those who are new: not brought in by a late import nor by the link of a payer, and without
 * an account from before.
 */
export async function readNewcomers(
  { db, today, policy }: Pick<Book, 'db' | 'today' | 'policy'>,
  buyers: Buyers,
  imports: ReadonlyMap<number, Day>,
): Promise<Map<number, DayNumber>> {
  const since = serial(today) - policy['due.welcome.until']
  const ids: number[] = []
  for (const [id, { firstOn }] of buyers) if (firstOn !== null && firstOn >= since) ids.push(id)
  if (ids.length === 0) return new Map()
  const [firsts, opened] = await Promise.all([
    db
      .selectFrom('entry')
      .select(['customer_id', 'on', 'change_id'])
      .where('kind', '=', 'purchase')
      .where('void', '=', 0)
      .where('payer_linked', '=', 0)
      .where('on', '>=', daySerial(since))
      .where('on', '<=', today)
      .where('customer_id', 'in', ids)
      .execute(),
    readOpenedAccounts({ db }, today, ids),
  ])
  const typed = firsts.filter(({ customer_id, on, change_id }) => {
    const imported = imports.get(change_id)
    return (
      serial(on) === buyers.get(customer_id as number)?.firstOn &&
      (imported === undefined || daysBetween(on, imported) <= freshDays)
    )
  })
  return new Map(
    typed.flatMap(({ customer_id, on }) =>
      opened.has(customer_id as number) ? [] : [[customer_id as number, serial(on)]],
    ),
  )
}
