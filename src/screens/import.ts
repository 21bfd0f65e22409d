import type { Column } from '../ledger/import/columns.ts'
import type { ImportPlan } from '../ledger/import/import-plan.ts'
import { quoted } from '../locales/asked.ts'
import type { Words } from '../locales/en.ts'
import { addedUp, grouped } from '../locales/figure.ts'
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
  const pairs = Object.entries(value.columns).map(([column, header]) =>
    plan.table.form === 'cards'
      ? say.column(column)
      : `${plan.headers ? header : say.place(header)}→${meaningOf(column, words)}`,
  )
  const where = rejects === null ? say.rejectsHint : value.rejected > 0 ? say.rejectsIn(rejects) : ''
  const read = readingSaid(plan, value, words)
  const skipped = skippedSaid(value, words)
  const about = [
    ...[...sheetsLeft(plan, words), ...guessed(plan, words)].map((line) => `  ${line}`),
    ...(read.length === 0 ? [] : block(say.readHead, read, width)),
    ...block(say.columns, packed(pairs, width), width),
    ...unknownBlock(plan, value, words, width),
    ...(value.preview.length === 0 ? [] : block(say.firstRows(value.preview.length), shown(value, width), width)),
    ...block(say.resultHead, inOneLine(resultSaid(value, words), width), width),
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
    [
      writtenSaid(value, plan, words),
      // Cards have no header row to speak of.
      ...(plan.table.form === 'cards' ? [] : [plan.headers === null ? say.unheaded : say.headed]),
      say.rows(value.rows),
    ].join(words.marks.parts),
    ...about,
  ].map(clean)
}

/** Which file it is, and how it is written. */
function writtenSaid(value: ImportValue, { table }: ImportPlan, words: Words): string {
  const { about, written } = words.importing
  return about(nameOf(value.file, words), written[table.form](value))
}

/** What is read from a pipe has no name. */
export const nameOf = (file: string, { importing }: Words) => (file === '-' ? importing.stdin : file)

/** What a column is, where its name alone does not say it. */
function meaningOf(column: string, { importing: say }: Words): string {
  return say.meanings[column] ?? (column.startsWith('fact:') ? say.ownKey(column.slice(5)) : column)
}

/** As which format a file is read, what its columns decided, and whether it agrees with what it says of itself. */
function readingSaid(
  { format, looksLike, notations, headers, headings, byCells }: ImportPlan,
  { agrees }: ImportValue,
  words: Words,
): string[] {
  const say = words.importing
  const language = words.terms.language
  return [
    ...(format ? [say.readAs(format.title[language], format.name)] : []),
    ...(looksLike ? [say.looksLike(looksLike.title[language], looksLike.missing)] : []),
    ...byCells.map(({ column, heading }) => say.about(heading, say.byCells(say.column(column), quoted(heading)))),
    ...Object.entries(notations.money).map(([at, how]) =>
      say.about(headers?.[Number(at)] || say.place(String(Number(at) + 1)), say.notations[how] ?? how),
    ),
    ...new Set(
      Object.entries(notations.days).map(([column, how]) =>
        say.about(headings[column as Column] || say.column(column), say.notations[how] ?? how),
      ),
    ),
    ...agrees.map(({ rows, sum }) => say.agrees(rows, sum)),
  ]
}

/** The columns nobody takes: by name, or how many there are where a format knows why. */
function unknownSaid(plan: ImportPlan, { unknownColumns }: ImportValue, words: Words): string[] {
  const say = words.importing
  const keepUnknown = keepsUnknown(plan)
  const unnamed = plan.unnamed.map(({ at, example }) => say.unnamed(at + 1, cut(example, 24)))
  if (unknownColumns.length === 0) return unnamed
  if (plan.format && !keepUnknown && unknownColumns.length > 6)
    return [say.otherColumns(unknownColumns.length), ...unnamed]
  return [say.about(say.quoted(unknownColumns), keepUnknown ? say.keptAsFacts : say.notImported), ...unnamed]
}

/** Keys of the owner's own are of customers alone. */
function keepsUnknown({ kind, options }: ImportPlan): boolean {
  return kind === 'customers' && options.keepUnknown
}

function unknownBlock(plan: ImportPlan, value: ImportValue, words: Words, width: number | null): string[] {
  const say = words.importing
  const lines = unknownSaid(plan, value, words)
  if (lines.length === 0) return []
  const [first] = value.unknownColumns
  const isAsked = first !== undefined && !keepsUnknown(plan) && !plan.format
  const hint = isAsked ? [say.unknownHint[plan.kind](quoted(first))] : []
  return block(say.unknownHead, [...lines, ...hint], width)
}

function skippedSaid({ skipped }: ImportValue, words: Words): string[] {
  const say = words.importing
  return skipped.map(({ reason, rows, said }) =>
    say.about(say.skipReason[reason] ?? reason, withSum(rows, said, words)),
  )
}

/** So many rows, and what they add up to where that is known. */
function withSum(rows: number, sum: string | null, { importing }: Words): string {
  return sum === null ? importing.rows(rows) : `${importing.rows(rows)} ${sum}`
}

/** What came of the rows, in the order it is said: of skipped ones nothing where there are none. */
function endsOf({ created, updated, unchanged, skipped, rejected }: ImportValue) {
  const left = skipped.reduce((sum, { rows }) => sum + rows, 0)
  const ends = { created, updated, unchanged, skipped: left, rejected }
  return (['created', 'updated', 'unchanged', 'skipped', 'rejected'] as const)
    .filter((end) => end !== 'skipped' || left > 0)
    .map((end) => [end, ends[end]] as const)
}

/** The counts, and what they add up to. */
function resultSaid(value: ImportValue, { importing: say }: Words): [counts: string, sum: string] {
  const ends = endsOf(value)
  return [
    ends.map(([end, rows]) => say.ends[end](grouped(rows))).join('   '),
    say.sum(addedUp(ends.map(([, rows]) => rows)), grouped(value.rows)),
  ]
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

/** The first rows as they will stand, a column under a column; where they are too wide, no cell is broken. */
function shown({ preview }: ImportValue, width: number | null): string[] {
  const columns = [...new Set(preview.flatMap((row) => Object.keys(row)))]
  const plain = (text: string | undefined) => text?.replace(/\s+/g, ' ') || '-'
  const rows = preview.map((row) =>
    columns.map((column) => (width === null ? plain(row[column]) : cut(plain(row[column]), 20))),
  )
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  const lines = sideBySide(widths, width === null ? Number.POSITIVE_INFINITY : Math.max(40, width - 12))
  return rows.flatMap((row) =>
    lines.map((line) =>
      line
        .map((column) => padEnd(row[column] ?? '', widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    ),
  )
}

/** Which columns, by their number, go into one line, and which into the next. */
function sideBySide(widths: readonly number[], room: number): number[][] {
  const lines: number[][] = []
  let left = 0
  for (const [column, width] of widths.entries()) {
    if (left >= width) lines.at(-1)?.push(column)
    else {
      lines.push([column])
      left = room
    }
    left -= width + 2
  }
  return lines
}

/** The rejected rows, a line a reason: the first of it in full, with whose the others are and where they stand. */
function rejectedSaid({ rejectedFor, examples, unknownStates }: ImportValue, plan: ImportPlan, words: Words): string[] {
  const say = words.importing
  return rejectedFor.flatMap((reason) => {
    const { code, rows, lines } = reason
    if (code === 'row.unknown-state')
      return unknownStates.map(({ heading, word, rows, said }) =>
        say.unknownState(heading, word, withSum(rows, said, words), quoted(word)),
      )
    const [first, ...others] = examples.filter(isOf(reason))
    if (!first) return []
    if (code !== 'row.twins')
      return [followed(faultSaid(first, plan, words), othersSaid(rows - 1, others, lines, first, words))]
    // Twins have one sentence, which names all their lines.
    const sentences = [...new Set([first, ...others].map(({ message }) => message))]
    const left = rows - 1 - others.length
    return [...sentences.slice(0, -1), `${sentences.at(-1)}${left > 0 ? say.moreRows(left) : ''}`]
  })
}

const isOf = (reason: ImportValue['rejectedFor'][number]) => (fault: Fault) =>
  fault.code === reason.code && (fault.code === 'row.twins' || fault.field === reason.field)

/** What is worth knowing of rows that were taken, a line a kind. */
function warningsSaid({ warnings }: ImportValue, plan: ImportPlan, words: Words): string[] {
  const say = words.importing
  return warnings.flatMap(({ rows, lines, first, others }) => {
    // One currency is one thing to know, however many cells are in it.
    if (first.code === 'row.currency' && first.field !== null)
      return [say.about(plan.headings[first.field] || say.column(first.field), first.message)]
    // What is of no line and no cell can only be told by its own sentence.
    const told = first.line > 0 || first.value !== null ? [first] : [first, ...others.slice(0, 2)]
    const last = told.at(-1) as Fault
    // What is of several rows, or of what came of them, has its rows behind it.
    const rest =
      first.line <= 0 && lines.some((line) => line > 0)
        ? `${rows > told.length ? say.moreRows(rows - told.length) : ''}${say.atLines(firstLines(lines, words))}`
        : othersSaid(rows - told.length, others, lines, first, words)
    return [
      ...told.slice(0, -1).map((one) => faultSaid(one, plan, words)),
      followed(faultSaid(last, plan, words), rest),
    ]
  })
}

function firstLines(lines: readonly number[], { importing: say }: Words): string {
  const told = [...new Set(lines)].filter((line) => line > 0)
  return say.lines(told.slice(0, mostLines)) + (told.length > mostLines ? say.andSoOn : '')
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
  const listed = further.slice(0, mostLines - whose.length)
  const { importing: say } = words
  const some = [
    ...whose.map(({ line, who }) => (line > 0 ? `${say.line(line)} ${who}` : who)),
    ...(listed.length === 0 ? [] : [say.lines(listed)]),
  ]
  if (some.length === 0) return say.moreRows(left)
  return say.moreRowsAs(left, some) + (left > whose.length + listed.length ? say.andSoOn : '')
}

const mostReasons = 3

/** That rows were rejected, in one line: of which file, how many, and for what mainly. */
export function quietlyRejected(
  { file, rejected, rows, rejectedFor, examples, unknownStates }: ImportValue,
  words: Words,
): string {
  const say = words.importing
  const reasons = rejectedFor.flatMap((reason) => {
    const { code, rows, lines } = reason
    if (code === 'row.unknown-state')
      return unknownStates.map(({ heading, word, rows }) => ({ said: say.unknownWord(heading, word, rows), rows }))
    const message = examples.find(isOf(reason))?.message ?? code
    const [line = 0] = lines
    return [{ said: rows === 1 ? say.rejectedOn(message, line) : say.rejectedFrom(message, rows, line), rows }]
  })
  const main = reasons.slice(0, mostReasons)
  const left = rejected - main.reduce((sum, { rows }) => sum + rows, 0)
  const told = [
    ...main.map(({ said }) => said),
    ...(reasons.length > mostReasons && left > 0 ? [say.furtherReasons(left)] : []),
  ]
  return cleanLine(say.someRejected(nameOf(file, words), rejected, rows, told))
}

/** Whether rows were left out because nobody said to make their customers. */
function wantsCustomers({ rejectedFor }: ImportValue, { kind, options }: ImportPlan): boolean {
  return (
    kind !== 'customers' && !options.createCustomers && rejectedFor.some(({ code }) => code === 'customer.not-found')
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
  if (code === 'row.nothing') return say.about(named ?? '', message)
  if (line <= 0) return message
  const whose = who === value ? null : who
  const pieces = [
    say.line(line),
    whose && named ? say.whose(whose) : whose,
    named,
    value && !message.includes(value) ? `“${value}”` : null,
  ]
  return say.about(pieces.filter((piece) => !!piece).join(' '), message)
}

function done(value: ImportValue, { options }: ImportPlan, classified: boolean, words: Words): string[] {
  const say = words.importing
  if (value.rows === 0) return [say.noRows]
  const ends = endsOf(value).map(([end, rows]) => {
    const said = say.ends[end](grouped(rows))
    return end === 'rejected' && rows > 0 && options.rejects ? say.inFile(said, options.rejects) : said
  })
  if (value.change === null)
    return [value.rejected === value.rows ? say.allRejected : say.nothingNew(ends.slice(2).join(words.marks.parts))]
  return [
    [say.done(ends.join(words.marks.parts)), ...(classified ? [say.classified] : []), say.undo(value.change)].join(
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
    writtenSaid(value, plan, words),
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
