import type * as z from 'zod/mini'
import type { Book } from '../ledger/book/book.ts'
import { array, delimited, type ExportColumn, lines, type Pages } from '../ledger/export/sheet.ts'
import type { Format } from '../terminal/output-options.ts'
import { type ExportFormats, writeExport } from './export-file.ts'
import type { Read } from './inputs.ts'
import { type Verb, verb } from './verb.ts'

interface Export<Input extends Record<string, z.ZodMiniType>> {
  /** What is exported, in the plural: `payments`. */
  readonly what: string
  /** The flags besides those of every export, and how they are read. */
  readonly options?: readonly string[]
  input?(read: Read): Input
  readonly formats: ExportFormats<z.output<z.ZodMiniObject<Input>>>
  /** How many rows it leaves out because their day has not come. */
  later?(book: Book): Promise<number>
}

/** Declares a verb that writes rows of the ledger to stdout or, with --out, into a file. */
export function exportVerb<Input extends Record<string, z.ZodMiniType> = Record<never, never>>({
  what,
  options = [],
  input,
  formats,
  later,
}: Export<Input>): Verb {
  const { sheet, ...others } = formats
  return verb({
    name: `export ${what}`,
    options: ['--out <file>', ...(sheet ? ['--excel'] : []), ...options],
    formats: [...(sheet ? (['csv', 'tsv'] as const) : []), ...(Object.keys(others) as Format[])],
    book: 'read',
    input: (read) => read.object({ out: read.optional(read.text), excel: read.flag, ...input?.(read) }),
    async run(context, typed) {
      const { out, excel, ...asked } = typed
      await writeExport(context, what, { out, excel }, formats, asked as z.output<z.ZodMiniObject<Input>>)
      const left = (await later?.(context.book)) ?? 0
      if (left > 0) context.terminal.tell(context.words.exported.stillToCome(left, context.book.today))
    },
  })
}

/** Rows as a spreadsheet has them. */
export function sheetOf<Row, Asked>(
  pages: (book: Book, asked: Asked) => Pages<Row>,
  columns: readonly ExportColumn<Row>[] | ((book: Book) => Promise<readonly ExportColumn<Row>[]>),
): Required<ExportFormats<NoInfer<Asked>>>['sheet'] {
  return async ({ book }, asked, sheet) =>
    delimited(pages(book, asked), typeof columns === 'function' ? await columns(book) : columns, sheet)
}

/** Rows as JSON has them: all in one array, or one a line. */
export function jsonOf<Asked>(
  pages: (book: Book, asked: Asked) => Pages<unknown>,
): Required<Pick<ExportFormats<NoInfer<Asked>>, 'json' | 'jsonl'>> {
  return { json: ({ book }, asked) => array(pages(book, asked)), jsonl: ({ book }, asked) => lines(pages(book, asked)) }
}
