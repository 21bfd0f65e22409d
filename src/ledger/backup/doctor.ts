import type Database from 'better-sqlite3'
import { brokenPages, danglingRows, isDamage, schemaDifferences } from '../../store/sqlite/check.ts'
import { connectToRead } from '../../store/sqlite/connect.ts'
import { ledgerExists, looksLikeLedger } from '../../store/sqlite/file.ts'
import { logBeside, namesOf, openTo, sharedBy } from '../../store/sqlite/file-system.ts'
import { newestVersion } from '../../store/sqlite/migrate.ts'
import { foreignBeside } from '../../store/sqlite/tails.ts'
import type { Book } from '../book/book.ts'
import { readCurrency, readRegion, readZone } from '../book/new-ledger.ts'
import { ledgerNote } from '../book/settings.ts'
import { type Day, daysBetween, momentInZone } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { lastClassifiedOn } from '../tier/current.ts'
import { dailyListSince, dailyListStopped } from './daily-list.ts'
import { type Mismatches, mismatches } from './mismatches.ts'

/** `fine`; `note`: good to know; `fault`: to be put right; `damage`: the file cannot be trusted. */
export type State = 'fine' | 'note' | 'fault' | 'damage'

/** What each check finds, as facts. */
interface Found {
  integrity: { broken: readonly string[] }
  references: { dangling: Readonly<Record<string, number>> }
  version: { found: number; known: number }
  schema: { different: readonly string[] }
  sums: Mismatches
  tiers: { on: Day | null; days: number | null }
  backup: { at: string | null; days: number | null }
  /** Since when the clock that was to make the daily list has not. */
  list: { stoppedOn: Day | null }
  timezone: { timezone: string }
  currency: { currency: string }
  region: { region: string }
  place: { shared: string | null }
  permissions: { mode: string | null }
  log: { bytes: number }
  /** Files beside it that belong to another user. */
  beside: { foreign: readonly string[] }
  /** Somebody who was forgotten while others read: whether nothing of them is left now. */
  wiped: { done: boolean }
  /** How many names the file has. */
  names: { names: number }
  /** The server that has the ledger, and how it is reached. */
  server: { version: string; encrypted: boolean }
  /** What this user may not read or write. */
  rights: { closed: readonly string[] }
  /** Tables full of rows that are gone. */
  sweeping: { unswept: readonly string[] }
}

export type Finding = {
  readonly [Check in keyof Found]: { readonly check: Check; readonly state: State; readonly facts: Found[Check] }
}[keyof Found]

function finding<Check extends keyof Found>(check: Check, state: State, facts: Found[Check]): Finding {
  return { check, state, facts } as Finding
}

/**
 * Looks at the file as SQLite has it, asking nothing of what is in it. Throws file.missing, file.not-a-ledger,
 * file.newer, and what kept it from looking: a lock, a full disk, a missing permission are no damage. `hasModes`:
 * whether a file says who may read it.
 */
export function examineFile(path: string, migrations: string, temporary: string, hasModes = true): Finding[] {
  if (!ledgerExists(path)) throw new LedgerError('file.missing', { path })
  if (!looksLikeLedger(path)) throw new LedgerError('file.not-a-ledger', { path })
  const [log, mode, shared] = [logBeside(path), openTo(path), sharedBy(path)]
  const [foreign, names] = [foreignBeside(path), namesOf(path)]
  const around = [
    finding('place', shared === null ? 'fine' : 'fault', { shared }),
    ...(hasModes ? [finding('permissions', mode === null ? 'fine' : 'fault', { mode })] : []),
    finding('log', log === 0 ? 'fine' : 'note', { bytes: log }),
    finding('beside', foreign.length === 0 ? 'fine' : 'fault', { foreign }),
    finding('names', names === 1 ? 'fine' : 'fault', { names }),
  ]
  return [...(foreign.length === 0 ? inside(path, migrations, temporary) : []), ...around]
}

/** The same for a ledger on a server, whose pages and keys are the server's own business. */
export async function examineServer(path: string, migrations: string): Promise<Finding[]> {
  const { examineServer: look } = await import('../../store/postgres/examine.ts')
  const { found, known, server, encrypted, different, closed, unswept } = await look(path, migrations)
  if (found === null) throw new LedgerError('file.missing', { path })
  if (found > known) throw new LedgerError('file.newer', { path, found, known })
  return [
    finding('server', 'fine', { version: server, encrypted }),
    finding('version', found < known ? 'fault' : 'fine', { found, known }),
    ...(found < known ? [] : [finding('schema', different.length === 0 ? 'fine' : 'fault', { different })]),
    finding('rights', closed.length === 0 ? 'fine' : 'note', { closed }),
    finding('sweeping', unswept.length === 0 ? 'fine' : 'note', { unswept }),
  ]
}

function inside(path: string, migrations: string, temporary: string): Finding[] {
  let sqlite: Database.Database | null = null
  try {
    sqlite = connectToRead(path, temporary)
    sqlite.pragma('query_only = ON')
    const broken = brokenPages(sqlite)
    if (broken.length > 0) return [finding('integrity', 'damage', { broken })]
    const [found, known] = [sqlite.pragma('user_version', { simple: true }) as number, newestVersion(migrations)]
    if (found > known) throw new LedgerError('file.newer', { path, found, known })
    const dangling = danglingRows(sqlite)
    const different = found < known ? [] : schemaDifferences(sqlite, migrations)
    return [
      finding('integrity', 'fine', { broken }),
      finding('references', Object.keys(dangling).length === 0 ? 'fine' : 'damage', { dangling }),
      finding('version', found < known ? 'fault' : 'fine', { found, known }),
      ...(found < known ? [] : [finding('schema', different.length === 0 ? 'fine' : 'fault', { different })]),
    ]
  } catch (error) {
    // A page so broken that even looking fails.
    if (isDamage(error)) return [finding('integrity', 'damage', { broken: [(error as Error).message] })]
    throw error
  } finally {
    sqlite?.close()
  }
}

/** Looks at what is in the ledger: sums, the age of the tiers and of the last backup, the time zone. */
export async function examineBook(book: Book): Promise<Finding[]> {
  const [wrong, sorted, backup, since] = await Promise.all([
    mismatches(book),
    lastClassifiedOn(book),
    ledgerNote(book.db, 'lastBackupAt'),
    dailyListSince(book),
  ])
  const age = sorted === null ? null : daysBetween(sorted, book.today)
  const stoppedOn = dailyListStopped(since, sorted, book.today)
  const old = backup === null ? null : daysBetween(dayOf(book, new Date(backup)), dayOf(book, book.now()))
  return [
    finding('sums', wrong.entries.length + wrong.customers.length === 0 ? 'fine' : 'fault', wrong),
    finding('tiers', age !== null && age <= 7 ? 'fine' : 'note', { on: sorted, days: age }),
    finding('backup', old !== null && old <= 7 ? 'fine' : 'note', { at: backup, days: old }),
    ...(stoppedOn === null ? [] : [finding('list', 'fault', { stoppedOn })]),
    ...(await examineFacts(book)),
  ]
}

/** What the shop says of itself, read as if it were typed now: an older program may have taken what is none. */
async function examineFacts({ timezone, currency, region }: Book): Promise<Finding[]> {
  const state = async (read: () => unknown): Promise<State> => {
    try {
      await read()
      return 'fine'
    } catch {
      return 'fault'
    }
  }
  return [
    finding('timezone', await state(() => readZone(timezone)), { timezone }),
    finding('currency', await state(() => readCurrency(currency)), { currency }),
    finding('region', await state(() => readRegion(region)), { region }),
  ]
}

const dayOf = ({ timezone }: Book, instant: Date) => momentInZone(instant, timezone).slice(0, 10)
