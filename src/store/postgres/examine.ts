import type Database from 'better-sqlite3'
import { createInMemory } from '../sqlite/create.ts'
import { readAddress } from './address.ts'
import { connect, quoted } from './connect.ts'
import { newestVersion, versionIn } from './migrate.ts'

/** What a server says of itself and of a ledger on it. */
export interface ServerFound {
  /** The server's own version: 15.18. */
  readonly server: string
  readonly encrypted: boolean
  /** Null where there is no such ledger. */
  readonly found: number | null
  readonly known: number
  /** Tables that are missing, or not as they should be. */
  readonly different: readonly string[]
  /** Tables that this user may not read or write. */
  readonly closed: readonly string[]
  /** Tables in which more rows are dead than alive: the server has not swept them. */
  readonly unswept: readonly string[]
}

/** Looks at a ledger on a server, and changes nothing. Throws what keeps it from looking. */
export async function examineServer(path: string, migrations: string): Promise<ServerFound> {
  const address = readAddress(path)
  const client = await connect(address)
  try {
    const [version, found] = [await client.query('show server_version'), await versionIn(client, address.ledger)]
    const secured = await client.query('select ssl from pg_stat_ssl where pid = pg_backend_pid()')
    const about = {
      server: String(version.rows[0]?.server_version).split(' ')[0] ?? '',
      encrypted: secured.rows[0]?.ssl === true,
      found,
      known: newestVersion(migrations),
    }
    if (found === null || found !== about.known) return { ...about, different: [], closed: [], unswept: [] }
    const expected = expectedTables(migrations)
    const { rows } = await client.query<{ name: string; columns: string[]; mine: boolean; unswept: boolean }>(
      `select t.relname as name,
         array(select a.attname::text from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and ` +
        `not a.attisdropped) as columns,
         has_table_privilege(t.oid, 'select') and has_table_privilege(t.oid, 'insert') and ` +
        `has_table_privilege(t.oid, 'update') as mine,
         coalesce(s.n_dead_tup > s.n_live_tup + 10000, false) as unswept
       from pg_class t left join pg_stat_user_tables s on s.relid = t.oid
       where t.relkind = 'r' and t.relnamespace = $1::regnamespace`,
      [quoted(address.ledger)],
    )
    const standing = new Map(rows.map((row) => [row.name, row]))
    const different = [...expected].filter(
      ([name, columns]) => columns.join() !== (standing.get(name)?.columns ?? []).toSorted().join(),
    )
    return {
      ...about,
      different: different.map(([name]) => name),
      closed: rows.filter(({ mine }) => !mine).map(({ name }) => name),
      unswept: rows.filter(({ unswept }) => unswept).map(({ name }) => name),
    }
  } finally {
    await client.end()
  }
}

/** The tables of both engines are the same, but for the numbers, which SQLite keeps itself. */
function expectedTables(migrations: string): Map<string, string[]> {
  const file: Database.Database = createInMemory(migrations)
  const names = file
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`)
    .pluck()
    .all() as string[]
  const columns = file.prepare('SELECT name FROM pragma_table_info(?) ORDER BY name').pluck()
  const tables = new Map(names.map((name) => [name, columns.all(name) as string[]]))
  file.close()
  return tables.set('series', ['last', 'name'])
}
