import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Client } from 'pg'
import { LedgerError } from '../../ledger/errors.ts'
import { quoted } from './connect.ts'
import { columnsByTable, passRightsOn } from './grants.ts'

/** Both engines count the same steps: the ledger of a version has the same tables in either. */
export function newestVersion(migrations: string): number {
  return Number(steps(migrations).at(-1)?.slice(0, 4) ?? 0)
}

const besideSqlite = (migrations: string) => join(dirname(migrations), 'postgres')

function steps(migrations: string): string[] {
  return readdirSync(besideSqlite(migrations))
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
}

/** What a schema says of itself; by it a ledger is known among other schemas. */
const note = (version: number) => `regulars ledger, version ${version}`

/** A ledger's version, null where there is none of this name; which table its numbers are in; what the server is. */
interface Standing {
  readonly version: number | null
  readonly series: number
}

/** The oldest server on which all of it works, as the server itself counts. */
const oldestServer = 120_000

/** Throws engine.too-old, engine.encoding. */
export async function standingIn(client: Client, ledger: string): Promise<Standing> {
  const { rows } = await client.query<{
    number: number
    server: string
    encoding: string
    note: string | null
    series: number | null
  }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as server,
       current_setting('server_encoding') as encoding,
       (select obj_description(oid, 'pg_namespace') from pg_namespace where nspname = $1) as note,
       (select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = $1 and c.relname = 'series') as series`,
    [ledger],
  )
  const { number = 0, server = '', encoding = '', note, series } = rows[0] ?? {}
  if (number < oldestServer)
    throw new LedgerError('engine.too-old', { found: server.split(' ')[0] ?? '', needed: '12' })
  if (encoding !== 'UTF8')
    throw new LedgerError('engine.encoding', { found: encoding, database: client.database ?? '' })
  const version = /^regulars ledger, version (\d+)$/.exec(note ?? '')?.[1]
  return { version: version === undefined ? null : Number(version), series: series ?? 0 }
}

/** The version of a ledger, null where there is none of this name. */
export async function versionIn(client: Client, ledger: string): Promise<number | null> {
  return (await standingIn(client, ledger)).version
}

/** Makes a ledger with nothing in it; of several that start at once one makes it and the others find it. */
export async function createSchema(client: Client, ledger: string, migrations: string): Promise<void> {
  try {
    await client.query(`begin; create schema ${quoted(ledger)}; set local search_path to ${quoted(ledger)}`)
    await takeSteps(client, ledger, migrations, 0)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    // Another one made it while this one waited for the name.
    if ((error as { code?: string }).code !== '23505' && (error as { code?: string }).code !== '42P06') throw error
    if ((await versionIn(client, ledger)) === null) throw error
  }
}

/** Brings a ledger up to date, all steps in one transaction under the ledger's own lock. */
export async function migrate(client: Client, ledger: string, migrations: string): Promise<void> {
  await client.query(`begin; select from series where name = 'change' for update`)
  try {
    const [version, before] = [await versionIn(client, ledger), await columnsByTable(client)]
    await takeSteps(client, ledger, migrations, version ?? 0)
    await passRightsOn(client, before)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Runs the steps that a ledger has not seen, in the transaction that is running. */
export async function takeSteps(client: Client, ledger: string, migrations: string, from: number): Promise<void> {
  for (const file of steps(migrations)) {
    if (Number(file.slice(0, 4)) <= from) continue
    await client.query(readFileSync(join(besideSqlite(migrations), file), 'utf8'))
  }
  await client.query(`comment on schema ${quoted(ledger)} is '${note(newestVersion(migrations))}'`)
}
