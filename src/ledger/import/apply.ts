import { setImmediate } from 'node:timers/promises'
import type { Db } from '../../store/db.ts'
import { checkingKeysLater } from '../../store/sqlite/deferred-keys.ts'
import { keepBlocks, keepTextBlocks } from '../book/blocks/keep.ts'
import type { Book } from '../book/book.ts'
import { type Change, recordChange } from '../book/change/record.ts'
import { onFile } from '../book/on-file.ts'
import { inSmallHeap, soonDone } from '../book/v8-flags.ts'
import { noteShares } from '../customer/share-history.ts'
import { decimal } from '../money.ts'
import { classifyIn } from '../tier/classify.ts'
import { contactImporter } from './contacts/import-contacts.ts'
import { customerImporter } from './customers/import-customers.ts'
import type { ImportPlan } from './import-plan.ts'
import {
  ImportOutcome,
  type RejectedGroup,
  type RowMessage,
  type Skipped,
  type UnknownState,
  type Warning,
} from './outcome.ts'
import { purchaseImporter } from './purchases/import-purchases.ts'
import { readAgain } from './read-again.ts'
import { checkRejects, rejectsFile } from './rejects.ts'
import { titleWatcher } from './sqlite/titled-names.ts'
import { surveyImporter } from './surveys/import-surveys.ts'
import { agrees, tellOfPlan, tellOfTotals } from './tell-of-file.ts'
import { readRows } from './worker/client.ts'

const importers = {
  customers: customerImporter,
  purchases: purchaseImporter,
  contacts: contactImporter,
  surveys: surveyImporter,
}

/** What became of a file: `created + updated + unchanged + skipped + rejected = rows`. */
export interface Imported {
  /** Null: nothing changed, or a dry run. */
  readonly change: number | null
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly skipped: readonly (Omit<Skipped, 'sum'> & { readonly sum: string | null })[]
  readonly rejected: number
  /** The first faults by line; `rejected` counts them all. */
  readonly errors: readonly RowMessage[]
  /** By reason, all of them, and some of each said in full. */
  readonly rejectedFor: readonly RejectedGroup[]
  readonly examples: readonly RowMessage[]
  readonly warnings: readonly Warning[]
  readonly warned: number
  /** What the file says of itself, where the rows read agree with it. */
  readonly agrees: readonly { readonly rows: number; readonly sum: string }[]
  /** Words of state that nobody told the program, each once. */
  readonly unknownStates: readonly (Omit<UnknownState, 'sum'> & { readonly sum: string | null })[]
  readonly classified: boolean
  /**
   * Where the rejected rows are; null where none were written. Not the place asked for where that could not be had in
   * the end.
   */
  readonly rejectsAt: string | null
}

interface Heard {
  wordFault(told: RowMessage): string
  /** A second phone as it stands in the notes. */
  wordPhone(phone: string): string
  harmless(text: string): string
  onProgress?(rows: number): void
}

/**
 * Takes a file into the ledger as one change in one transaction, and sorts the tiers at its end. A file that brings
 * nothing new leaves no change. `onProgress` hears how many rows are done; `wordFault` says a fault in the rejects
 * file; `wordPhone` a second phone in the notes; `harmless` is what a terminal may be shown of it, where the file is
 * one (`/dev/tty`).
 */
export function applyImport(book: Book, plan: ImportPlan, heard: Heard): Promise<Imported> {
  const taking = () => onFile(book, (book) => takeFile(book, plan, heard))
  const { large, rows } = plan.table.about
  const whole = large ? () => inSmallHeap(taking) : taking
  return rows > soonDoneRows.over && rows <= soonDoneRows.most ? soonDone(whole) : whole()
}

/** Fewer are done before it matters, and more are worth V8's last compiler (measured). */
const soonDoneRows = { over: 2_000, most: 25_000 }

const outcomeOf = (book: Book, { columns }: ImportPlan) => new ImportOutcome(book.store.sqlite, columns)

/**
 * Whether anything of a file would stand in a ledger made for it. Once its first rows bring something the others are
 * read and no more: they may be no table, and then no ledger is made; that they take everything back is so rare that
 * the ledger is made first, and taken away again.
 */
export function bringsAnything(book: Book, plan: ImportPlan): Promise<boolean> {
  const { kind, options } = plan
  if (options.rejects !== null) checkRejects(options.rejects)
  return onFile({ ...book, dryRun: true }, async (book) => {
    const { value } = await recordChange(book, `import ${kind}`, async (db, change) => {
      const outcome = outcomeOf(book, plan)
      const { counts } = outcome
      const importer = await importers[kind](book, db, change, plan, outcome, String)
      let isSure = false
      for await (const rows of readRows(book, plan, outcome, () => {})) {
        isSure ||= counts.created > 0
        if (!isSure) for (const row of rows) importer.take(row)
      }
      if (!isSure) await importer.finish()
      return isSure || counts.created + counts.updated > 0
    })
    return value
  })
}

interface Entering extends Pick<Heard, 'wordPhone'> {
  readonly db: Db
  readonly change: Change
  onProgress(rows: number): void
}

/** Enters the rows of a file: what is known of the ledger for that, of a large one much, is let go at the end. */
async function enterRows(
  book: Book,
  plan: ImportPlan,
  outcome: ImportOutcome,
  { db, change, wordPhone, onProgress }: Entering,
): Promise<void> {
  const tellOfTitles = titleWatcher(book)
  const importer = await importers[plan.kind](book, db, change, plan, outcome, wordPhone)
  for await (const rows of readRows(book, plan, outcome, (totals) => outcome.totals.push(...totals))) {
    for (const row of rows) importer.take(row)
    outcome.rows += rows.length
    onProgress(outcome.rows)
    // SQLite holds the thread: signals and the progress line need their turn.
    await setImmediate()
  }
  await importer.finish()
  tellOfTitles(outcome, importer.linesOf)
}

async function takeFile(
  book: Book,
  plan: ImportPlan,
  { wordFault, wordPhone, harmless, onProgress = () => {} }: Heard,
): Promise<Imported> {
  const { options, kind } = plan
  const money = (amount: number) => decimal(amount, book.currency)
  if (options.rejects !== null && book.dryRun) checkRejects(options.rejects)
  const rejects =
    options.rejects !== null && !book.dryRun ? rejectsFile(options.rejects, plan, { lang: book.lang, harmless }) : null
  const make = () =>
    recordChange(book, `import ${kind}`, async (db, change) => {
      const outcome = outcomeOf(book, plan)
      tellOfPlan(plan, outcome)
      await enterRows(book, plan, outcome, { db, change, wordPhone, onProgress })
      outcome.close(book.currency)
      tellOfTotals(outcome, book.currency)
      const { created, updated } = outcome.counts
      const changed = created + updated > 0
      Object.assign(change.facts, { ...outcome.counts, skipped: outcome.skipped, rejected: outcome.rejected })
      if (changed && kind === 'customers') await noteShares(db, change, book.today)
      if (changed && !book.dryRun) await (options.classify ? keepBlocks : keepTextBlocks)(db, change.id)
      if (changed && options.classify) await classifyIn(db, change, { ...book, db })
      if (!changed) change.discard()
      if (rejects && outcome.rejected > 0) await rejects.write(outcome, wordFault)
      rejects?.settle()
      return {
        rows: outcome.rows,
        ...outcome.counts,
        skipped: outcome.skips().map((one) => ({ ...one, sum: one.sum === null ? null : money(one.sum) })),
        rejected: outcome.rejected,
        errors: await readAgain(plan, outcome.faults()),
        rejectedFor: outcome.rejectedGroups(),
        examples: await readAgain(plan, outcome.someOfEach(4)),
        warnings: outcome.warnings(),
        warned: outcome.warned,
        agrees: outcome.totals.filter(agrees).map(({ read }) => ({ rows: read.rows, sum: money(read.sum) })),
        unknownStates: outcome
          .unknownStates()
          .map((one) => ({ ...one, sum: one.sum === null ? null : money(one.sum) })),
        classified: changed && options.classify,
      }
    })
  // Customers and purchases are checked for such keys before their import ends.
  try {
    rejects?.begin()
    const { value, change } = await ((kind === 'customers' || kind === 'purchases') && plan.table.about.large
      ? checkingKeysLater(book.store.sqlite, make)
      : make())
    return { change, ...value, rejectsAt: rejects?.place() ?? null }
  } finally {
    rejects?.abandon()
  }
}
