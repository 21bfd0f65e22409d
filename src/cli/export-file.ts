import type { Entry } from '../ledger/account/entries.ts'
import { LedgerError } from '../ledger/errors.ts'
import type { SheetOptions, TextParts } from '../ledger/export/sheet.ts'
import type { Format } from '../terminal/output-options.ts'
import type { Context } from './context.ts'
import type { Read } from './inputs.ts'

/** Says what an export of today leaves out because its day has not come; `kinds` null asks of contacts. */
export async function tellLater({ book, terminal, words }: Context, kinds: readonly Entry['kind'][] | null): Promise<void> {
  const { stillToCome } = await import('../ledger/export/entries.ts')
  const count = await stillToCome(book, kinds)
  if (count > 0) terminal.tell(words.exported.stillToCome(count, book.today))
}

/** The flags of every export that can be a spreadsheet. */
export const exportFlags = ['--out <file>', '--excel'] as const
export const sheetFormats = ['csv', 'tsv', 'json', 'jsonl'] as const satisfies readonly Format[]

export function exportInput(read: Read) {
  return { out: read.optional(read.text), excel: read.flag }
}

interface Asked {
  readonly out?: string | undefined
  readonly excel?: boolean
}

/** What can be handed over: as a spreadsheet, and in each other format. */
export interface Shipment {
  readonly sheet?: (sheet: SheetOptions) => TextParts
  readonly json?: () => TextParts
  readonly jsonl?: () => TextParts
  readonly vcf?: () => TextParts
  readonly ics?: () => TextParts
}

/** Writes an export to stdout, or with --out to a file that is there only when it is whole. */
export async function sendOut(context: Context, what: string, { out, excel = false }: Asked, shipment: Shipment): Promise<void> {
  const { flags, terminal, words } = context
  const path = out === undefined || out === '-' ? null : out
  if (flags.ids) throw new LedgerError('usage.no-ids', { command: `export ${what}` })
  const format = formatOf(context, path, shipment)
  if (excel && format !== 'csv' && format !== 'tsv') throw new LedgerError('usage.conflict', { first: '--excel', second: `--format ${format}` })
  const pieces = piecesOf(shipment, format, { delimiter: format === 'tsv' ? '\t' : ',', header: flags.header, mark: excel, only: flags.columns })
  const rows = await handOver(context, { path, command: `export ${what}`, flag: '--out' }, pieces)
  if (rows !== null && path !== null) terminal.tell(words.exported.written(what, rows, path, flags.dryRun))
}

interface Destination {
  /** Null is stdout. */
  readonly path: string | null
  /** What to type to write over what is there. */
  readonly command: string
  readonly flag: string
}

/** Pours it out, or puts it into a file; returns what the pieces come to, null where no file was written. */
export async function handOver(context: Context, { path, ...typed }: Destination, pieces: TextParts): Promise<number | null> {
  if (path === null) {
    await pour(context, pieces)
    return null
  }
  if (await mayWrite(context, path, typed)) return save(context, path, pieces)
  context.terminal.tell(context.words.exported.notWritten)
  return null
}

/** As asked; else as the file's name ends; else the first there is. */
function formatOf({ flags }: Context, path: string | null, shipment: Shipment): Format {
  if (flags.format !== 'table') return flags.format
  const ending = path?.toLowerCase().split('.').at(-1) ?? ''
  const known = [...(shipment.sheet ? ['csv', 'tsv'] : []), ...Object.keys(shipment)]
  return (known.includes(ending) ? ending : shipment.sheet ? 'csv' : 'jsonl') as Format
}

function piecesOf(shipment: Shipment, format: Format, sheet: SheetOptions): TextParts {
  const make = format === 'csv' || format === 'tsv' ? shipment.sheet : shipment[format as 'json']
  if (!make) throw new LedgerError('usage.bad-choice', { asked: format, what: 'format', choices: Object.keys(shipment) })
  return make(sheet)
}

async function pour({ world: { stdout } }: Context, pieces: TextParts): Promise<void> {
  for await (const piece of pieces) {
    if (piece === '') continue
    const { once } = stdout
    if (stdout.write(piece) === false && once) await new Promise<void>((resolve) => once.call(stdout, 'drain', resolve))
  }
}

async function mayWrite(context: Context, path: string, { command, flag }: Omit<Destination, 'path'>): Promise<boolean> {
  const { takenBy } = await import('../store/files/draft.ts')
  const taken = takenBy(path)
  if (taken === 'ledger') throw new LedgerError('export.is-ledger', { path, flag })
  if (taken === null || context.flags.yes || context.flags.dryRun) return true
  if (!context.terminal.interactive) throw new LedgerError('export.exists', { path, command, flag })
  return context.terminal.confirm(context.words.exported.overwrite(path))
}

async function save({ flags, world }: Context, path: string, pieces: TextParts): Promise<number> {
  const { draftOf } = await import('../store/files/draft.ts')
  const draft = flags.dryRun ? null : draftOf(path)
  // Half a list of customers must not lie about after Ctrl-C.
  const callOff = world.atExit?.(() => draft?.abandon())
  try {
    for (;;) {
      const piece = await pieces.next()
      if (piece.done) {
        draft?.place()
        return piece.value
      }
      draft?.write(piece.value)
    }
  } finally {
    callOff?.()
    draft?.abandon()
  }
}
