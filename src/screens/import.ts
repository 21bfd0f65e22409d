import type { Column } from '../ledger/import/columns.ts'
import type { ImportPlan } from '../ledger/import/import-plan.ts'
import type { Words } from '../locales/en.ts'
import { clean, cleanLine } from '../terminal/clean.ts'
import type { Screen } from '../terminal/screen.ts'
import { cut, padEnd, widthOf, wrap } from '../terminal/width.ts'
import type { Fault, ImportValue, PublicImport } from './import-value.ts'

/** How an import is said: what it would do before it is done, in two lines after. */
export function importView(
  plan: ImportPlan,
  value: ImportValue,
  classified: boolean,
  words: Words,
): Screen<PublicImport> {
  return {
    ...importScreen,
    lines: (_, { width }) =>
      value.dryRun ? previewed(value, plan, words, width) : done(value, plan, classified, words),
  }
}

/** What every import shows in columns, before its file is read; what it says, `importView` knows when it is. */
export const importScreen: Screen<unknown, PublicImport> = {
  lines: () => [],
  columns: {
    change: 'count',
    file: 'text',
    encoding: 'text',
    rows: 'count',
    created: 'count',
    updated: 'count',
    unchanged: 'count',
    rejected: 'count',
  },
  tellsUndo: true,
}

/** In a pipe (`width` null) nothing is broken or cut. */
function previewed(value: ImportValue, plan: ImportPlan, words: Words, width: number | null): string[] {
  const say = words.importing
  const { rejects } = plan.options
  const file = value.file === '-' ? say.stdin : value.file
  const pairs = Object.entries(value.columns).map(([column, header]) =>
    plan.table.form === 'cards'
      ? say.column(column)
      : `${plan.headers ? header : say.place(header)}→${say.means(column)}`,
  )
  const where = rejects === null ? say.rejectsHint : value.rejected > 0 ? say.rejectsIn(rejects) : ''
  const read = readingSaid(plan, value, words)
  const skipped = skippedSaid(value, words)
  const about = [
    ...[...sheetsLeft(plan, words), ...guessed(plan, words)].map((line) => `  ${line}`),
    ...(read.length === 0 ? [] : block(say.readHead, read, width)),
    ...block(say.columns, packed(pairs, width), width),
    ...unknownBlock(plan, value, words, width),
    ...(plan.preview.length === 0 ? [] : block(say.firstRows(plan.preview.length), shown(plan, width), width)),
    ...block(say.resultHead, inOneLine(say.result(countsOf(value), value.rows), width), width),
    ...(skipped.length === 0 ? [] : block(say.skippedHead, skipped, width)),
    ...(value.rejected === 0
      ? []
      : block(
          say.rejectedHead,
          [
            ...rejectedSaid(value, plan, words),
            ...(where === '' ? [] : [where]),
            ...(wantsCustomers(value, plan) ? [say.createHint] : []),
          ],
          width,
        )),
    ...(value.warned === 0 ? [] : block(say.warningHead, warningsSaid(value, plan, words), width)),
    ...(value.rows === 0 ? [`  ${say.noRows}`] : []),
  ]
  return [
    say.file(
      file,
      say.written[plan.table.form](value),
      plan.table.form === 'cards' ? null : plan.headers !== null,
      value.rows,
    ),
    ...about,
  ].map(clean)
}

/** As which format a file is read, what its columns decided, and whether it agrees with what it says of itself. */
function readingSaid(
  { format, looksLike, notations, headers, headings }: ImportPlan,
  { agrees }: ImportValue,
  words: Words,
): string[] {
  const say = words.importing
  const language = words.terms.language
  return [
    ...(format ? [say.readAs(format.title[language], format.name)] : []),
    ...(looksLike ? [say.looksLike(looksLike.title[language], looksLike.missing)] : []),
    ...Object.entries(notations.money).map(([at, how]) =>
      say.notation(headers?.[Number(at)] || say.place(String(Number(at) + 1)), how),
    ),
    ...new Set(
      Object.entries(notations.days).map(([column, how]) =>
        say.notation(headings[column as Column] || say.column(column), how),
      ),
    ),
    ...agrees.map(({ rows, sum }) => say.agrees(rows, sum)),
  ]
}

/** The columns nobody takes: by name, or how many there are where a format knows why. */
function unknownSaid(plan: ImportPlan, { unknownColumns }: ImportValue, words: Words): string[] {
  const say = words.importing
  const { keepUnknown } = plan.options
  const unnamed = plan.unnamed.map(({ at, example }) => say.unnamed(at + 1, cut(example, 24)))
  if (unknownColumns.length === 0) return unnamed
  if (plan.format && !keepUnknown && unknownColumns.length > 6)
    return [say.otherColumns(unknownColumns.length), ...unnamed]
  return [say.unknown(unknownColumns, keepUnknown), ...unnamed]
}

function unknownBlock(plan: ImportPlan, value: ImportValue, words: Words, width: number | null): string[] {
  const say = words.importing
  const lines = unknownSaid(plan, value, words)
  if (lines.length === 0) return []
  const hint =
    value.unknownColumns.length > 0 && !plan.options.keepUnknown && !plan.format
      ? [say.unknownHint(value.unknownColumns[0] ?? '')]
      : []
  return block(say.unknownHead, [...lines, ...hint], width)
}

function skippedSaid({ skipped }: ImportValue, words: Words): string[] {
  const say = words.importing
  return skipped.map(({ reason, rows, said }) => say.skipped(say.skipReason[reason] ?? reason, rows, said))
}

function countsOf({ created, updated, unchanged, skipped, rejected }: ImportValue) {
  return { created, updated, unchanged, left: skipped.reduce((sum, { rows }) => sum + rows, 0), rejected }
}

/** The sheets of a workbook that nobody asked for and nobody reads. */
function sheetsLeft({ table, options }: ImportPlan, words: Words): string[] {
  const { otherSheets } = table.about
  return otherSheets.length > 0 && options.sheet === null ? [words.importing.sheetsLeft(otherSheets)] : []
}

/** An encoding that may be another: what is read by it, for people to see. */
function guessed({ table }: ImportPlan, words: Words): string[] {
  const { encoding, guessed } = table.about
  return guessed.length === 0 ? [] : [words.importing.guessed(encoding, guessed)]
}

/** Short texts side by side, none of them broken. */
function packed(texts: readonly string[], width: number | null): string[] {
  const lines: string[] = []
  for (const text of texts) {
    const longer = lines.length === 0 ? text : `${lines.at(-1)}  ${text}`
    if (lines.length > 0 && (width === null || widthOf(longer) <= Math.max(40, width - 12)))
      lines[lines.length - 1] = longer
    else lines.push(text)
  }
  return lines
}

/** Counts and their sum side by side where there is room, else one under the other: neither is broken. */
function inOneLine([counts, sum]: readonly string[], width: number | null): string[] {
  const line = `${counts}   ${sum}`
  return width === null || widthOf(line) <= Math.max(40, width - 12) ? [line] : [counts ?? '', sum ?? '']
}

/** A head, and its lines beside it. */
function block(head: string, lines: readonly string[], width: number | null): string[] {
  const [first = '', ...rest] = width === null ? lines : lines.flatMap((line) => wrap(line, Math.max(40, width - 12)))
  return [`  ${padEnd(head, 9)} ${first}`, ...rest.map((line) => `${' '.repeat(12)}${line}`)]
}

/** The first rows as they will stand, a column under a column. */
function shown({ preview }: ImportPlan, width: number | null): string[] {
  const columns = [...new Set(preview.flatMap((row) => Object.keys(row)))]
  const plain = (text: string | undefined) => text?.replace(/\s+/g, ' ') || '-'
  const rows = preview.map((row) =>
    columns.map((column) => (width === null ? plain(row[column]) : cut(plain(row[column]), 20))),
  )
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  return rows.map((row) =>
    row
      .map((cell, column) => padEnd(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** The rejected rows, a line a reason: the first of it in full, with whose the others are and where they stand. */
function rejectedSaid({ rejectedFor, examples, unknownStates }: ImportValue, plan: ImportPlan, words: Words): string[] {
  const say = words.importing
  return rejectedFor.flatMap(({ code, rows, lines }) => {
    if (code === 'row.unknown-state')
      return unknownStates.map(({ heading, word, rows, said }) => say.unknownState(heading, word, rows, said))
    const [first, ...others] = examples.filter((fault) => fault.code === code)
    if (!first) return []
    if (code !== 'row.twins')
      return [followed(faultSaid(first, plan, words), othersSaid(rows - 1, others, lines, first, words))]
    // Twins have one sentence, which names all their lines.
    const sentences = [...new Set([first, ...others].map(({ message }) => message))]
    const left = rows - 1 - others.length
    return [...sentences.slice(0, -1), `${sentences.at(-1)}${left > 0 ? say.moreLines(left, [], []) : ''}`]
  })
}

/** What is worth knowing of rows that were taken, a line a kind. */
function warningsSaid({ warnings }: ImportValue, plan: ImportPlan, words: Words): string[] {
  const say = words.importing
  return warnings.flatMap(({ rows, lines, first, others }) => {
    // One currency is one thing to know, however many cells are in it.
    if (first.code === 'row.currency' && first.field !== null)
      return [say.ofColumn(plan.headings[first.field] || say.column(first.field), first.message)]
    // What is of no line and no cell can only be told by its own sentence.
    const told = first.line > 0 || first.value !== null ? [first] : [first, ...others.slice(0, 2)]
    const last = told.at(-1) as Fault
    return [
      ...told.slice(0, -1).map((one) => faultSaid(one, plan, words)),
      followed(faultSaid(last, plan, words), othersSaid(rows - told.length, others, lines, first, words)),
    ]
  })
}

/** A sentence, and what goes on after it: its full stop is in the way. */
function followed(sentence: string, rest: string): string {
  return rest === '' ? sentence : sentence.replace(/[.。]$/, '') + rest
}

const mostWhose = 3
const mostLines = 12

/** The further rows of a reason: some with whose they are, or what stands in them; the others by their lines. */
function othersSaid(
  left: number,
  others: readonly Fault[],
  lines: readonly number[],
  first: Fault,
  words: Words,
): string {
  if (left <= 0) return ''
  const whose = others
    .map(({ line, who, value }) => ({ line, who: who ?? value ?? '' }))
    .filter(({ who }) => who !== '')
    .slice(0, Math.min(mostWhose, left))
  const shown = new Set([first.line, ...whose.map(({ line }) => line)])
  const further = lines.filter((line) => line > 0 && !shown.has(line))
  return words.importing.moreLines(left, whose, further.slice(0, mostLines - whose.length))
}

const mostReasons = 3

/** That rows were rejected, in one line: of which file, how many, and for what mainly. */
export function quietlyRejected(
  { file, rejected, rows, rejectedFor, examples, unknownStates }: ImportValue,
  words: Words,
): string {
  const say = words.importing
  const reasons = rejectedFor.flatMap(({ code, rows, lines }) => {
    if (code === 'row.unknown-state')
      return unknownStates.map(({ heading, word, rows }) => ({ said: say.unknownWord(heading, word, rows), rows }))
    const message = examples.find((fault) => fault.code === code)?.message ?? code
    return [{ said: say.rejectedFor(message, rows, lines[0] ?? 0), rows }]
  })
  const main = reasons.slice(0, mostReasons)
  const left = rejected - main.reduce((sum, { rows }) => sum + rows, 0)
  const told = [
    ...main.map(({ said }) => said),
    ...(reasons.length > mostReasons && left > 0 ? [say.furtherReasons(left)] : []),
  ]
  return cleanLine(say.someRejected(file, rejected, rows, told))
}

/** Whether purchases were left out because nobody said to make their customers. */
function wantsCustomers({ rejectedFor }: ImportValue, { kind, options }: ImportPlan): boolean {
  return (
    kind === 'purchases' && !options.createCustomers && rejectedFor.some(({ code }) => code === 'customer.not-found')
  )
}

function faultSaid(
  { line, who, field, value, code, message }: Fault,
  { headings, table }: ImportPlan,
  words: Words,
): string {
  const say = words.importing
  if (code === 'row.twins') return message
  const header = field === null || table.form === 'cards' ? null : headings[field]
  const named = field === null ? null : header || say.column(field)
  if (code === 'row.nothing') return say.ofColumn(named ?? '', message)
  if (line <= 0) return message
  return say.fault(line, who === value ? null : who, named, value, message)
}

function done(value: ImportValue, { options }: ImportPlan, classified: boolean, words: Words): string[] {
  const say = words.importing
  if (value.rows === 0) return [say.noRows]
  if (value.change === null)
    return [value.rejected === value.rows ? say.allRejected : say.nothingNew(countsOf(value), options.rejects)]
  return [
    [say.done(countsOf(value), options.rejects), ...(classified ? [say.classified] : []), say.undo(value.change)].join(
      say.gap,
    ),
  ]
}

/**
 * What people are told beside the result: how the file was read, the columns left out, the rows left out and the
 * warnings.
 */
export function asideOf(plan: ImportPlan, value: ImportValue, words: Words): string[] {
  const say = words.importing
  const hints = [
    ...(value.rejected > 0 && plan.options.rejects === null ? [say.rejectsHint] : []),
    ...(wantsCustomers(value, plan) ? [say.createHint] : []),
  ]
  const headed = (head: string, lines: readonly string[]) => lines.map((line) => `${head} ${line}`)
  return [
    say.detected(value.file === '-' ? say.stdin : value.file, say.written[plan.table.form](value)),
    ...[
      ...sheetsLeft(plan, words),
      ...guessed(plan, words),
      ...readingSaid(plan, value, words),
      ...headed(say.unknownHead, unknownSaid(plan, value, words)),
      ...headed(say.skippedHead, skippedSaid(value, words)),
      ...headed(say.rejectedHead, rejectedSaid(value, plan, words).map(cleanLine)),
      ...headed(say.warningHead, warningsSaid(value, plan, words).map(cleanLine)),
      ...hints,
    ].map((line) => `  ${line}`),
  ]
}
