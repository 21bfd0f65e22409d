import { LedgerError } from '../errors.ts'
import { type Column, factNamed, type ImportKind } from './columns.ts'
import { withoutReason } from './data-rows.ts'
import type { Row } from './file/csv.ts'
import { openTable, rowsIn, type Table } from './file/table.ts'
import { foretell } from './foretell.ts'
import { type Bound, bindFormat, placesOf } from './format/bind.ts'
import type { BoundValue, Layout } from './format/layout.ts'
import { noLayout } from './format/layout.ts'
import { mostPreamble, type Recognised, recognise } from './format/recognise.ts'
import type { FileFormat } from './format/schema.ts'
import { findHeaderRow, headingsNamed, isFigure } from './header-row.ts'
import type { ImportOptions, ImportPlan, PlannedFormat } from './import-plan.ts'
import { mapColumns } from './map-columns.ts'
import { guessed, needed } from './needed-columns.ts'
import { bindOrdinary } from './ordinary.ts'
import type { ReadContext } from './outcome.ts'
import { plainNotations } from './profile/notations.ts'
import { profileColumns } from './profile/profile-columns.ts'
import { questionsIn } from './surveys/questions.ts'

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
 * Reads how a file is written and what its columns mean; where that cannot be told and somebody is there, `ask` asks.
 * `file` is the name
 * people know it by; `kind` null lets the file say what it is. Throws roster.missing, roster.nul, roster.undecodable,
 * roster.empty,
 * roster.broken-quote, roster.no-columns, roster.bad-map, roster.refused, roster.several-formats, roster.unclear-kind
 * and others of their kind.
 */
export async function planImport(
  context: ReadContext,
  kind: ImportKind | null,
  path: string,
  file: string,
  options: ImportOptions,
  formats: readonly FileFormat[],
  ask: AskColumns | null = null,
): Promise<ImportPlan> {
  const { table, top, found, partly } = await openAndRecognise(kind, path, file, options, formats)
  if (top.length === 0) throw new LedgerError('roster.empty', { file })
  if (found?.format.kind === 'refuse')
    throw new LedgerError('roster.refused', {
      file,
      title: found.format.title,
      instead: found.format.instead ?? found.format.title,
    })
  if (found && kind !== null && found.format.kind !== kind) {
    throw new LedgerError('roster.other-kind', {
      file,
      title: found.format.title,
      kind: found.format.kind,
      asked: kind,
    })
  }
  const meant = kind ?? (found ? (found.format.kind as ImportKind) : kindOf(top, options))
  if (meant === null)
    throw new LedgerError('roster.unclear-kind', { file, headers: (top[0]?.cells ?? []).slice(0, 20) })
  const looksLike = found || !partly ? null : { ...planned(partly.format), missing: partly.missing }
  const first = understand(meant, table, top, found, options)
  const plan = 'missing' in first ? await askFor(first) : first
  return settle(context, { ...plan, looksLike }, options)

  async function askFor(unclear: Omit<Unclear, 'file' | 'kind'>): Promise<ImportPlan> {
    const answers = ask ? await ask({ ...unclear, file, kind: meant as ImportKind }) : null
    const again = answers
      ? understand(meant as ImportKind, table, top, found, { ...options, map: [...options.map, ...answers] })
      : unclear
    if (!('missing' in again)) return again
    const { headers, rows, missing } = again
    throw new LedgerError('roster.no-columns', {
      file,
      missing,
      headers: (headers ?? rows[0] ?? []).slice(0, 20),
      headed: headers !== null,
      guess: headers ? [] : guessed(missing, rows[0] ?? []),
    })
  }
}

/** With what the whole file says of its columns. */
async function settle(context: ReadContext, plan: ImportPlan, options: ImportOptions): Promise<ImportPlan> {
  const { notations, timed } =
    plan.table.form === 'cards'
      ? { notations: plainNotations, timed: false }
      : await profileColumns(context, plan, options)
  const on = plan.columns.get('on')
  const columns =
    timed && plan.kind === 'purchases' && on !== undefined
      ? new Map([...plan.columns, ['time', on] as const])
      : plan.columns
  const settled = { ...plan, notations, columns }
  return { ...settled, preview: foretell(context, settled) }
}

function planned({ name, title, remark }: FileFormat): PlannedFormat {
  return { name, title, remark: remark ?? null }
}

/** Opens a file, and the sheet of a workbook that a format is known by; else the first that has headings. */
async function openAndRecognise(
  kind: ImportKind | null,
  path: string,
  file: string,
  options: ImportOptions,
  formats: readonly FileFormat[],
) {
  const table = await openTable(path, file, kind ?? 'customers', options)
  const top = await firstRowsOf(table)
  const wanted =
    options.from === null || options.from === 'none' ? null : formats.find(({ name }) => name === options.from)
  if (wanted === undefined)
    throw new LedgerError('roster.unknown-format', {
      asked: options.from ?? '',
      known: formats.map(({ name }) => name),
    })
  if (table.form === 'cards' || options.from === 'none') return { table, top, found: null, partly: null }
  const among = wanted ? [wanted] : formats
  const seen = recognise(top, among)
  let best: { table: Table; top: readonly Row[]; found: Recognised | null } = { table, top, ...one(seen.found, file) }
  if (table.form === 'workbook' && options.sheet === null && best.found === null) {
    for (const sheet of table.others) {
      const other = await openTable(path, file, kind ?? 'customers', { ...options, sheet }).catch(() => null)
      if (!other) continue
      const rows = await firstRowsOf(other)
      const { found } = recognise(rows, among)
      if (found.length === 0) continue
      best = { table: other, top: rows, ...one(found, file) }
      break
    }
  }
  if (wanted && best.found === null) {
    throw new LedgerError('roster.not-of-format', {
      file,
      title: wanted.title,
      missing: seen.partly?.missing ?? wanted.recognise.all.flat(),
    })
  }
  return { ...best, partly: best.found ? null : seen.partly }
}

function one(found: readonly Recognised[], file: string): { found: Recognised | null } {
  if (found.length > 1)
    throw new LedgerError('roster.several-formats', { file, names: found.map(({ format }) => format.name) })
  return { found: found[0] ?? null }
}

/** What a file without a format is of, by its headings. */
function kindOf(top: readonly Row[], { map }: ImportOptions): ImportKind | null {
  const scores = (['purchases', 'contacts', 'surveys', 'customers'] as const).map((kind) => {
    const at = findHeaderRow(kind, top, [])
    const columns = at === null ? new Set<string>() : headingsNamed(kind, top[at]?.cells ?? [])
    for (const [column] of map) columns.has(column)
    const whole =
      needed(kind, new Map([...columns].map((column, place) => [column as Column, place])), true).length === 0
    return { kind, score: whole ? columns.size : 0, columns }
  })
  const [purchases, contacts, surveys, customers] = scores
  if (purchases && purchases.score > 0 && purchases.columns.has('amount')) return 'purchases'
  if (
    contacts &&
    contacts.score > 0 &&
    ['outcome', 'direction', 'channel', 'call_type', 'next'].some((column) => contacts.columns.has(column))
  )
    return 'contacts'
  if (surveys && surveys.score > 0 && surveys.columns.has('perceived')) return 'surveys'
  return customers && customers.score > 0 ? 'customers' : null
}

function understand(
  kind: ImportKind,
  table: Table,
  rowsAbove: readonly Row[],
  found: Recognised | null,
  options: ImportOptions,
): ImportPlan | Omit<Unclear, 'file' | 'kind'> {
  const [top] = rowsAbove
  const returned = isReturned(top)
  const rows = returned ? rowsAbove.map(withoutReason) : rowsAbove
  // Rejects of a file that had no header have none either, but for the two columns in front.
  const headless = returned && rows[0]?.cells.every((cell) => cell === '') === true
  const at = headless ? null : headerAt(kind, table, rows, found, options)
  const headers = at === null ? null : (rows[at]?.cells ?? [])
  const skipped = at === null ? (headless ? 1 : 0) : at + 1
  const data = rows.slice(skipped)
  const cells = headers ?? data[0]?.cells ?? []
  const { mapped, facts: mappedFacts } = mapColumns(kind, cells, headers !== null, options)
  const given = new Map([...mapped].filter(([, place]) => place >= 0))
  const dropped = new Set([...mapped].filter(([, place]) => place < 0).map(([column]) => column))
  const bound = found && headers ? bindFormat(found.format, headers) : null
  const ordinary = bound
    ? null
    : headers
      ? bindOrdinary(
          kind,
          headers,
          given,
          data.map((row) => row.cells),
        )
      : { columns: new Map(given), layout: noLayout, weighed: new Set<number>() }
  const layout = bound ? overriding(bound, given) : (ordinary?.layout ?? noLayout)
  const columns = new Map<Column, number>(bound ? [...bound.columns, ...given] : (ordinary?.columns ?? given))
  for (const column of dropped) columns.delete(column)
  const width = headers?.length ?? 1000
  layout.derived.forEach(({ column }, index) => {
    if (!dropped.has(column)) columns.set(column, width + index)
  })
  const questions = questionsIn(kind, cells, headers, columns, options.aspects)
  const missing = needed(kind, columns, headers !== null || options.walkIn, questions.length)
  const shown = data.slice(0, 2)
  if (missing.length > 0) return { headers, rows: shown.map((row) => row.cells), known: columns, missing }
  const taken = new Set<number>([
    ...columns.values(),
    ...mappedFacts.map((fact) => fact.at),
    ...questions.map((question) => question.at),
    ...(bound?.used ?? []),
    ...(ordinary?.weighed ?? []),
  ])
  for (const { value } of layout.derived) for (const place of placesOf(value as BoundValue)) taken.add(place)
  const others = (headers ?? [])
    .map((header, place) => ({ header, at: place }))
    .filter(({ header, at: place }) => !taken.has(place) && header !== '')
  const named = others.map((other) => ({ ...other, key: kind === 'customers' ? factNamed(other.header) : null }))
  const ownFacts = named.flatMap(({ key, at: place }) => (key === null ? [] : [{ key, at: place }]))
  return {
    kind,
    table,
    format: bound && found ? planned(found.format) : null,
    looksLike: null,
    headers,
    skipped,
    returned,
    columns,
    headings: headingsOf(columns, layout, headers),
    layout,
    notations: plainNotations,
    unknown: others.filter((_, index) => named[index]?.key === null),
    unnamed: unnamedOf(headers, data, taken),
    facts: [...ownFacts, ...(bound?.facts ?? []), ...mappedFacts],
    questions,
    firstRows: shown,
    preview: [],
    options,
  }
}

/** A mapped column wins over what the format says of it. */
function overriding({ layout }: Bound, mapped: ReadonlyMap<Column, number>): Layout {
  return { ...layout, derived: layout.derived.filter(({ column }) => !mapped.has(column)) }
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

function unnamedOf(
  headers: readonly string[] | null,
  data: readonly Row[],
  taken: ReadonlySet<number>,
): { at: number; example: string }[] {
  if (!headers) return []
  return headers
    .map((header, at) => ({
      header,
      at,
      example: data.map(({ cells }) => cells[at] ?? '').find((cell) => cell !== '') ?? '',
    }))
    .filter(({ header, at, example }) => header === '' && example !== '' && !taken.has(at))
    .map(({ at, example }) => ({ at, example }))
}

function isReturned(top: Row | undefined): boolean {
  return (top?.cells[0] === 'line' && top.cells[1] === 'reason') || (top?.cells[0] === '行' && top.cells[1] === '原因')
}

async function firstRowsOf(table: Table): Promise<readonly Row[]> {
  const first: Row[] = []
  for await (const rows of rowsIn(table)) {
    first.push(...rows.slice(0, mostPreamble + 3))
    if (first.length >= mostPreamble + 3) break
  }
  return first.slice(0, mostPreamble + 3)
}

function headerAt(
  kind: ImportKind,
  table: Table,
  rows: readonly Row[],
  found: Recognised | null,
  options: ImportOptions,
): number | null {
  if (options.headerRow !== null) {
    const at = rows.findIndex(({ line }) => line === options.headerRow)
    if (at < 0) throw new LedgerError('roster.no-header-row', { file: nameOf(table), row: options.headerRow })
    return at
  }
  if (found) return found.header
  if (table.form === 'cards') return 0
  const mapped = [...options.map, ...(kind === 'surveys' ? options.aspects : [])].map(([, header]) => header)
  const at = findHeaderRow(kind, rows, mapped)
  if (at !== null) return at
  // Mapped by number, a first row is a header when it has no digit where days, money and phones should be.
  const figures = options.map
    .filter(([column]) => ['phone', 'on', 'amount', 'birthday', 'joined'].includes(column))
    .map(([, header]) => rows[0]?.cells[Number(header) - 1] ?? '')
  return figures.some((cell) => cell !== '') && !figures.some((cell) => isFigure(cell) || /\d/.test(cell)) ? 0 : null
}

function nameOf(table: Table): string {
  return table.form === 'workbook' ? table.file : table.source.file
}
