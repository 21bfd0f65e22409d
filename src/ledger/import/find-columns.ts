import { LedgerError } from '../errors.ts'
import { bindColumns } from './bind-columns.ts'
import { type Column, factNamed, type ImportKind } from './columns.ts'
import { columnsByCells } from './columns-by-cells.ts'
import type { Layout } from './format/layout.ts'
import type { FileFormat } from './format/schema.ts'
import type { ColumnByCells, ImportOptions, KnownColumns, PlannedFormat } from './import-plan.ts'
import { guessed, needed } from './needed-columns.ts'
import type { OpenedFile } from './read-file.ts'
import { type Headings, readHeadings } from './read-headings.ts'
import { questionsIn } from './surveys/questions.ts'
import { twoLists } from './two-lists.ts'

/** So many rows at the top are looked at for the first that will stand. */
const mostForetold = 20

/** A file whose columns the program cannot tell: what a person needs to see to say which is which. */
export interface Unclear {
  readonly file: string
  readonly kind: ImportKind
  /** The header row; null when the file has none that can be read. */
  readonly headers: readonly string[] | null
  /** The first rows of the list. */
  readonly rows: readonly (readonly string[])[]
  /** The places of the columns known already. */
  readonly known: ReadonlyMap<Column, number>
  readonly missing: readonly Column[]
}

/** Asks a person for columns: ours, and the file's by number or header. Null when they leave it. */
export type AskColumns = (unclear: Unclear) => Promise<readonly (readonly [column: string, header: string])[] | null>

/**
 * What the columns of a file mean; where that cannot be told and somebody is there, `ask` asks. Throws
 * roster.no-columns, roster.two-lists, roster.bad-map, roster.no-header-row.
 */
export async function findColumns(
  kind: ImportKind,
  opened: OpenedFile,
  options: ImportOptions,
  ask: AskColumns | null,
): Promise<KnownColumns> {
  const { file, guessed: texts } = opened.table.about
  const byCells = await columnsByCells(kind, opened, options)
  const first = understand(kind, opened, options, byCells)
  if (!('missing' in first)) return first
  const answers = ask ? await ask({ ...first, file, kind }) : null
  const again = answers ? understand(kind, opened, { ...options, map: [...options.map, ...answers] }, byCells) : first
  if (!('missing' in again)) return again
  const { headers, rows, missing } = again
  throw new LedgerError('roster.no-columns', {
    file,
    missing,
    headers: (headers ?? rows[0] ?? []).slice(0, 20),
    headed: headers !== null,
    reread: texts.length > 0,
    guess: headers ? [] : guessed(missing, rows[0] ?? []),
  })
}

function understand(
  kind: ImportKind,
  opened: OpenedFile,
  options: ImportOptions,
  byCells: readonly ColumnByCells[],
): KnownColumns | Omit<Unclear, 'file' | 'kind'> {
  const { table, found, partly } = opened
  const headings = readHeadings(kind, opened, options)
  const { headers, unit, skipped, returned, data } = headings
  const format = headers ? (found?.format ?? null) : null
  const two = headers === null || format !== null || options.map.length > 0 ? null : twoLists(kind, headers)
  if (two !== null) throw new LedgerError('roster.two-lists', { file: table.about.file, ...two })
  const { columns, layout, facts, taken } = bindColumns(kind, headings, format, options, byCells)
  const cells = headers ?? data[0]?.cells ?? []
  const questions = questionsIn(kind, cells, headers, columns, options.aspects)
  const missing = needed(kind, columns, headers !== null || options.walkIn, questions.length)
  const firstRows = data.slice(0, mostForetold)
  if (missing.length > 0)
    return { headers, rows: firstRows.slice(0, 2).map((row) => row.cells), known: columns, missing }
  const left = leftOver(kind, headings, new Set([...taken, ...questions.map(({ at }) => at)]))
  return {
    kind,
    table,
    format: format && planned(format),
    looksLike: found || !partly ? null : { ...planned(partly.format), missing: partly.missing },
    headers,
    unit,
    skipped,
    returned,
    columns,
    headings: headingsOf(columns, layout, headers),
    byCells: byCells.map(({ column, at }) => ({ column, at, heading: headers?.[at] || String(at + 1) })),
    layout,
    ...left,
    facts: [...left.facts, ...facts],
    questions,
    firstRows,
  }
}

function planned({ name, title, remark }: FileFormat): PlannedFormat {
  return { name, title, remark: remark ?? null }
}

function headingsOf(
  columns: ReadonlyMap<Column, number>,
  { derived }: Layout,
  headers: readonly string[] | null,
): Partial<Record<Column, string>> {
  const worked = new Map(derived.map(({ column, heading }) => [column, heading]))
  return Object.fromEntries(
    [...columns].map(([column, at]) => [
      column,
      (headers && worked.get(column)) || headers?.[at] || (headers ? '' : String(at + 1)),
    ]),
  )
}

/** What nobody takes, by its heading or by what stands in it; and keys of the owner's own, which name themselves. */
function leftOver(
  kind: ImportKind,
  { headers, data }: Headings,
  taken: ReadonlySet<number>,
): Pick<KnownColumns, 'unknown' | 'unnamed' | 'facts'> {
  const others = (headers ?? []).map((header, at) => ({ header, at })).filter(({ at }) => !taken.has(at))
  const named = others
    .filter(({ header }) => header !== '')
    .map((other) => ({ ...other, key: kind === 'customers' ? factNamed(other.header) : null }))
  const example = (at: number) => data.map(({ cells }) => cells[at] ?? '').find((cell) => cell !== '') ?? ''
  return {
    unknown: named.filter(({ key }) => key === null).map(({ header, at }) => ({ header, at })),
    unnamed: others
      .filter(({ header, at }) => header === '' && example(at) !== '')
      .map(({ at }) => ({ at, example: example(at) })),
    facts: named.flatMap(({ key, at }) => (key === null ? [] : [{ key, at }])),
  }
}
