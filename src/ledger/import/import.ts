import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { checkingKeysLater } from '../../store/sqlite/deferred-keys.ts'
import type { Book } from '../book/book.ts'
import { recordChange } from '../book/change/record.ts'
import { classifyIn } from '../tier/classify.ts'
import { contactTaking } from './contacts/import-contacts.ts'
import { customerTaking } from './customers/import-customers.ts'
import { Tally, type Told } from './outcome.ts'
import { type Roster, rosterRows } from './plan.ts'
import { purchaseTaking } from './purchases/import-purchases.ts'
import { checkRejects, rejectsFile } from './rejects.ts'
import { givenRows, isLarge } from './worker/client.ts'

const takings = { customers: customerTaking, purchases: purchaseTaking, contacts: contactTaking }

/** What became of a file: `created + updated + unchanged + rejected = rows`. */
export interface Imported {
  /** Null: nothing changed, or a dry run. */
  readonly change: number | null
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
  /** The first faults and warnings by line; `rejected` and `warned` count them all. */
  readonly errors: readonly Told[]
  readonly warnings: readonly Told[]
  readonly warned: number
  readonly classified: boolean
  /** Where the rejected rows are; null where none were written. Not the place asked for where that could not be had in the end. */
  readonly rejectsAt: string | null
}

/**
 * Takes a roster into the ledger as one change in one transaction, and sorts the tiers at its end. A file that brings nothing new leaves
 * no change. `onProgress` hears how many rows are done; `wordFault` says a fault in the rejects file.
 */
export async function importRoster(
  book: Book,
  roster: Roster,
  { wordFault, onProgress = () => {} }: { wordFault(told: Told): string; onProgress?(rows: number): void },
): Promise<Imported> {
  const { options, kind } = roster
  // Rows are born and die by the thousand: left alone, V8 lets the nursery for them grow to 48 MB (measured, no row slower without).
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=20')
  if (options.rejects !== null && book.dryRun) checkRejects(options.rejects)
  const rejects = options.rejects !== null && !book.dryRun ? rejectsFile(options.rejects, roster) : null
  const make = () =>
    recordChange(book, `import ${kind}`, async (db, change) => {
      const tally = new Tally(book.store.sqlite, roster.columns)
      const taking = await takings[kind](book, db, change, roster, tally)
      for await (const rows of givenRows(book, roster, tally)) {
        for (const row of rows) taking.take(row)
        tally.rows += rows.length
        onProgress(tally.rows)
        // SQLite holds the thread: signals and the progress line need their turn.
        await setImmediate()
      }
      await taking.finish()
      tally.close()
      const { created, updated } = tally.counts
      const changed = created + updated > 0
      Object.assign(change.facts, { ...tally.counts, rejected: tally.rejected })
      if (changed && options.classify) await classifyIn(db, change, { ...book, db })
      if (!changed) change.discard()
      if (rejects && tally.rejected > 0) await rejects.write(tally, wordFault)
      rejects?.settle()
      return {
        rows: tally.rows,
        ...tally.counts,
        rejected: tally.rejected,
        errors: await readAgain(roster, tally.faults()),
        warnings: tally.warnings,
        warned: tally.warned,
        classified: changed && options.classify,
      }
    })
  // The taking of customers, and of purchases, checks them before it ends.
  try {
    rejects?.begin()
    const { value, change } = await (kind !== 'contacts' && isLarge(roster) ? checkingKeysLater(book.store.sqlite, make) : make())
    return { change, ...value, rejectsAt: rejects?.place() ?? null }
  } finally {
    rejects?.abandon()
  }
}

/** The faults with the cells of rows that were at fault only when others had been seen: those are looked up in the file. */
async function readAgain(roster: Roster, told: readonly Told[]): Promise<readonly Told[]> {
  const last = told.findLast(({ unread }) => unread)?.line
  if (last === undefined) return told
  const missing = new Map(told.filter(({ unread }) => unread).map((one) => [one.line, one.field]))
  const values = new Map<number, string>()
  for await (const rows of rosterRows(roster)) {
    for (const { line, cells } of rows) {
      const field = missing.get(line)
      if (field) values.set(line, cells[roster.columns.get(field) ?? -1] ?? '')
    }
    if ((rows.at(-1)?.line ?? 0) >= last) break
  }
  return told.map((one) => ({ ...one, value: values.get(one.line) ?? one.value }))
}
