import type { Context } from '../../cli/context.ts'
import { ownFilesBeside } from '../../cli/own-files.ts'
import { withProgress } from '../../cli/with-progress.ts'
import type { Book } from '../../ledger/book/book.ts'
import type { ImportKind } from '../../ledger/import/columns.ts'
import { aboutTable } from '../../ledger/import/file/table.ts'
import type { Imported } from '../../ledger/import/import.ts'
import type { ImportPlan, StateMeaning } from '../../ledger/import/import-plan.ts'
import type { Words } from '../../locales/en.ts'
import { asideOf, importView } from '../../screens/import.ts'
import { importValue, publicImport, rejectsWording } from '../../screens/import-value.ts'
import type { TypedImport } from './import-flags.ts'

/**
 * Reads, plans, shows what would happen and asks (on a terminal), applies: `import`, `import customers`, `import
 * purchases`, `import contacts`.
 * A ledger that is not there yet is made when the file is understood, and something of it will stand there. `kind`
 * null: the file says what it is.
 */
export async function runImport(context: Context, kind: ImportKind | null, typed: TypedImport): Promise<void> {
  const { flags, terminal, world } = context
  const { ledgerExists } = await import('../../store/open.ts')
  // A ledger that is there has its say first: in which language to ask.
  const there = (await ledgerExists(flags.db)) ? await open(context) : null
  const book = there ?? (await context.openBook(flags.db, 'create', undefined, true))
  const { planImport } = await import('../../ledger/import/plan.ts')
  const { knownFormats } = await import('../../ledger/import/format/own-formats.ts')
  const { spool } = await import('../../ledger/import/file/spool.ts')
  const { isPipe, piecesOf } = await import('../../store/files/read.ts')
  const { optionsOf } = await import('./import-flags.ts')
  const options = { ...(await optionsOf(typed, book.today)), region: book.region }
  const piped = typed.file === '-' ? world.stdin : isPipe(typed.file) ? piecesOf(typed.file) : null
  const spooled = piped && (await spool(piped, world.folders.temporary))
  try {
    const ask = terminal.interactive ? (await import('./import-ask-columns.ts')).askColumns(context) : null
    const formats = (await knownFormats(ownFilesBeside(context, 'formats'))).map(({ format }) => format)
    context.exitWith(
      await take(
        context,
        there,
        await planImport(book, kind, spooled?.path ?? typed.file, typed.file, options, formats, ask),
      ),
    )
  } finally {
    spooled?.drop()
  }
}

/** `there` is the ledger that is there already. */
async function take(context: Context, there: Book | null, plan: ImportPlan): Promise<number> {
  const { flags, terminal, words } = context
  const { isLarge } = await import('../../ledger/import/worker/client.ts')
  const asks = terminal.interactive && !flags.yes && !flags.dryRun
  if (!asks && (flags.dryRun || there || isLarge(plan))) return settle(context, plan, there ?? (await open(context)))
  const rehearsal = there ?? (await context.openBook(flags.db, 'create', undefined, true))
  let meant = plan
  let foreseen = await run(context, rehearsal, plan, true)
  if (asks && foreseen.unknownStates.length > 0) {
    const states = await askStates(context, foreseen)
    if (Object.keys(states).length > 0) {
      meant = { ...plan, options: { ...plan.options, states: { ...plan.options.states, ...states } } }
      foreseen = await run(context, rehearsal, meant, true)
    }
  }
  const nothing = foreseen.created + foreseen.updated === 0
  // Of a file with nothing to take, all that stays is the rows it was rejected for.
  if (!asks)
    return nothing
      ? show(context, meant, await run(context, rehearsal, meant, false), false)
      : settle(context, meant, await open(context))
  // Where nobody said where the rejected rows go, and some will be: beside the file, as the preview announces.
  const rejects = meant.options.rejects ?? (foreseen.rejected > 0 ? await nameRejects(meant, words) : null)
  const named = { ...meant, options: { ...meant.options, rejects } }
  await preview(context, named, foreseen)
  if (nothing && foreseen.rejected === 0) {
    terminal.tell(words.importing.nothingToAsk)
    return 0
  }
  if (!(await terminal.confirm(words.importing.ask))) {
    terminal.tell(words.importing.declined)
    return 0
  }
  const imported = await run(context, nothing ? rehearsal : (there ?? (await open(context))), named, false)
  if ((['created', 'updated', 'unchanged', 'rejected'] as const).some((end) => imported[end] !== foreseen[end]))
    terminal.tell(words.importing.otherwise)
  const value = importValue(named, imported, false, terminal.voice)
  await terminal.show(
    publicImport(value),
    importView(withRejectsAt(named, imported), value, imported.classified, words),
  )
  return exitOf(imported)
}

/** What a word of a status column is, asked of whoever sits there, once a word. */
async function askStates(
  { terminal, words }: Context,
  { unknownStates }: Imported,
): Promise<Record<string, StateMeaning>> {
  const { stateKey } = await import('../../ledger/import/row/state-words.ts')
  const meanings: readonly StateMeaning[] = ['sale', 'owed', 'refund', 'skip']
  const states: Record<string, StateMeaning> = {}
  for (const { heading, word, rows } of unknownStates.slice(0, 20)) {
    const chosen = await terminal.chooseListed(words.importing.whatState(heading, word, rows), meanings.length)
    const meaning = chosen === null ? undefined : meanings[chosen]
    if (meaning) states[stateKey(word)] = meaning
  }
  return states
}

/** 3: some rows were rejected; 1: all of them. */
function exitOf({ rows, rejected }: Imported): number {
  if (rejected === 0) return 0
  return rejected === rows ? 1 : 3
}

/** With the place where the rejected rows are in the end. */
function withRejectsAt(plan: ImportPlan, { rejectsAt }: Imported): ImportPlan {
  return { ...plan, options: { ...plan.options, rejects: rejectsAt ?? plan.options.rejects } }
}

async function open({ flags, openBook, terminal, words }: Context): Promise<Book> {
  const book = await openBook(flags.db, 'create')
  if (book.founded && !flags.dryRun) terminal.tell(words.newLedger(flags.db))
  return book
}

async function settle(context: Context, plan: ImportPlan, book: Book): Promise<number> {
  return show(context, plan, await run(context, book, plan, book.dryRun), book.dryRun)
}

async function show(context: Context, plan: ImportPlan, imported: Imported, dryRun: boolean): Promise<number> {
  const { terminal, words } = context
  const value = importValue(plan, imported, dryRun, terminal.voice)
  const placed = withRejectsAt(plan, imported)
  if (!dryRun || terminal.quiet) for (const line of asideOf(placed, value, words)) terminal.tell(line)
  // Rows that were not taken are no news to be kept back.
  if (terminal.quiet && imported.rejected > 0) terminal.warn(words.importing.someRejected(imported.rejected))
  await terminal.show(publicImport(value), importView(placed, value, imported.classified, words))
  return exitOf(imported)
}

/**
 * What would be done, before it is asked for: on stdout where people read it, else beside the one value that goes
 * there.
 */
async function preview(context: Context, plan: ImportPlan, foreseen: Imported): Promise<void> {
  const { flags, terminal, words, world } = context
  const full = importValue(plan, foreseen, true, terminal.voice)
  const value = publicImport(full)
  const view = importView(plan, full, foreseen.classified, words)
  if (flags.format === 'table' && !flags.columns && world.stdout.isTTY) await terminal.show(value, view, true)
  else terminal.warn([view.lines(value, terminal.voice)].flat().join('\n'))
}

async function run(context: Context, book: Book, plan: ImportPlan, dryRun: boolean): Promise<Imported> {
  const { terminal, words } = context
  const { importFile } = await import('../../ledger/import/import.ts')
  await terminal.voice.prepare(book.region === 'CN' ? null : '+12025550123')
  const imported = await withProgress(context, aboutTable(plan.table).rows, (onProgress) =>
    importFile({ ...book, dryRun }, plan, { ...rejectsWording(terminal.voice), onProgress }),
  )
  const { rejects } = plan.options
  if (rejects !== null && imported.rejectsAt !== null && imported.rejectsAt !== rejects)
    terminal.warn(words.rejectsElsewhere(rejects, imported.rejectsAt))
  return imported
}

async function nameRejects({ table }: ImportPlan, words: Words): Promise<string> {
  const { freeName } = await import('../../ledger/import/rejects.ts')
  const { file } = aboutTable(table)
  const stem = file === '-' ? 'import' : file.replace(/\.[^./\\]+$/, '')
  return freeName((number) => words.importing.rejectsName(number === 1 ? stem : `${stem}-${number}`))
}
