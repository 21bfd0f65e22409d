import { LedgerError } from '../errors.ts'
import { type Column, columnNamed, columnsOf, factNamed, type ImportKind, namesColumns, sameHeader } from './columns.ts'
import type { Row } from './file/csv.ts'
import { openTable, rowsIn, type Table, type Wishes } from './file/table.ts'

/** What to do where a row is somebody or something the ledger knows already. */
export type OnMatch = 'update' | 'skip' | 'reject'

/** How the owner wants a file read and its rows taken. */
export interface ImportOptions extends Wishes {
  readonly map: readonly (readonly [column: string, header: string])[]
  readonly onMatch: OnMatch | null
  readonly createCustomers: boolean
  readonly samePhone: boolean
  readonly keepUnknown: boolean
  readonly classify: boolean
  /** Where the rejected rows go, or null. */
  readonly rejects: string | null
}

/** A column kept as one of the owner's own keys. */
export interface Fact {
  readonly key: string
  readonly at: number
}

/** A file as understood, before anything is written: a plain value. */
export interface ImportPlan {
  readonly kind: ImportKind
  readonly table: Table
  /** The header row; null when the file has none. */
  readonly headers: readonly string[] | null
  /** Whether the first row is no row of the roster. */
  readonly headed: boolean
  /** Whether the file came from an earlier import's rejects: its first two columns, `line` and `reason`, are not of the roster. */
  readonly returned: boolean
  /** Where each column of ours stands. */
  readonly columns: ReadonlyMap<Column, number>
  readonly unknown: readonly { readonly header: string; readonly at: number }[]
  /** The owner's own keys, as an export of customers writes them, and where they stand. */
  readonly facts: readonly Fact[]
  readonly firstRows: readonly Row[]
  readonly options: ImportOptions
}

/** A file whose columns the program cannot tell: what a person needs to see to say which is which. */
export interface Unclear {
  readonly file: string
  /** The header row; null when the file has none that can be read. */
  readonly headers: readonly string[] | null
  /** The first rows of the roster. */
  readonly rows: readonly (readonly string[])[]
  /** The places of the columns known already. */
  readonly known: ReadonlyMap<Column, number>
  readonly missing: readonly Column[]
}

/** Asks a person for columns: ours, and the file's by number or header. Null when they leave it. */
export type AskColumns = (unclear: Unclear) => Promise<readonly (readonly [column: string, header: string])[] | null>

/**
 * Reads how a file is written and what its columns mean; where that cannot be told and somebody is there, `ask` asks. `file` is the name
 * people know it by. Throws roster.missing, roster.nul, roster.undecodable, roster.empty, roster.broken-quote, roster.no-columns,
 * roster.bad-map.
 */
export async function planImport(kind: ImportKind, path: string, file: string, options: ImportOptions, ask: AskColumns | null = null): Promise<ImportPlan> {
  const table = await openTable(path, file, kind, options)
  const top = await firstRowsOf(table)
  if (top.length === 0) throw new LedgerError('roster.empty', { file })
  const found = understand(kind, table, top, options)
  if (!('missing' in found)) return found
  const answers = ask ? await ask({ ...found, file }) : null
  const again = answers ? understand(kind, table, top, { ...options, map: [...options.map, ...answers] }) : found
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

function understand(kind: ImportKind, table: Table, rowsAbove: readonly Row[], options: ImportOptions): ImportPlan | Omit<Unclear, 'file'> {
  const [top] = rowsAbove
  const returned = top?.cells[0] === 'line' && top.cells[1] === 'reason'
  const [first, ...rows] = returned ? rowsAbove.map(withoutReason) : rowsAbove
  // Rejects of a file that had no header have none either, but for the two columns in front.
  const headless = returned && first?.cells.every((cell) => cell === '') === true
  const headers = !first || headless || !isHeader(kind, first, options) ? null : first.cells
  const cells = (headless ? rows[0]?.cells : first?.cells) ?? []
  const columns = headers ? readHeaders(kind, headers) : new Map<Column, number>()
  const mapped = mapColumns(kind, columns, cells, headers !== null, options)
  const firstRows = (headers || headless || !first ? rows : [first, ...rows]).slice(0, 2)
  const missing = needed(kind, columns)
  if (missing.length > 0) return { headers, rows: firstRows.map((row) => row.cells), known: columns, missing }
  const taken = new Set([...columns.values(), ...mapped.map(({ at }) => at)])
  const others = (headers ?? []).map((header, at) => ({ header, at })).filter(({ header, at }) => !taken.has(at) && header !== '')
  const named = others.map((other) => ({ ...other, key: kind === 'customers' ? factNamed(other.header) : null }))
  const unknown = others.filter((_, at) => named[at]?.key === null)
  const facts = [...named.flatMap(({ key, at }) => (key === null ? [] : [{ key, at }])), ...mapped]
  return { kind, table, headers, headed: headers !== null || headless, returned, columns, unknown, facts, firstRows, options }
}

/** The roster's rows without its header. */
export async function* dataRows({ table, headed, returned }: ImportPlan): AsyncGenerator<readonly Row[]> {
  let header = headed
  for await (const rows of rowsIn(table)) {
    const plain = returned ? rows.map(withoutReason) : rows
    yield header ? plain.slice(1) : plain
    header = false
  }
}

function withoutReason({ line, cells }: Row): Row {
  return { line, cells: cells.slice(2) }
}

async function firstRowsOf(table: Table): Promise<readonly Row[]> {
  const first: Row[] = []
  for await (const rows of rowsIn(table)) {
    first.push(...rows.slice(0, 3))
    if (first.length >= 3) break
  }
  return first.slice(0, 3)
}

/** A first row is a header when a cell of it names a column of ours, or one that was asked for by name; or when, mapped by number, it has no digit where days, money and phones should be. */
function isHeader(kind: ImportKind, { cells }: Row, { map }: ImportOptions): boolean {
  if (namesColumns(kind, cells)) return true
  if (map.some(([, header]) => !isNumber(header))) return map.some(([, header]) => cells.some((cell) => sameHeader(cell, header)))
  const figures = map
    .filter(([column]) => ['phone', 'on', 'amount', 'birthday', 'joined'].includes(column))
    .map(([, header]) => cells[Number(header) - 1] ?? '')
  return figures.some((cell) => cell !== '') && !figures.some((cell) => /\d/.test(cell))
}

function isNumber(text: string): boolean {
  return /^\d{1,3}$/.test(text)
}

function readHeaders(kind: ImportKind, headers: readonly string[]): Map<Column, number> {
  const columns = new Map<Column, number>()
  headers.forEach((header, at) => {
    const column = columnNamed(kind, header)
    if (column && !columns.has(column)) columns.set(column, at)
  })
  return columns
}

function mapColumns(kind: ImportKind, columns: Map<Column, number>, cells: readonly string[], headed: boolean, { map }: ImportOptions): Fact[] {
  const asked = new Set<Column>()
  const facts: Fact[] = []
  for (const [typed, header] of map) {
    const key = kind === 'customers' ? factNamed(typed) : null
    const column = columnsOf(kind).find((name) => name === typed) ?? columnNamed(kind, typed)
    if (!column && key === null) throw new LedgerError('roster.bad-map', { asked: typed, known: columnsOf(kind) })
    const at = placeOf(header, cells, headed)
    if (header !== '' && at < 0)
      throw new LedgerError('roster.bad-map', { asked: header, known: headed ? cells.slice(0, 30) : cells.map((_, index) => String(index + 1)) })
    // A header mapped elsewhere is no longer what it was taken for.
    for (const [other, place] of columns) if (place === at && !asked.has(other)) columns.delete(other)
    if (!column) {
      if (key !== null && at >= 0) facts.push({ key, at })
      continue
    }
    asked.add(column)
    if (header === '') columns.delete(column)
    else columns.set(column, at)
  }
  return facts
}

function placeOf(header: string, cells: readonly string[], headed: boolean): number {
  const named = headed ? cells.indexOf(header) : -1
  const alike = named >= 0 || !headed ? named : cells.findIndex((cell) => sameHeader(cell, header))
  if (alike >= 0) return alike
  return isNumber(header) && Number(header) >= 1 && Number(header) <= cells.length ? Number(header) - 1 : -1
}

function needed(kind: ImportKind, columns: ReadonlyMap<Column, number>): Column[] {
  if (kind === 'customers') return columns.has('name') ? [] : ['name']
  const missing: Column[] = []
  if (!(['customer', 'code', 'phone', 'name'] as const).some((column) => columns.has(column))) missing.push('customer')
  if (!columns.has('on')) missing.push('on')
  if (kind === 'purchases' && !columns.has('amount')) missing.push('amount')
  return missing
}

/** Which cells of a row may be the columns that are missing: an example to type, not something to act on. */
function guessed(missing: readonly Column[], cells: readonly string[]): { readonly column: Column; readonly at: number }[] {
  const looks: Partial<Record<Column, RegExp>> = { on: /^\d{4}[-/.年]?\d{1,2}[-/.月]?\d{1,2}(?:$|[日 T])/, amount: /^[¥$€]?-?\d{1,6}([.,]\d+)?元?$/ }
  const places = new Map<Column, number>()
  const free = (at: number) => ![...places.values()].includes(at)
  const place = (column: Column, fits: (cell: string) => boolean) => {
    const at = cells.findIndex((cell, index) => free(index) && fits(cell))
    if (at >= 0) places.set(column, at)
  }
  for (const column of missing) place(column, (cell) => (looks[column] ?? /\p{L}/u).test(cell))
  for (const column of missing) if (!places.has(column)) place(column, () => true)
  return missing.map((column) => ({ column, at: (places.get(column) ?? 0) + 1 }))
}
