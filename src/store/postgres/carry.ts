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
  for (const table of tablesOf(file))
    await pullRows(client, file, table, table.columns.includes('id') ? 'order by id' : '')
  await pullNumbers(client, file)
  file.exec('COMMIT')
  file.pragma('foreign_keys = ON')
}

/** Brings rows of a table into the file; `which` is what follows its name in the query. */
async function pullRows(
  client: Client,
  file: Database.Database,
  { name, columns }: FileTable,
  which: string,
  values: readonly unknown[] = [],
): Promise<void> {
  const insert = file.prepare(
    `INSERT INTO ${quoted(name)} (${listed(columns)}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  await client.query({
    text: `declare carried no scroll cursor for select ${listed(columns)} from ${quoted(name)} ${which}`,
    values: [...values],
  })
  for (;;) {
    const { rows } = await client.query({ text: `fetch ${portion} from carried`, rowMode: 'array' })
    for (const row of rows) insert.run(...(row as unknown[]))
    if (rows.length < portion) break
  }
  await client.query('close carried')
}

async function pullNumbers(client: Client, file: Database.Database): Promise<void> {
  file.exec('DELETE FROM sqlite_sequence')
  const number = file.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)')
  const { rows } = await client.query<{ name: string; last: number }>('select name, last from series')
  for (const { name, last } of rows) number.run(name, last)
}

/** After these the log does not say, row by row, what has become of what. */
const unaccounted = ['undo', 'forget', 'import all']

/**
 * Brings a filled file up to what the ledger is now: what the changes since the newest of the file made, altered and
 * took away. All of it anew where one of them does not say so.
 */
export async function catchUp(client: Client, file: Database.Database): Promise<void> {
  const before = newestChangeIn(file)
  const { rows: since } = await client.query<{ command: string }>('select command from change where id > $1', [before])
  if (since.some(({ command }) => unaccounted.includes(command))) {
    empty(file)
    await pull(client, file)
    return
  }
  const { rows: touched } = await client.query<{ name: string; first: number; last: number }>(
    `select table_name as name, first_id as first, last_id as last from change_span where change_id > $1
     union all select table_name, row_id, row_id from change_row where change_id > $1`,
    [before],
  )
  const tables = new Map(tablesOf(file).map((table) => [table.name, table]))
  file.pragma('foreign_keys = OFF')
  file.exec('BEGIN')
  for (const name of new Set(touched.map((one) => one.name))) {
    const spans = touched.filter((one) => one.name === name)
    const among = spans.map(({ first, last }) => (first === last ? `id = ${first}` : `id between ${first} and ${last}`))
    for (let at = 0; at < among.length; at += 100)
      file.exec(`DELETE FROM ${quoted(name)} WHERE ${among.slice(at, at + 100).join(' OR ')}`)
    const [firsts, lasts] = [spans.map(({ first }) => first), spans.map(({ last }) => last)]
    const table = tables.get(name)
    if (table) await pullRows(client, file, table, touchedRows, [firsts, lasts])
  }
  for (const [name, which] of [
    ['change', 'where id > $1 order by id'],
    ['change_span', 'where change_id > $1'],
    ['change_row', 'where change_id > $1 order by id'],
  ] as const)
    await pullRows(client, file, tables.get(name) as FileTable, which, [before])
  file.exec('DELETE FROM ledger')
  await pullRows(client, file, tables.get('ledger') as FileTable, '')
  await pullNumbers(client, file)
  file.exec('COMMIT')
  file.pragma('foreign_keys = ON')
}

/** Each once, in however many spans it is. */
const touchedRows = `where id in (
  select n from unnest($1::bigint[], $2::bigint[]) span (first, last), generate_series(first, last) n) order by id`

export function newestChangeIn(file: Database.Database): number {
  return file.prepare('SELECT coalesce(max(id), 0) FROM change').pluck().get() as number
}

function empty(file: Database.Database): void {
  file.pragma('foreign_keys = OFF')
  file.exec(
    tablesOf(file)
      .map(({ name }) => `DELETE FROM ${quoted(name)};`)
      .join('\n'),
  )
}

/**
 * Fills an empty schema with all that a ledger file holds. Only in a transaction that looks at keys when it commits.
 */
export async function pushAll(client: Client, file: Database.Database): Promise<void> {
  for (const table of tablesOf(file)) {
    // Every till may read what has no rights of its own, and no till the notes and addresses of customers.
    if (table.name === 'text_block' || table.name === 'purchase_block') continue
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
