import type Database from 'better-sqlite3'
import type { Client } from 'pg'
import { quoted } from './connect.ts'

/** So many rows go over the wire at once. */
const portion = 2000

const listed = (names: readonly string[]) => names.map(quoted).join(', ')

interface FileTable {
  readonly name: string
  readonly columns: readonly string[]
}

/** Texts in a file that are JSON on a server. */
const jsonColumns = new Set(['change.facts', 'change_row.before'])

/** The tables of a ledger file, but for SQLite's own. */
function tablesOf(file: Database.Database): FileTable[] {
  const names = file
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`)
    .pluck()
    .all() as string[]
  const columns = file.prepare('SELECT name FROM pragma_table_info(?) ORDER BY cid').pluck()
  return names.map((name) => ({ name, columns: columns.all(name) as string[] }))
}

/** Fills an empty ledger file with all that the ledger holds, as the running transaction sees it. */
export async function pull(client: Client, file: Database.Database): Promise<void> {
  file.pragma('foreign_keys = OFF')
  file.exec('BEGIN')
  for (const { name, columns } of tablesOf(file)) {
    const insert = file.prepare(
      `INSERT INTO ${quoted(name)} (${listed(columns)}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    const order = columns.includes('id') ? ' order by id' : ''
    await client.query(`declare carried no scroll cursor for select ${listed(columns)} from ${quoted(name)}${order}`)
    for (;;) {
      const { rows } = await client.query({ text: `fetch ${portion} from carried`, rowMode: 'array' })
      for (const row of rows) insert.run(...(row as unknown[]))
      if (rows.length < portion) break
    }
    await client.query('close carried')
  }
  file.exec('DELETE FROM sqlite_sequence')
  const number = file.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)')
  const { rows } = await client.query<{ name: string; last: number }>('select name, last from series')
  for (const { name, last } of rows) number.run(name, last)
  file.exec('COMMIT')
  file.pragma('foreign_keys = ON')
}

/**
 * Fills an empty schema with all that a ledger file holds. Only in a transaction that looks at keys when it commits.
 */
export async function pushAll(client: Client, file: Database.Database): Promise<void> {
  for (const table of tablesOf(file)) {
    await pushRows(client, table, file.prepare(`SELECT * FROM ${quoted(table.name)}`).iterate() as Iterable<Row>)
  }
  await pushNumbers(client, file)
  await client.query(`select setval(pg_get_serial_sequence('change_row', 'id'), coalesce(max(id), 1)) from change_row`)
}

/**
 * Brings what was done in a working copy since change `before` into the ledger: new rows, rows that became others, rows
 * that went, and the log of it. Only in a transaction that looks at keys when it commits.
 */
export async function pushChanges(
  client: Client,
  file: Database.Database,
  { before, notes }: { readonly before: number; readonly notes: LedgerNotes },
): Promise<void> {
  const tables = new Map(tablesOf(file).map((table) => [table.name, table]))
  const tableOf = (name: string) => tables.get(name) ?? { name, columns: [] }
  const rows = (sql: string, ...values: unknown[]) => file.prepare(sql).iterate(...values) as Iterable<Row>
  await pushRows(client, tableOf('change'), rows('SELECT * FROM change WHERE id > ? ORDER BY id', before))
  await pushRows(client, tableOf('change_span'), rows('SELECT * FROM change_span WHERE change_id > ?', before))
  // The images are numbered anew: others may have made some meanwhile that were since dropped.
  const images = tableOf('change_row')
  await pushRows(
    client,
    { ...images, columns: images.columns.filter((column) => column !== 'id') },
    rows('SELECT * FROM change_row WHERE change_id > ? ORDER BY id', before),
  )
  const changed = file
    .prepare('SELECT DISTINCT table_name AS name, row_id AS id FROM change_row WHERE change_id > ? ORDER BY 1, 2')
    .all(before) as { name: string; id: number }[]
  for (const name of new Set(changed.map((row) => row.name))) {
    const ids = changed.filter((row) => row.name === name).map(({ id }) => id)
    await client.query(`delete from ${quoted(name)} where id = any($1)`, [ids])
    const again = `SELECT * FROM ${quoted(name)} WHERE id IN (SELECT value FROM json_each(?))`
    await pushRows(client, tableOf(name), rows(again, JSON.stringify(ids)))
  }
  const spans = file
    .prepare('SELECT table_name AS name, first_id AS first, last_id AS last FROM change_span WHERE change_id > ?')
    .all(before) as { name: string; first: number; last: number }[]
  for (const { name, first, last } of spans) {
    const made = `SELECT * FROM ${quoted(name)} t WHERE id BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM change_row r
      WHERE r.change_id > ? AND r.table_name = '${name}' AND r.row_id = t.id)`
    await pushRows(client, tableOf(name), rows(made, first, last, before))
  }
  await pushNotes(client, file, notes)
  await pushNumbers(client, file)
}

/** What a ledger says of itself, by key. */
export type LedgerNotes = ReadonlyMap<string, string>

export function notesIn(file: Database.Database): LedgerNotes {
  const rows = file.prepare('SELECT key, value FROM ledger').all() as { key: string; value: string }[]
  return new Map(rows.map(({ key, value }) => [key, value]))
}

/** Only those that became others: a backup notes its moment without waiting for anybody. */
async function pushNotes(client: Client, file: Database.Database, before: LedgerNotes): Promise<void> {
  const now = notesIn(file)
  const gone = [...before.keys()].filter((key) => !now.has(key))
  if (gone.length > 0) await client.query('delete from ledger where key = any($1)', [gone])
  for (const [key, value] of now) {
    if (before.get(key) === value) continue
    await client.query(
      'insert into ledger (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value',
      [key, value],
    )
  }
}

type Row = Record<string, unknown>

async function pushRows(client: Client, { name, columns }: FileTable, rows: Iterable<Row>): Promise<void> {
  const names = listed(columns)
  const insert =
    `insert into ${quoted(name)} (${names}) select ${names} from ` +
    `json_populate_recordset(null::${quoted(name)}, $1)`
  const parsed = columns.filter((column) => jsonColumns.has(`${name}.${column}`))
  let waiting: Row[] = []
  for (const row of rows) {
    waiting.push(parsed.length === 0 ? row : withJson(row, parsed))
    if (waiting.length < portion) continue
    await client.query(insert, [JSON.stringify(waiting)])
    waiting = []
  }
  if (waiting.length > 0) await client.query(insert, [JSON.stringify(waiting)])
}

function withJson(row: Row, columns: readonly string[]): Row {
  return { ...row, ...Object.fromEntries(columns.map((column) => [column, JSON.parse(String(row[column]))])) }
}

async function pushNumbers(client: Client, file: Database.Database): Promise<void> {
  const numbers = file.prepare('SELECT name, seq AS last FROM sqlite_sequence').all()
  await client.query(
    `insert into series (name, last) select name, last from json_populate_recordset(null::series, $1)
     on conflict (name) do update set last = excluded.last`,
    [JSON.stringify(numbers)],
  )
}
