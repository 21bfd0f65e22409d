import { setImmediate } from 'node:timers/promises'
import type { Db } from '../../store/db.ts'
import { engineOf } from '../../store/engine.ts'
import { setIndexesAside } from '../../store/sqlite/indexes.ts'
import { numberAfter } from '../../store/sqlite/numbers.ts'
import { codeKey } from '../benefit/coupons.ts'
import { dropBlocks, keepBlocks } from '../book/blocks/keep.ts'
import type { Book, Settings } from '../book/book.ts'
import { type Change, recordChange } from '../book/change/record.ts'
import { readCurrency, readRegion, readZone } from '../book/new-ledger.ts'
import { onFile } from '../book/on-file.ts'
import { replaceSettings } from '../book/settings.ts'
import { LedgerError } from '../errors.ts'
import { fold, type Spelling, speller } from '../identity/spelling.ts'
import { isNestedDeep, type NumberedLine, problemOf, refuse, refuseDangling, restOf } from './faults.ts'
import { DumpHeader, fitsPolicy, ImportLine, lineSchema, storedValue } from './line-schema.ts'
import { importWriter, rowWriter, type Written } from './sqlite/row-writer.ts'
import { type DumpTable, dumpTables, replaced } from './tables.ts'
import { dumpVersion } from './write.ts'

/** The lines of a whole export, as they are read. */
export type DumpLines = AsyncGenerator<NumberedLine, void>

/** A whole export, its first line read and nothing else. */
export interface Dump {
  readonly file: string
  readonly header: DumpHeader
  readonly rest: DumpLines
}

export interface DumpImported {
  readonly change: number | null
  readonly file: string
  readonly ledger: Settings
  /** Rows by table, as the file's first line counts them. */
  readonly rows: Readonly<Record<string, number>>
}

/** Reads the first line. Throws whole.not-an-export; `file` is the name people know it by. */
export async function openDump(file: string, lines: DumpLines): Promise<Dump> {
  const first = await lines.next()
  const header = first.done ? null : DumpHeader.safeParse(jsonIn(first.value.text))
  if (!header?.success) throw new LedgerError('whole.not-an-export', { file })
  return { file, header: header.data, rest: lines }
}

/** Throws whole.newer, whole.not-empty: what a whole export cannot go into. */
export async function refuseUnfit(book: Book, { file, header }: Dump): Promise<void> {
  const known = book.store.version()
  if (header.whole > dumpVersion || header.schema > known)
    throw new LedgerError('whole.newer', { file, program: header.regulars, found: header.schema, known })
  await refuseSettings(file, header)
  await refuseUsed(book.db)
}

/**
 * What the ledger would be from then on is looked at as if it were typed: by a zone that nobody knows every day would
 * be wrong.
 */
async function refuseSettings(file: string, { ledger }: DumpHeader): Promise<void> {
  const looks = { currency: readCurrency, region: readRegion, timezone: readZone } as const
  for (const key of ['currency', 'region', 'timezone'] as const) {
    const value = ledger[key]
    try {
      await looks[key](value)
    } catch {
      throw new LedgerError('whole.bad-setting', { file, key, value })
    }
  }
}

function jsonIn(text: string): unknown {
  if (isNestedDeep(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Throws whole.not-empty: rows of two shops would mix, and numbers mean others than they did. */
async function refuseUsed(db: Db): Promise<void> {
  const tables = (await dumpTables(db)).filter(({ table }) => !replaced.includes(table))
  const counts: Record<string, number> = {}
  for (const { table } of tables) {
    const { count } = await db
      .selectFrom(table as 'entry')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    counts[table] = count
  }
  if (Object.values(counts).some((count) => count > 0))
    throw new LedgerError('whole.not-empty', { customers: counts['customer'] ?? 0, entries: counts['entry'] ?? 0 })
}

/**
 * Reads a whole export into an empty ledger as one change in one transaction: every row with its numbers, who entered
 * it, and the ledger's name, currency and uuid. Throws whole.not-empty, whole.bad-line (with line and reason),
 * whole.cut-off; then nothing is written.
 */
export function importAll(
  book: Book,
  dump: Dump,
  onProgress: (rows: number) => void = () => {},
): Promise<DumpImported> {
  return onFile(book, (book) => takeDump(book, dump, onProgress))
}

async function takeDump(
  book: Book,
  { file, header, rest }: Dump,
  onProgress: (rows: number) => void,
): Promise<DumpImported> {
  const { change } = await recordChange(book, 'import all', async (db, change) => {
    await refuseUsed(db)
    await dropBlocks(db)
    const tables = await dumpTables(db)
    for (const { table } of tables) {
      if (!replaced.includes(table)) await change.renumber(table)
      else for (const { id } of await idsOf(db, table)) await change.remove(table, id)
    }
    const { uuid, name, currency, region, timezone, lang } = book.settled
    Object.assign(change.facts, {
      customers: header.rows['customer'] ?? 0,
      entries: header.rows['entry'] ?? 0,
      settings: { uuid, name, currency, region, timezone, lang },
    })
    await replaceSettings(db, header.ledger)
    const rebuild = setIndexesAside(
      book.store,
      tables.filter(({ table }) => !replaced.includes(table)).map(({ table }) => table),
    )
    const taking = await dumpReader(book, change, tables, header, file)
    // References are looked at when everybody is there: who sent a customer may come after them.
    await engineOf(db).checkKeysAtCommit(db)
    let rows = 0
    for await (const line of rest) {
      taking.take(line)
      if (++rows % 1000 === 0) {
        onProgress(rows)
        // SQLite holds the thread: signals and the progress line need their turn.
        await setImmediate()
      }
    }
    rebuild()
    change.facts['imports'] = taking.finish()
    await passOverFormerNumbers(db)
    await keepBlocks(db, change.id)
  })
  return { change, file, ledger: header.ledger, rows: header.rows }
}

/** The number of a merged customer leads to the one kept: no new customer may get it. */
async function passOverFormerNumbers(db: Db): Promise<void> {
  const row = await db
    .selectFrom('alias')
    .select(({ fn }) => fn.max('former_id').as('last'))
    .executeTakeFirst()
  if (row?.last) await numberAfter(db, 'customer', row.last)
}

async function idsOf(db: Db, table: DumpTable['table']) {
  return db
    .selectFrom(table as 'entry')
    .select('id')
    .orderBy('id')
    .execute()
}

interface DumpReading {
  readonly dumped: DumpTable
  readonly schema: ReturnType<typeof lineSchema>
  readonly write: (values: readonly Written[]) => void
  rows: number
  lastId: number
  firstLine: number
}

async function dumpReader(book: Book, change: Change, tables: readonly DumpTable[], header: DumpHeader, file: string) {
  const { store } = book
  const { currency } = header.ledger
  const spell = await speller()
  const readings = tables.map(
    (dumped): DumpReading => ({
      dumped,
      schema: lineSchema(dumped, currency),
      write: rowWriter(store, dumped),
      rows: 0,
      lastId: 0,
      firstLine: 0,
    }),
  )
  const byName = new Map<string, number>(readings.map(({ dumped }, at) => [dumped.table, at]))
  const imports: number[] = []
  const writeImport = importWriter(store)
  let current = -1

  function takeImport(line: NumberedLine, value: unknown): void {
    const read = ImportLine.safeParse(value)
    if (!read.success) throw problemOf(file, line, 'import', value, read.error)
    const { id, at, day, by, command, facts } = read.data
    if (current >= 0 || id !== imports.length + 1) throw refuse(file, line, 'import', 'order', 'id', id)
    imports.push(writeImport(at, day, by, command, JSON.stringify(facts)))
  }

  function take(line: NumberedLine): void {
    const value = jsonIn(line.text)
    if (value === null || typeof value !== 'object' || Array.isArray(value))
      throw refuse(file, line, null, 'json', null, null)
    const { table } = value as { table?: unknown }
    if (table === 'import') {
      takeImport(line, value)
      return
    }
    const place = typeof table === 'string' ? byName.get(table) : undefined
    const reading = place === undefined ? undefined : readings[place]
    if (place === undefined || !reading) throw refuse(file, line, null, 'table', 'table', table)
    if (place < current) throw refuse(file, line, reading.dumped.table, 'order', 'table', table)
    current = place
    takeRow(line, reading, value)
  }

  function takeRow(line: NumberedLine, reading: DumpReading, value: object): void {
    const { dumped, schema, write } = reading
    const { table, columns, numbered } = dumped
    const read = schema.safeParse(value)
    if (!read.success) throw problemOf(file, line, table, value, read.error)
    const row = read.data as Record<string, unknown>
    const id = row['id'] as number
    if (numbered && id <= reading.lastId) throw refuse(file, line, table, 'order', 'id', id)
    const high = tooHigh(table, row)
    if (high) throw refuse(file, line, table, 'high', high, row[high])
    if (table === 'policy' && !fitsPolicy(String(row['key']), row['value'], currency))
      throw refuse(file, line, table, 'value', 'value', row['value'])
    const by = row['import'] === undefined ? change.id : imports[(row['import'] as number) - 1]
    if (by === undefined) throw refuse(file, line, table, 'reference', 'import', row['import'])
    const stored = columns.map((column) => storedValue(column, row[column.key], { policyKey: row['key'], currency }))
    try {
      write([...stored, ...foundAgain(table, row, spell), by])
    } catch (error) {
      throw refuse(file, line, table, 'rule', null, null, error)
    }
    if (reading.rows++ === 0) reading.firstLine = line.number
    reading.lastId = id
  }

  return {
    take,
    /** Returns how many imports of the earlier ledger came along. */
    finish(): number {
      const found = {
        import: imports.length,
        ...Object.fromEntries(readings.map(({ dumped, rows }) => [dumped.table, rows])),
      }
      const missing = restOf(header.rows, found)
      if (missing) throw new LedgerError('whole.cut-off', { file, ...missing })
      refuseDangling(store, file, (table) => readings.find(({ dumped }) => dumped.table === table)?.firstLine ?? 0)
      return imports.length
    },
  }
}

/**
 * Fifty times the numbers of the largest shop that speed is promised for (SPEC 10). What weighs everybody has columns
 * as long as the highest number of a customer, and an entry stands in a block with all numbers below: one that nobody
 * was given, written by hand, would fill the memory.
 */
const highest = { customer: 10_000_000, other: 100_000_000 }

/** Where a row has a number that is too high; of the rows it names it is known by themselves. */
function tooHigh(table: DumpTable['table'], { id, formerId }: Record<string, unknown>): 'id' | 'formerId' | null {
  if ((id as number) > (table === 'customer' ? highest.customer : highest.other)) return 'id'
  return (formerId as number) > highest.customer ? 'formerId' : null
}

/** What customers and coupons are found by follows from name and code. */
function foundAgain(
  table: DumpTable['table'],
  { name, code }: Record<string, unknown>,
  spell: (name: string) => Spelling,
): (string | null)[] {
  if (table === 'coupon') return [codeKey(code as string)]
  if (table !== 'customer') return []
  const { name_key, pinyin, initials } = spell(name as string)
  return [name_key, pinyin, initials, code === undefined ? null : fold(code as string)]
}
