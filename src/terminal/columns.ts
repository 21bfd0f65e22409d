import { LedgerError } from '../ledger/errors.ts'
import { clean } from './clean.ts'
import type { OutputOptions } from './output-options.ts'
import type { Voice } from './voice.ts'

/**
 * What a column means: how people read it, and which side it leans to. A balance is what they owe (positive) or have in
 * credit. Machines get the value as JSON has it.
 */
export type Kind = 'text' | 'money' | 'balance' | 'day' | 'count' | 'share' | 'phone' | 'list' | 'facts' | 'flag'

/** Columns by their stable names: the JSON key, and what it means. */
export type Columns<Row> = { readonly [Name in keyof Row & string]?: Kind }

/** How a spreadsheet is kept from taking a text for a formula; loaded where one is written. */
export type LoadGuard = () => Promise<{ guard(text: string): string; guardEach(texts: readonly string[]): string }>

/** The columns asked for, else all, and what of a row stands in their cells in a spreadsheet. */
export function cellsOf<Row>(
  columns: Columns<Row>,
  asked: readonly string[] | null,
  guard: Awaited<ReturnType<LoadGuard>>,
): { readonly names: readonly string[]; cells(row: Row): string[] } {
  const names = asked ?? Object.keys(columns)
  const cellOf = guarded(columns, guard)
  return { names, cells: (row) => names.map((name) => cellOf(name, (row as Record<string, unknown>)[name])) }
}

/** Rows as md, or a plain table of the columns asked for. */
export async function tabulate<Row>(
  rows: readonly Row[],
  columns: Columns<Row>,
  flags: OutputOptions,
  voice: Voice,
  { brief, read = (row) => row }: { brief?: readonly string[] | undefined; read?: ((row: Row) => Row) | undefined },
): Promise<string> {
  const names = flags.columns ?? (flags.format === 'md' ? brief : undefined) ?? Object.keys(columns)
  if (flags.format === 'md') {
    await voice.prepare(rows)
    // Markdown is for people: heads and values in words, and of all columns only those anything stands in.
    const saidOf = (row: Row, name: string) =>
      worded((row as Record<string, unknown>)[name], name, (columns as Record<string, Kind>)[name], voice)
    const told = rows.map(read)
    const shown = flags.columns
      ? names
      : names.filter((name) => told.length === 0 || told.some((row) => saidOf(row, name) !== ''))
    const rule = shown.map((name) => (leansRight(columns, name) ? '---:' : '---'))
    const heads = shown.map((name) => headOf(name, voice))
    return lines(
      [heads, rule, ...told.map((row) => shown.map((name) => saidOf(row, name)))],
      (row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
    )
  }
  await voice.prepare(rows)
  const { table } = await import('./table.ts')
  const spoken = rows
    .map(read)
    .map((row) =>
      names.map((name) =>
        worded((row as Record<string, unknown>)[name], name, (columns as Record<string, Kind>)[name], voice),
      ),
    )
  return lines(
    table(
      names.map((name) => ({
        head: flags.header ? (voice.words.columns[name] ?? name) : '',
        right: leansRight(columns, name),
      })),
      spoken,
      voice,
    ),
    (line) => line,
  )
}

/** A column's name as people read it: a word of the language, else the words it is made of. */
function headOf(name: string, { words }: Voice): string {
  return words.columns[name] ?? name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

/** A value as people read it: words of a closed set in their language, yes for what is so. */
function worded(value: unknown, name: string, kind: Kind | undefined, voice: Voice): string {
  const { terms, marks } = voice.words
  const sets = terms as unknown as Record<string, Readonly<Record<string, string>> | undefined>
  const word = (text: string) =>
    (wordSets[name] ?? [name]).map((set) => sets[set]?.[text]).find((found) => found !== undefined) ?? text
  if (typeof value === 'boolean') return value ? terms.yes : ''
  if (kind === 'day' && typeof value === 'string') return value
  if (Array.isArray(value))
    return value.map((part) => (typeof part === 'string' ? word(part) : pairs(part, voice))).join(marks.items)
  if (typeof value === 'object' && value !== null) return pairs(value, voice)
  const said = spokenCell(value, kind, voice)
  return typeof value === 'string' && kind === 'text' ? word(said) : said
}

/** Whose words stand in a column of another name. */
const wordSets: Readonly<Record<string, readonly string[]>> = {
  about: ['reason'],
  reasons: ['reason'],
  why: ['cause'],
  by: ['returnBy'],
  kind: ['kind', 'entry', 'matter'],
}

function pairs(value: object, voice: Voice): string {
  return Object.entries(value)
    .filter(([, part]) => part !== null && part !== '' && part !== false)
    .map(([key, part]) => `${headOf(key, voice)} ${spokenCell(part, undefined, voice)}`)
    .join(voice.words.marks.parts)
}

/** What stands in these can be no formula; everything else is somebody's words. */
const plainKinds: readonly (Kind | undefined)[] = ['money', 'balance', 'day', 'count', 'share', 'phone', 'flag']

function guarded<Row>(
  columns: Columns<Row>,
  { guard, guardEach }: Awaited<ReturnType<LoadGuard>>,
): (name: string, value: unknown) => string {
  return (name, value) => {
    if (
      typeof value === 'number' ||
      typeof value === 'boolean' ||
      plainKinds.includes((columns as Record<string, Kind>)[name])
    )
      return cellText(value)
    if (Array.isArray(value)) return guardEach(value.map(cellText))
    const text = cellText(value)
    return text === '' ? text : guard(text)
  }
}

/** The rows with the asked columns alone, in their order, as JSON has them. */
export function picked<Row>(rows: readonly Row[], asked: readonly string[]): Record<string, unknown>[] {
  return rows.map((row) =>
    Object.fromEntries(asked.map((name) => [name, (row as Record<string, unknown>)[name] ?? null])),
  )
}

/** Refuses a column that is not there. */
export function refuseUnknown(names: readonly string[], columns: object): void {
  for (const asked of names) {
    if (!Object.hasOwn(columns, asked))
      throw new LedgerError('usage.unknown-column', { asked, known: Object.keys(columns) })
  }
}

function lines<Line>(all: readonly Line[], write: (line: Line) => string): string {
  return all.map((line) => `${write(line)}\n`).join('')
}

export function leansRight<Row>(columns: Columns<Row>, name: string): boolean {
  return ['money', 'balance', 'count', 'share'].includes((columns as Record<string, Kind>)[name] ?? 'text')
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(cellText).join(';')
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value)
}

/** A value as people read it, by what its column means. */
export function spokenCell(value: unknown, kind: Kind | undefined, voice: Voice): string {
  if (value === null || value === undefined || value === '') return ''
  if (kind === 'balance') return voice.balance(String(value))
  if (kind === 'money') return voice.money(String(value))
  if (kind === 'phone') return voice.phone(String(value))
  if (kind === 'share') return voice.share(Number(value))
  return clean(cellText(value)).replace(/\s*\n\s*/g, ' ')
}
