import { sql } from 'kysely'
import type { Db } from '../../../store/db.ts'
import { type Day, momentInZone } from '../../day.ts'
import { LedgerError, type ToldChange } from '../../errors.ts'
import { decimal } from '../../money.ts'
import type { Book } from '../book.ts'
import { namesOf } from '../customer-names.ts'

/** One change as the log shows it. */
export interface LoggedChange {
  readonly change: number
  /** The instant, ISO 8601 in UTC. */
  readonly at: string
  readonly by: string
  readonly command: string
  /**
   * Ids, days, counts; money as decimal strings. Sentences are made of them when read, so a forgotten person leaves
   * none.
   */
  readonly facts: Readonly<Record<string, unknown>>
  readonly undoneBy: number | null
}

export interface LogFilter {
  /** The days the changes were made on. */
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly limit?: number | undefined
}

/** What was done to the ledger, newest first, changes taken back included. Throws day.reversed. */
export async function readLog(
  { db, currency }: Pick<Book, 'db' | 'currency'>,
  { from, to, limit }: LogFilter = {},
): Promise<LoggedChange[]> {
  if (from !== undefined && to !== undefined && from > to) throw new LedgerError('day.reversed', { from, to })
  let query = logged(db).orderBy('id', 'desc')
  if (from !== undefined) query = query.where('day', '>=', from)
  if (to !== undefined) query = query.where('day', '<=', to)
  if (limit !== undefined) query = query.limit(limit)
  return (await query.execute()).map((row) => asLogged(row, currency))
}

/** The changes of these numbers, newest first. */
export async function changesOf(
  { db, currency }: Pick<Book, 'db' | 'currency'>,
  ids: readonly number[],
): Promise<LoggedChange[]> {
  const rows = await logged(db).where('id', 'in', ids).orderBy('id', 'desc').execute()
  return rows.map((row) => asLogged(row, currency))
}

const logged = (db: Db) => db.selectFrom('change').select(['id', 'at', 'by', 'command', 'facts', 'undone_by'])

function asLogged(
  row: { id: number; at: string; by: string; command: string; facts: string; undone_by: number | null },
  currency: string,
): LoggedChange {
  const facts = Object.entries(JSON.parse(row.facts) as Record<string, unknown>).map(([key, value]) => [
    key,
    moneyFacts.has(key) && typeof value === 'number' ? decimal(value, currency) : value,
  ])
  return {
    change: row.id,
    at: row.at,
    by: row.by,
    command: row.command,
    facts: Object.fromEntries(facts),
    undoneBy: row.undone_by,
  }
}

/** The facts that are minor units in the file. */
const moneyFacts = new Set(['amount', 'paid', 'owed', 'cost', 'before', 'after'])

/** The newest of these changes that can be taken back. */
export async function newestUndoable({ db }: Pick<Book, 'db'>, ids: readonly number[]): Promise<number | null> {
  const newest = await db
    .selectFrom('change')
    .select('id')
    .where('id', 'in', ids)
    .where('undoable', '=', 1)
    .where('undone_by', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.id ?? null
}

/**
 * Changes with what a person is told of them: the time in the ledger's zone, the names, as they are now, of those they
 * are about.
 */
export async function tellable(
  { db, timezone }: Pick<Book, 'db' | 'timezone'>,
  changes: readonly LoggedChange[],
): Promise<ToldChange[]> {
  const [names, groups] = await Promise.all([
    namesOf(db, [...new Set(changes.flatMap(({ facts }) => customersIn(facts)))]),
    groupNames(db, [...new Set(changes.flatMap(({ facts }) => groupsIn(facts)))]),
  ])
  return changes.map(({ change, at, by, command, facts }) => ({
    change,
    time: momentInZone(new Date(at), timezone),
    by,
    command,
    facts,
    who: customersIn(facts).map((id) => names.get(id) ?? `#${id}`),
    group: groupsIn(facts).map((id) => groups.get(id))[0] ?? null,
  }))
}

function customersIn(facts: Readonly<Record<string, unknown>>): number[] {
  return [facts['customerId'], facts['customerIds'], facts['into']]
    .flat()
    .filter((id): id is number => typeof id === 'number')
}

function groupsIn({ groupId }: Readonly<Record<string, unknown>>): number[] {
  return typeof groupId === 'number' ? [groupId] : []
}

/** What groups are called; of one that was deleted, what it was called then. */
async function groupNames(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const gone = db
    .selectFrom('change_row')
    .select(['row_id as id', sql<string>`before ->> 'name'`.as('name'), sql<number | null>`change_row.id`.as('at')])
    .where('table_name', '=', 'saved_group')
    .where('row_id', 'in', ids)
  const standing = db
    .selectFrom('saved_group')
    .select(['id', 'name', sql<number | null>`null`.as('at')])
    .where('id', 'in', ids)
  const rows = await gone.unionAll(standing).execute()
  // What it was called last, or is called now.
  rows.sort((one, other) => (one.at ?? Infinity) - (other.at ?? Infinity))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
