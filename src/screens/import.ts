import type { Column } from '../ledger/import/columns.ts'
import type { Roster } from '../ledger/import/plan.ts'
import type { Words } from '../locales/en.ts'
import { clean } from '../terminal/clean.ts'
import type { Screen } from '../terminal/screen.ts'
import { cut, padEnd, widthOf, wrap } from '../terminal/width.ts'

/** How an import is said: what it would do before it is done, in two lines after. */
export function rosterView(roster: Roster, classified: boolean, words: Words): Screen<ImportValue> {
  return {
    ...importScreen,
    lines: (value, { width }) => (value.dryRun ? previewed(value, roster, words, width) : done(value, roster, classified, words)),
  }
}

/** What every import shows in columns, before its file is read; what it says, `rosterView` knows when it is. */
export const importScreen: Screen<unknown, ImportValue> = {
  lines: () => [],
  columns: { change: 'count', file: 'text', encoding: 'text', rows: 'count', created: 'count', updated: 'count', unchanged: 'count', rejected: 'count' },
  tellsUndo: true,
}

/** In a pipe (`width` null) nothing is broken or cut. */
function previewed(value: ImportValue, roster: Roster, words: Words, width: number | null): string[] {
  const say = words.roster
  const { keepUnknown, rejects } = roster.options
  const file = value.file === '-' ? say.stdin : value.file
  // A card names its columns itself.
  const pairs = Object.entries(value.columns).map(([column, header]) =>
    roster.table.form === 'cards' ? say.column(column) : `${roster.headers ? header : say.place(header)}→${say.means(column)}`,
  )
  const unknown = value.unknownColumns
  const most = width === null ? Number.POSITIVE_INFINITY : 5
  const where = rejects === null ? say.rejectsHint : value.rejected > 0 ? say.rejectsIn(rejects) : ''
  const about = [
    ...sheetsLeft(roster, words).map((line) => `  ${line}`),
    ...block(say.columns, packed(pairs, width), width),
    ...(unknown.length === 0
      ? []
      : block(say.unknownHead, [say.unknown(unknown, keepUnknown), ...(keepUnknown ? [] : [say.unknownHint(unknown[0] ?? '')])], width)),
    ...(roster.firstRows.length === 0 ? [] : block(say.firstRows(roster.firstRows.length), shown(roster, width), width)),
    ...block(say.resultHead, [say.result(value, value.rows)], width),
    ...(value.rejected === 0
      ? []
      : block(
          say.rejectedHead,
          [...faultsSaid(value.errors, value.rejected, most, roster, words, where), ...(wantsCustomers(value, roster) ? [say.createHint] : [])],
          width,
        )),
    ...(value.warned === 0 ? [] : block(say.warningHead, faultsSaid(value.warnings, value.warned, most, roster, words), width)),
    ...(value.rows === 0 ? [`  ${say.noRows}`] : []),
  ]
  return [say.file(file, say.written[roster.table.form](value), roster.table.form === 'cards' ? null : roster.headed, value.rows), ...about].map(clean)
}

/** The sheets of a workbook that nobody asked for and nobody reads. */
export function sheetsLeft({ table, options }: Roster, words: Words): string[] {
  return table.form === 'workbook' && table.others.length > 0 && options.sheet === null ? [words.roster.sheetsLeft(table.others)] : []
}

/** Short texts side by side, none of them broken. */
function packed(texts: readonly string[], width: number | null): string[] {
  const lines: string[] = []
  for (const text of texts) {
    const longer = lines.length === 0 ? text : `${lines.at(-1)}  ${text}`
    if (lines.length > 0 && (width === null || widthOf(longer) <= Math.max(40, width - 12))) lines[lines.length - 1] = longer
    else lines.push(text)
  }
  return lines
}

/** A head, and its lines beside it. */
function block(head: string, lines: readonly string[], width: number | null): string[] {
  const [first = '', ...rest] = width === null ? lines : lines.flatMap((line) => wrap(line, Math.max(40, width - 12)))
  return [`  ${padEnd(head, 9)} ${first}`, ...rest.map((line) => `${' '.repeat(12)}${line}`)]
}

function shown({ firstRows, columns, facts }: Roster, width: number | null): string[] {
  const places = [...columns.values(), ...facts.map(({ at }) => at)]
  const plain = (cell: string | undefined) => cell?.replace(/\s+/g, ' ') || '-'
  const rows = firstRows.map(({ cells }) => places.map((at) => (width === null ? plain(cells[at]) : cut(plain(cells[at]), 20))))
  const widths = places.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  return rows.map((row) =>
    row
      .map((cell, column) => padEnd(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** Faults as people read them, some of them, by the words the file has for its columns; `all` is how many there are, `where` they can be seen. */
export function faultsSaid(faults: ImportValue['errors'], all: number, most: number, roster: Roster, words: Words, where = ''): string[] {
  const say = words.roster
  // Twins have one sentence, which names all their lines.
  const distinct = faults.filter(({ code, message }, at) => code !== 'row.twins' || faults.findIndex((other) => other.message === message) === at)
  const some = distinct.slice(0, most).map((fault) => faultSaid(fault, roster, words))
  const left = all - (faults.length - distinct.length) - some.length
  if (left > 0) return [...some, where === '' ? say.more(left) : say.moreIn(left, where)]
  return where === '' ? some : [...some, where]
}

/** Whether purchases were left out because nobody said to make their customers. */
export function wantsCustomers({ errors }: ImportValue, { kind, options }: Roster): boolean {
  return kind === 'purchases' && !options.createCustomers && errors.some(({ code }) => code === 'customer.not-found')
}

function faultSaid({ line, field, value, code, message }: ImportValue['errors'][number], { headers, columns, table }: Roster, words: Words): string {
  const say = words.roster
  if (code === 'row.twins') return message
  const header = field === null || table.form === 'cards' ? null : headers?.[columns.get(field) ?? -1]
  const named = field === null ? null : header || say.column(field)
  return code === 'row.nothing' ? say.ofColumn(named ?? '', message) : say.fault(line, named, value, message)
}

function done(value: ImportValue, { options }: Roster, classified: boolean, words: Words): string[] {
  const say = words.roster
  if (value.rows === 0) return [say.noRows]
  if (value.change === null) return [say.nothingNew(value, options.rejects)]
  return [[say.done(value, options.rejects), ...(classified ? [say.classified] : []), say.undo(value.change)].join(say.gap)]
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
  /** The first of them, and how many there are. */
  readonly warnings: readonly Fault[]
  readonly warned: number
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
