import type { Db, Hearer, Intent } from '../store/db.ts'
import { openStore } from '../store/open.ts'
import type { Book, Settings } from './book/book.ts'
import { type Policy, readPolicy } from './book/policy/policy.ts'
import { foundLedger, readSettings, standingSettings } from './book/settings.ts'
import type { Day } from './day.ts'
import { LedgerError } from './errors.ts'
import { readyLunar } from './identity/lunar.ts'

export interface OpenOptions {
  readonly path: string
  readonly intent: Intent
  readonly migrations: string
  /** Where a private copy goes of a ledger that can be read only so. */
  readonly temporary: string
  /** What a new ledger says of itself, used by the intent `create` alone. */
  readonly founding: () => Promise<Omit<Settings, 'uuid'>> | Omit<Settings, 'uuid'>
  /** The day asked for, as typed; without one, the day it is in the ledger's zone. */
  readonly today: (now: Day) => Day
  readonly now: () => Date
  /** The day it is in a time zone. */
  readonly dayIn: (zone: string) => Day
  readonly by: string
  readonly dryRun: boolean
  readonly hearer?: Hearer | undefined
}

/** Opens the book: the file, its settings, its policy and the day. `founded` tells that this call made the ledger. */
export async function openBook(opening: OpenOptions): Promise<Book & { founded: boolean }> {
  const begun: {
    founding: Omit<Settings, 'uuid'> | null
    reading: Promise<[Settings | null, Policy]> | null
  } = { founding: null, reading: null }
  const read = (db: Db) => {
    begun.reading = Promise.all([readSettings(db), readPolicy(db)])
    begun.reading.catch(() => {})
    return begun.reading
  }
  const store = await openStore(opening.path, opening.intent, {
    ...opening,
    // What a new ledger would say of itself is looked at before there is one.
    async beforeMaking() {
      begun.founding = await opening.founding()
    },
    ahead: read,
  })
  try {
    const [found, policy] = await (begun.reading ?? read(store.db))
    if (!found && opening.intent !== 'create') throw new LedgerError('file.missing', { path: opening.path })
    const { settings: settled, founded } = found
      ? { settings: found, founded: false }
      : await foundLedger(store.db, begun.founding ?? (await opening.founding()))
    const settings = standingSettings(settled, policy)
    const today = opening.today(opening.dayIn(settings.timezone))
    await readyLunar(today)
    return {
      ...settings,
      settled,
      store,
      db: store.db,
      policy,
      today,
      now: opening.now,
      by: opening.by,
      dryRun: opening.dryRun,
      founded,
    }
  } catch (error) {
    if (begun.founding === null) await store.close()
    else await store.discardEmpty()
    throw error
  }
}
