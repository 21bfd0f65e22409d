import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { contentTables } from '../src/ledger/book/change/record.ts'
import { openStore } from '../src/store/open.ts'
import { isServerAddress } from '../src/store/postgres/address.ts'

const aside = new Set(['change', 'change_span', 'change_row', 'sqlite_sequence'])

/** Every row of every table but the log, read past the program where the ledger is a file. */
export async function contentOf(path: string): Promise<Record<string, unknown[]>> {
  if (isServerAddress(path)) return contentOnServer(path)
  const file = new Database(path, { readonly: true })
  const tables = file.prepare(`select name from sqlite_master where type = 'table'`).pluck().all() as string[]
  const rows = tables
    .filter((name) => !aside.has(name))
    .map((name) => [name, file.prepare(`select * from "${name}" order by 1`).all()])
  file.close()
  return Object.fromEntries(rows)
}

/** The number of the newest change; 0 where there is none. */
export const newestChangeOf = (path: string) => numberIn(path, 'select coalesce(max(id), 0) from change')

/** The one number that a plain query of either engine finds. */
export async function numberIn(path: string, query: string): Promise<number> {
  if (isServerAddress(path)) {
    const store = await openToRead(path)
    const { rows } = await sql.raw<Record<string, number>>(query).execute(store.db)
    await store.close()
    return Object.values(rows[0] ?? {})[0] ?? 0
  }
  const file = new Database(path, { readonly: true })
  const found = file.prepare(query).pluck().get() as number
  file.close()
  return found
}

async function contentOnServer(path: string): Promise<Record<string, unknown[]>> {
  const store = await openToRead(path)
  const found: Record<string, unknown[]> = {}
  for (const table of [...contentTables, 'ledger'])
    found[table] = (await sql`select * from ${sql.table(table)} order by 1`.execute(store.db)).rows
  await store.close()
  return found
}

const openToRead = (path: string) =>
  openStore(path, 'read', {
    migrations: fileURLToPath(new URL('../migrations/sqlite', import.meta.url)),
    temporary: tmpdir(),
  })
