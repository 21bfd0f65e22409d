import type { Context } from '../../cli/context.ts'
import { withProgress } from '../../cli/with-progress.ts'
import type { Book } from '../../ledger/book/book.ts'
import { applyImport, type Imported } from '../../ledger/import/apply.ts'
import { foretell } from '../../ledger/import/foretell.ts'
import type { ImportPlan } from '../../ledger/import/import-plan.ts'
import { asideOf, importView, quietlyRejected } from '../../screens/import.ts'
import { type AppliedImport, importValue, publicImport, rejectsWording } from '../../screens/import-value.ts'
import { ledgerExists } from '../../store/exists.ts'

/** The ledger an import goes to. */
export interface ImportLedger {
  readonly isThere: boolean
  /** The ledger that is there; else one that leaves no trace. */
  readonly book: Book
  /** The ledger, made where it is not there yet. */
  open(): Promise<Book>
}

/** A ledger that is there has its say first: in which language to ask. */
export async function ledgerOf(context: Context): Promise<ImportLedger> {
  const { flags, openBook, terminal } = context
  if (!(await ledgerExists(flags.db)))
    return { isThere: false, book: await openBook(flags.db, 'create', undefined, true), open }
  const book = await open()
  return { isThere: true, book, open: async () => book }

  async function open(): Promise<Book> {
    const opened = await openBook(flags.db, 'create')
    if (opened.founded && !flags.dryRun) terminal.tell(context.words.newLedger(flags.db))
    return opened
  }
}

/** Applies a plan, saying meanwhile how far it is. */
export async function applyTo(book: Book, context: Context, plan: ImportPlan, dryRun: boolean): Promise<AppliedImport> {
  const { terminal, words } = context
  await terminal.voice.prepare(book.region === 'CN' ? null : '+12025550123')
  const wordPhone = (phone: string) => words.customer.otherPhone(terminal.voice.phone(phone))
  const imported = await withProgress(context, plan.table.about.rows, (onProgress) =>
    applyImport({ ...book, dryRun }, plan, { ...rejectsWording(terminal.voice), wordPhone, onProgress }),
  )
  const { rejects } = plan.options
  if (rejects !== null && imported.rejectsAt !== null && imported.rejectsAt !== rejects)
    terminal.warn(words.rejectsElsewhere(rejects, imported.rejectsAt))
  const split = new Set(imported.warnings.flatMap(({ code, lines }) => (code === 'row.name-parts' ? lines : [])))
  return { ...imported, foretold: dryRun ? await foretell(book, plan, (line) => split.has(line)) : [] }
}

export function bringsNothing({ created, updated }: Imported): boolean {
  return created + updated === 0
}

/**
 * Shows what became of a file, or would. How it was read is told beside, where no preview has told it. Returns the exit
 * code: 3, some rows were rejected; 1, all of them.
 */
export async function showImported(
  { terminal, words }: Context,
  plan: ImportPlan,
  imported: AppliedImport,
  { dryRun, isForetold }: { readonly dryRun: boolean; readonly isForetold: boolean },
): Promise<number> {
  const { rows, rejected, rejectsAt, classified } = imported
  // The rejected rows may lie elsewhere in the end.
  const placed = { ...plan, options: { ...plan.options, rejects: rejectsAt ?? plan.options.rejects } }
  const value = await importValue(placed, imported, dryRun, terminal.voice)
  if (!isForetold && (!dryRun || terminal.quiet)) for (const line of asideOf(placed, value, words)) terminal.tell(line)
  // Rows that were not taken are no news to be kept back.
  if (!isForetold && terminal.quiet && rejected > 0) terminal.warn(quietlyRejected(value, words))
  await terminal.show(publicImport(value), importView(placed, value, classified, words))
  if (rejected === 0) return 0
  return rejected === rows ? 1 : 3
}
