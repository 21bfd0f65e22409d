import type { Context } from '../context.ts'
import { LedgerError } from '../ledger/errors.ts'
import type { Column, RosterKind } from '../ledger/roster/columns.ts'
import type { Imported } from '../ledger/roster/import.ts'
import type { OnMatch, Roster, RosterOptions } from '../ledger/roster/plan.ts'
import type { Told } from '../ledger/roster/tally.ts'
import type { Words } from '../locales/en.ts'
import type { Read } from './read.ts'

/** The flags both imports take. */
export const rosterFlags = [
  '--map <pairs>*',
  '--encoding <name>',
  '--delimiter <character>',
  '--sheet <name>',
  '--on-match <what>',
  '--keep-unknown',
  '--rejects <file>',
  '--no-classify',
] as const

/** What both imports are typed with. */
export function rosterInput(read: Read) {
  return {
    file: read.text,
    map: read.optional(read.array(read.text)),
    encoding: read.optional(read.from(String)),
    delimiter: read.optional(read.from(String)),
    sheet: read.optional(read.text),
    onMatch: read.optional(read.from(onMatchTyped)),
    keepUnknown: read.flag,
    rejects: read.optional(read.text),
    classify: read.flag,
    samePhone: read.flag,
    createCustomers: read.flag,
  }
}

interface Typed {
  readonly file: string
  readonly map?: string[] | undefined
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
  readonly sheet?: string | undefined
  readonly onMatch?: OnMatch | undefined
  readonly keepUnknown: boolean
  readonly rejects?: string | undefined
  readonly classify: boolean
  readonly samePhone: boolean
  readonly createCustomers: boolean
}

/** The public JSON of `import` (COMMANDS). */
export interface ImportValue {
  readonly change: number | null
  readonly file: string
  /** How its bytes are text; `xlsx` for a workbook. */
  readonly encoding: string
  /** Null where nothing parts cells: a workbook, cards. */
  readonly delimiter: string | null
  readonly sheet: string | null
  readonly columns: Readonly<Record<string, string>>
  readonly unknownColumns: readonly string[]
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
  readonly warnings: readonly Fault[]
  readonly dryRun: boolean
  readonly errors: readonly Fault[]
}

export interface Fault {
  readonly line: number
  readonly field: Column | null
  readonly value: string | null
  readonly code: string
  readonly message: string
}

/** Reads, plans, shows what would happen and asks (on a terminal), applies: `import customers` and `import purchases`. */
export async function importFile(context: Context, kind: RosterKind, typed: Typed): Promise<number> {
  const { book, world, terminal } = context
  const { planRoster } = await import('../ledger/roster/plan.ts')
  const { spool } = await import('../ledger/roster/spool.ts')
  const options = await optionsOf(typed)
  const spooled = typed.file === '-' ? await spool(world.stdin, world.folders.temporary) : null
  try {
    const roster = await planRoster(kind, spooled?.path ?? typed.file, typed.file, options)
    return await take(context, roster, terminal.interactive && !context.flags.yes && !book.dryRun)
  } finally {
    spooled?.drop()
  }
}

async function take(context: Context, roster: Roster, ask: boolean): Promise<number> {
  const { book, terminal, words } = context
  const { rosterView } = await import('./roster-view.ts')
  if (!ask) {
    const imported = await run(context, roster, book.dryRun)
    const value = await publicValue(context, roster, imported, book.dryRun)
    tellAside(context, roster, imported, value)
    await terminal.show(value, rosterView(roster, imported.classified, words))
    return imported.rejected > 0 ? 3 : 0
  }
  const foreseen = await run(context, roster, true)
  await terminal.show(await publicValue(context, roster, foreseen, true), { ...rosterView(roster, foreseen.classified, words), foretells: true })
  if (!(await terminal.confirm(words.roster.ask))) {
    terminal.tell(words.roster.declined)
    return 0
  }
  // Where nobody said where the rejected rows go, and some will be: beside the file, as the preview announced.
  const rejects = roster.options.rejects ?? (foreseen.rejected > 0 ? await nameRejects(roster, words) : null)
  const named = { ...roster, options: { ...roster.options, rejects } }
  const imported = await run(context, named, false)
  if ((['created', 'updated', 'unchanged', 'rejected'] as const).some((end) => imported[end] !== foreseen[end])) terminal.tell(words.roster.otherwise)
  await terminal.show(await publicValue(context, named, imported, false), rosterView(named, imported.classified, words))
  return imported.rejected > 0 ? 3 : 0
}

async function run(context: Context, roster: Roster, dryRun: boolean): Promise<Imported> {
  const { book, terminal, words, world } = context
  const { importRoster } = await import('../ledger/roster/import.ts')
  const { aboutTable } = await import('../ledger/roster/table.ts')
  const { progressOn } = await import('../terminal/progress.ts')
  const progress = await progressOn(world, aboutTable(roster.table).rows, terminal.quiet, words.roster.progress)
  await terminal.voice.prepare(book.region === 'CN' ? null : '+12025550123')
  try {
    return await importRoster({ ...book, dryRun }, roster, { wordFault: (told) => worded(context, told).message, onProgress: progress.to })
  } finally {
    progress.end()
  }
}

/** What people are told beside the result: how the file was read, the columns left out, the rows left out and the warnings. */
function tellAside({ terminal, words, book }: Context, roster: Roster, imported: Imported, value: ImportValue): void {
  const say = words.roster
  if (book.dryRun && !terminal.quiet) return
  terminal.tell(say.detected(value.file === '-' ? say.stdin : value.file, say.written[roster.table.form](value)))
  if (value.unknownColumns.length > 0) terminal.tell(`  ${say.unknownHead} ${say.unknown(value.unknownColumns, roster.options.keepUnknown)}`)
  const told = (head: string, faults: readonly Fault[], all: number) => {
    for (const { line, field, value, message } of faults.slice(0, 10)) terminal.tell(`  ${head} ${say.fault(line, field, value, message)}`)
    if (all > 10) terminal.tell(`  ${head} ${say.more(all - 10)}`)
  }
  told(say.rejectedHead, value.errors, imported.rejected)
  told(say.warningHead, value.warnings, imported.warned)
  if (imported.rejected > 0 && roster.options.rejects === null) terminal.tell(`  ${say.rejectsHint}`)
}

async function publicValue(context: Context, roster: Roster, imported: Imported, dryRun: boolean): Promise<ImportValue> {
  const { aboutTable } = await import('../ledger/roster/table.ts')
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
    warnings: imported.warnings.map((told) => worded(context, told)),
    dryRun,
    errors: imported.errors.map((told) => worded(context, told)),
  }
}

function worded({ words, terminal }: Context, { line, field, value, code, facts }: Told): Fault {
  const sentence = words.errors[code] as (facts: unknown, voice: Context['terminal']['voice']) => { message: string }
  return { line, field, value, code, message: sentence(facts, terminal.voice).message }
}

async function nameRejects({ table }: Roster, words: Words): Promise<string> {
  const { aboutTable } = await import('../ledger/roster/table.ts')
  const { freeName } = await import('../ledger/roster/rejects.ts')
  const { file } = aboutTable(table)
  const stem = file === '-' ? 'import' : file.replace(/\.[^./\\]+$/, '')
  return freeName((number) => words.roster.rejectsName(number === 1 ? stem : `${stem}-${number}`))
}

async function optionsOf(typed: Typed): Promise<RosterOptions> {
  const { encodingNamed, encodingNames } = await import('../ledger/roster/decode.ts')
  const encoding = typed.encoding === undefined ? null : encodingNamed(typed.encoding)
  if (typed.encoding !== undefined && encoding === null)
    throw new LedgerError('usage.bad-choice', { asked: typed.encoding, what: 'encoding', choices: encodingNames })
  return {
    map: (typed.map ?? []).flatMap(pairsOf),
    encoding,
    sheet: typed.sheet ?? null,
    delimiter: typed.delimiter === undefined ? null : await delimiterTyped(typed.delimiter),
    onMatch: typed.onMatch ?? null,
    createCustomers: typed.createCustomers,
    samePhone: typed.samePhone,
    keepUnknown: typed.keepUnknown,
    classify: typed.classify,
    rejects: typed.rejects ?? null,
  }
}

function pairsOf(typed: string): (readonly [string, string])[] {
  return typed
    .split(/[,，]/)
    .filter((pair) => pair.trim() !== '')
    .map((pair) => {
      const at = pair.search(/[=＝]/)
      if (at < 1) throw new LedgerError('roster.bad-map', { asked: pair, known: ['name=COLUMN'] })
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const
    })
}

async function delimiterTyped(typed: string): Promise<RosterOptions['delimiter']> {
  const { delimiters } = await import('../ledger/roster/read.ts')
  const named: Record<string, string> = { tab: '\t', '\\t': '\t', comma: ',', semicolon: ';', pipe: '|' }
  const meant = named[typed.toLowerCase()] ?? typed
  const found = delimiters.find((delimiter) => delimiter === meant)
  if (!found) throw new LedgerError('usage.bad-choice', { asked: typed, what: 'delimiter', choices: [',', ';', 'tab', '|'] })
  return found
}

function onMatchTyped(typed: string): OnMatch {
  if (typed === 'update' || typed === 'skip' || typed === 'reject') return typed
  throw new LedgerError('usage.bad-choice', { asked: typed, what: '--on-match', choices: ['update', 'skip', 'reject'] })
}
