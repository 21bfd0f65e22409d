import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import { keys } from '../book/policy/keys.ts'
import type { PolicyKey } from '../book/policy/policy.ts'
import { publicValue, type StoredValue } from '../book/policy/read-value.ts'
import type { TextParts } from '../export/sheet.ts'
import { decimal } from '../money.ts'
import { type DumpColumn, type DumpTable, dumpTables } from './tables.ts'

/** The way the lines are written; another number is another way. */
export const dumpVersion = 1

/**
 * The whole shop as JSON Lines, read at one moment: first what ledger it is and how many rows follow, then the imports
 * it knows, then every row of content, parents before children. No hour and no day is in it: the same shop gives the
 * same bytes. The log stays behind.
 */
export async function* exportAll(book: Book, program: string): TextParts {
  const { db } = book
  const [tables, imports] = await Promise.all([dumpTables(db), importsOf(db)])
  const counts: Record<string, number> = { import: imports.length }
  const found = await Promise.all(tables.map(({ table }) => countOf(db, table)))
  for (const [at, { table }] of tables.entries()) counts[table] = found[at] ?? 0
  const { uuid, name, currency, region, timezone, lang } = book
  const schema = book.store.version()
  yield line({
    regulars: program,
    whole: dumpVersion,
    schema,
    ledger: { uuid, name, currency, region, timezone, lang },
    rows: counts,
  })
  yield imports
    .map(({ facts, change: _, ...row }, at) => line({ table: 'import', id: at + 1, ...row, facts: JSON.parse(facts) }))
    .join('')
  const importOf = new Map(imports.map(({ change }, at) => [change, at + 1]))
  for (const table of tables) yield* tableLines(db, table, importOf, currency)
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

const line = (value: object) => `${JSON.stringify(value)}\n`

/**
 * Who came by an import, and when, decides what is due for them: the imports go along, those of an earlier `import all`
 * among them.
 */
async function importsOf(db: Db) {
  const rows = await db
    .selectFrom('change')
    .select(['id as change', 'command', 'at', 'day', 'by', 'facts'])
    .where('command', 'like', 'import %')
    .where('command', '<>', 'import all')
    .where('undone_by', 'is', null)
    .orderBy('id')
    .execute()
  return rows
}

async function countOf(db: Db, table: DumpTable['table']): Promise<number> {
  const { count } = await db
    .selectFrom(table as 'entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

const pageSize = 2000

async function* tableLines(
  db: Db,
  { table, columns }: DumpTable,
  importOf: ReadonlyMap<number, number>,
  currency: string,
): AsyncGenerator<string, void> {
  for (let last = 0; ; ) {
    // Columns of the file's own schema: the builder does not know those of a table added later.
    const { rows } = await sql<
      Record<string, unknown>
    >`select * from ${sql.table(table)} where id > ${last} order by id limit ${sql.lit(pageSize)}`.execute(db)
    if (rows.length === 0) return
    // SQLite holds the thread: Ctrl-C and a reader that closed the pipe need their turn.
    await setImmediate()
    last = rows.at(-1)?.['id'] as number
    yield rows.map((row) => line(toPublic(table, columns, row, importOf, currency))).join('')
  }
}

function toPublic(
  table: string,
  columns: readonly DumpColumn[],
  row: Record<string, unknown>,
  importOf: ReadonlyMap<number, number>,
  currency: string,
): object {
  const written: Record<string, unknown> = { table }
  for (const { column, key, meaning } of columns) {
    const value = row[column]
    if (value === null) continue
    if (meaning === 'money') written[key] = decimal(value as number, currency)
    else if (meaning === 'flag') written[key] = value === 1
    else if (meaning === 'policy') written[key] = policyOf(String(row['key']), String(value), currency)
    else written[key] = value
  }
  const by = importOf.get(row['change_id'] as number)
  if (by !== undefined) written['import'] = by
  return written
}

function policyOf(key: string, value: string, currency: string): unknown {
  const stored: StoredValue = JSON.parse(value)
  return Object.hasOwn(keys, key) ? publicValue(key as PolicyKey, stored as StoredValue, currency) : stored
}
