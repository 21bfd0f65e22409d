import type { Context } from '../../cli/context.ts'
import type { Book } from '../../ledger/book/book.ts'
import type { RosterKind } from '../../ledger/import/columns.ts'
import type { Imported } from '../../ledger/import/import.ts'
import type { Told } from '../../ledger/import/outcome.ts'
import type { Roster } from '../../ledger/import/plan.ts'
import type { Words } from '../../locales/en.ts'
import type { ErrorMessage } from '../../locales/error-message.ts'
import type { Fault, ImportValue } from '../../screens/import.ts'
import { cleanLine } from '../../terminal/clean.ts'
import type { Voice } from '../../terminal/voice.ts'
import type { TypedRoster } from './import-flags.ts'

/**
 * Reads, plans, shows what would happen and asks (on a terminal), applies: `import customers`, `import purchases`, `import contacts`. A
 * ledger that is not there yet is made when the file is understood, and something of it will stand there.
 */
export async function importFile(context: Context, kind: RosterKind, typed: TypedRoster): Promise<void> {
  const { flags, terminal, world } = context
  const { ledgerExists } = await import('../../store/sqlite/file.ts')
  // A ledger that is there has its say first: in which language to ask.
  const book = ledgerExists(flags.db) ? await open(context) : null
  const { planRoster } = await import('../../ledger/import/plan.ts')
  const { spool } = await import('../../ledger/import/file/spool.ts')
  const { isPipe, piecesOf } = await import('../../store/files/read.ts')
  const { optionsOf } = await import('./import-flags.ts')
  const options = await optionsOf(typed)
  const piped = typed.file === '-' ? world.stdin : isPipe(typed.file) ? piecesOf(typed.file) : null
  const spooled = piped && (await spool(piped, world.folders.temporary))
  try {
    const ask = terminal.interactive ? (await import('./import-ask-columns.ts')).askColumns(context, kind) : null
    context.exitWith(await take(context, book, await planRoster(kind, spooled?.path ?? typed.file, typed.file, options, ask)))
  } finally {
    spooled?.drop()
  }
}

/** `there` is the ledger that is there already. */
async function take(context: Context, there: Book | null, roster: Roster): Promise<number> {
  const { flags, terminal, words } = context
  const { isLarge } = await import('../../ledger/import/worker/client.ts')
  const asks = terminal.interactive && !flags.yes && !flags.dryRun
  if (!asks && (flags.dryRun || there || isLarge(roster))) return settle(context, roster, there ?? (await open(context)))
  const rehearsal = there ?? (await context.openBook(flags.db, 'create', undefined, true))
  const foreseen = await run(context, rehearsal, roster, true)
  const nothing = foreseen.created + foreseen.updated === 0
  // Of a file with nothing to take, all that stays is the rows it was rejected for.
  if (!asks) return nothing ? show(context, roster, await run(context, rehearsal, roster, false), false) : settle(context, roster, await open(context))
  // Where nobody said where the rejected rows go, and some will be: beside the file, as the preview announces.
  const rejects = roster.options.rejects ?? (foreseen.rejected > 0 ? await nameRejects(roster, words) : null)
  const named = { ...roster, options: { ...roster.options, rejects } }
  await preview(context, named, foreseen)
  if (nothing && foreseen.rejected === 0) {
    terminal.tell(words.roster.nothingToAsk)
    return 0
  }
  if (!(await terminal.confirm(words.roster.ask))) {
    terminal.tell(words.roster.declined)
    return 0
  }
  const imported = await run(context, nothing ? rehearsal : (there ?? (await open(context))), named, false)
  if ((['created', 'updated', 'unchanged', 'rejected'] as const).some((end) => imported[end] !== foreseen[end])) terminal.tell(words.roster.otherwise)
  const { rosterView } = await import('../../screens/import.ts')
  await terminal.show(await publicValue(context, named, imported, false), rosterView(withRejectsAt(named, imported), imported.classified, words))
  return imported.rejected > 0 ? 3 : 0
}

/** With the place where the rejected rows are in the end. */
function withRejectsAt(roster: Roster, { rejectsAt }: Imported): Roster {
  return { ...roster, options: { ...roster.options, rejects: rejectsAt ?? roster.options.rejects } }
}

async function open({ flags, openBook, terminal, words }: Context): Promise<Book> {
  const book = await openBook(flags.db, 'create')
  if (book.founded && !flags.dryRun) terminal.tell(words.newLedger(flags.db))
  return book
}

async function settle(context: Context, roster: Roster, book: Book): Promise<number> {
  return show(context, roster, await run(context, book, roster, book.dryRun), book.dryRun)
}

async function show(context: Context, roster: Roster, imported: Imported, dryRun: boolean): Promise<number> {
  const { terminal, words } = context
  const { rosterView } = await import('../../screens/import.ts')
  const value = await publicValue(context, roster, imported, dryRun)
  const placed = withRejectsAt(roster, imported)
  if (!dryRun || terminal.quiet) await tellAside(context, placed, value)
  await terminal.show(value, rosterView(placed, imported.classified, words))
  return imported.rejected > 0 ? 3 : 0
}

/** What would be done, before it is asked for: on stdout where people read it, else beside the one value that goes there. */
async function preview(context: Context, roster: Roster, foreseen: Imported): Promise<void> {
  const { flags, terminal, words, world } = context
  const { rosterView } = await import('../../screens/import.ts')
  const value = await publicValue(context, roster, foreseen, true)
  const view = rosterView(roster, foreseen.classified, words)
  if (flags.format === 'table' && !flags.columns && world.stdout.isTTY) await terminal.show(value, view, true)
  else terminal.warn([view.lines(value, terminal.voice)].flat().join('\n'))
}

async function run({ terminal, words, world }: Context, book: Book, roster: Roster, dryRun: boolean): Promise<Imported> {
  const { importRoster } = await import('../../ledger/import/import.ts')
  const { aboutTable } = await import('../../ledger/import/file/table.ts')
  const { progressOn } = await import('../../terminal/progress.ts')
  const progress = await progressOn(world, aboutTable(roster.table).rows, terminal.quiet, words.roster.progress)
  const callOff = world.atExit?.(() => {
    progress.end()
    terminal.tell(words.roster.interrupted)
  })
  await terminal.voice.prepare(book.region === 'CN' ? null : '+12025550123')
  try {
    const wordFault = (told: Told) => worded(words, terminal.voice, told).message
    const imported = await importRoster({ ...book, dryRun }, roster, { wordFault, onProgress: progress.to })
    const { rejects } = roster.options
    if (rejects !== null && imported.rejectsAt !== null && imported.rejectsAt !== rejects) terminal.warn(words.rejectsElsewhere(rejects, imported.rejectsAt))
    return imported
  } finally {
    callOff?.()
    progress.end()
  }
}

/** What people are told beside the result: how the file was read, the columns left out, the rows left out and the warnings. */
async function tellAside({ terminal, words }: Context, roster: Roster, value: ImportValue): Promise<void> {
  const { faultsSaid, sheetsLeft, wantsCustomers } = await import('../../screens/import.ts')
  const say = words.roster
  terminal.tell(say.detected(value.file === '-' ? say.stdin : value.file, say.written[roster.table.form](value)))
  for (const line of sheetsLeft(roster, words)) terminal.tell(`  ${line}`)
  if (value.unknownColumns.length > 0) terminal.tell(`  ${say.unknownHead} ${say.unknown(value.unknownColumns, roster.options.keepUnknown)}`)
  const told = (head: string, faults: readonly Fault[], all: number) => {
    for (const line of faultsSaid(faults, all, 10, roster, words)) terminal.tell(`  ${head} ${cleanLine(line)}`)
  }
  told(say.rejectedHead, value.errors, value.rejected)
  told(say.warningHead, value.warnings, value.warned)
  if (value.rejected > 0 && roster.options.rejects === null) terminal.tell(`  ${say.rejectsHint}`)
  if (wantsCustomers(value, roster)) terminal.tell(`  ${say.createHint}`)
}

async function publicValue({ words, terminal }: Context, roster: Roster, imported: Imported, dryRun: boolean): Promise<ImportValue> {
  const { aboutTable } = await import('../../ledger/import/file/table.ts')
  const { rows: _, ...how } = aboutTable(roster.table)
  const { columns, facts, headers, unknown } = roster
  const places = [...columns, ...facts.map(({ key, at }) => [`fact:${key}`, at] as const)]
  const { change, rows, created, updated, unchanged, rejected } = imported
  return {
    change,
    ...how,
    columns: Object.fromEntries(places.map(([column, at]) => [column, headers?.[at] ?? String(at + 1)])),
    unknownColumns: unknown.map(({ header }) => header),
    rows,
    created,
    updated,
    unchanged,
    rejected,
    warnings: imported.warnings.map((told) => worded(words, terminal.voice, told)),
    warned: imported.warned,
    dryRun,
    errors: imported.errors.map((told) => worded(words, terminal.voice, told)),
  }
}

/** Faults whose hint is of cells, not of the command line: it stands with the message. */
const hinted: readonly string[] = ['birthday.unreadable', 'day.year-last', 'usage.bad-choice']

function worded(words: Words, voice: Voice, { line, field, value, code, facts }: Told): Fault {
  const sentence = words.errors[code] as (facts: unknown, voice: Voice) => ErrorMessage
  const { message, hint } = sentence(facts, voice)
  return { line, field, value, code, message: hint && hinted.includes(code) ? words.roster.withHint(message, hint) : message }
}

async function nameRejects({ table }: Roster, words: Words): Promise<string> {
  const { aboutTable } = await import('../../ledger/import/file/table.ts')
  const { freeName } = await import('../../ledger/import/rejects.ts')
  const { file } = aboutTable(table)
  const stem = file === '-' ? 'import' : file.replace(/\.[^./\\]+$/, '')
  return freeName((number) => words.roster.rejectsName(number === 1 ? stem : `${stem}-${number}`))
}
