import { LedgerError } from '../ledger/errors.ts'
import type { SheetOptions, TextParts } from '../ledger/export/sheet.ts'
import { draftOf, takenBy } from '../store/files/draft.ts'
import { cleanSheet, escapeControls } from '../terminal/clean.ts'
import type { Format } from '../terminal/output-options.ts'
import { writePieces } from '../terminal/write-pieces.ts'
import type { Context } from './context.ts'

type Write<Asked> = (context: Context, asked: Asked, sheet: SheetOptions) => TextParts | Promise<TextParts>

/** How an export is written: as a spreadsheet, and in each other format it has. */
export interface ExportFormats<Asked> {
  readonly sheet?: Write<Asked>
  readonly json?: Write<Asked>
  readonly jsonl?: Write<Asked>
  readonly ics?: Write<Asked>
  readonly vcf?: Write<Asked>
}

interface ExportPlace {
  readonly out: string | undefined
  readonly excel: boolean
}

/** Writes an export to stdout, or with --out to a file that is there only when it is whole. */
export async function writeExport<Asked>(
  context: Context,
  what: string,
  { out, excel }: ExportPlace,
  formats: ExportFormats<Asked>,
  asked: Asked,
): Promise<void> {
  const { flags, terminal, words } = context
  const path = out === undefined || out === '-' ? null : out
  if (flags.ids) throw new LedgerError('usage.no-ids', { command: `export ${what}` })
  if (flags.mask) throw new LedgerError('usage.conflict', { first: '--mask', second: `export ${what}` })
  const format = formatOf(context, path, formats)
  if (excel && format !== 'csv' && format !== 'tsv')
    throw new LedgerError('usage.conflict', { first: '--excel', second: `--format ${format}` })
  const write = format === 'csv' || format === 'tsv' ? formats.sheet : formats[format as 'json']
  if (!write)
    throw new LedgerError('usage.bad-choice', { asked: format, what: 'format', choices: Object.keys(formats) })
  const pieces = await write(context, asked, {
    delimiter: format === 'tsv' ? '\t' : ',',
    header: flags.header,
    mark: excel,
    only: flags.columns,
  })
  const rows = await writeOut(
    context,
    { path, command: `export ${what}`, flag: '--out', json: format === 'json' || format === 'jsonl' },
    pieces,
  )
  if (rows === null || path === null) return
  const { exported } = words
  const said = flags.dryRun ? exported.wouldWrite : exported.written
  terminal.tell(said(exported.what[what] ?? what, rows, path))
}

interface Destination {
  /** Null is stdout. */
  readonly path: string | null
  /** What to type to write over what is there. */
  readonly command: string
  readonly flag: string
  /** Whether what is written is JSON, whose texts a terminal is shown as escapes. */
  readonly json?: boolean
}

/** Writes pieces to stdout or into a file; returns what they come to, null where no file was written. */
export async function writeOut(
  context: Context,
  { path, json = false, ...typed }: Destination,
  pieces: TextParts,
): Promise<number | null> {
  const harmless = json ? escapeControls : cleanSheet
  if (path === null) {
    await writePieces(context.world.stdout, pieces, harmless)
    return null
  }
  if (await mayWrite(context, path, typed)) return save(context, path, harmless, pieces)
  context.terminal.tell(context.words.exported.notWritten)
  return null
}

/** As asked; else as the file's name ends; else the first there is. */
function formatOf<Asked>({ flags }: Context, path: string | null, formats: ExportFormats<Asked>): Format {
  if (flags.format !== 'table') return flags.format
  const ending = path?.toLowerCase().split('.').at(-1) ?? ''
  const known = [...(formats.sheet ? ['csv', 'tsv'] : []), ...Object.keys(formats)]
  return (known.includes(ending) ? ending : formats.sheet ? 'csv' : 'jsonl') as Format
}

async function mayWrite(
  context: Context,
  path: string,
  { command, flag }: Pick<Destination, 'command' | 'flag'>,
): Promise<boolean> {
  const taken = takenBy(path)
  if (taken === 'ledger') throw new LedgerError('export.is-ledger', { path, flag })
  if (taken === null || context.flags.yes || context.flags.dryRun) return true
  if (!context.terminal.interactive) throw new LedgerError('export.exists', { path, command, flag })
  return context.terminal.confirm(context.words.exported.overwrite(path))
}

async function save(
  { flags }: Context,
  path: string,
  harmless: (text: string) => string,
  pieces: TextParts,
): Promise<number> {
  const draft = flags.dryRun ? null : draftOf(path)
  try {
    for (;;) {
      const piece = await pieces.next()
      if (piece.done) {
        draft?.place()
        return piece.value
      }
      draft?.write(draft.isTerminal ? harmless(piece.value) : piece.value)
    }
  } finally {
    draft?.abandon()
  }
}
