import { readAddress } from './address.ts'
import { connect, quoted } from './connect.ts'

/** A ledger of a database: its name there, and what it says of itself under the keys asked for. */
export interface LedgerOnServer {
  readonly ledger: string
  readonly notes: Readonly<Record<string, string>>
}

/** The ledgers of a database that this user may read, by name, or the one of them that is named. */
export async function ledgersOn(
  path: string,
  keys: readonly string[],
  only: string | null = null,
): Promise<LedgerOnServer[]> {
  const client = await connect(readAddress(path))
  try {
    const { rows } = await client.query<{ ledger: string }>(
      `select n.nspname as ledger from pg_namespace n
       where n.nspname = coalesce($1, n.nspname)
         and obj_description(n.oid, 'pg_namespace') like 'regulars ledger, version %' and ` +
        `has_schema_privilege(n.oid, 'usage') and exists (select from pg_class c
         where c.relnamespace = n.oid and c.relname = 'ledger' and has_table_privilege(c.oid, 'select'))
       order by n.nspname collate "C"`,
      [only],
    )
    return await Promise.all(
      rows.map(async ({ ledger }) => {
        const found = await client.query<{ key: string; value: string }>(
          `select key, value from ${quoted(ledger)}.ledger where key = any($1)`,
          [keys],
        )
        return { ledger, notes: Object.fromEntries(found.rows.map(({ key, value }) => [key, value])) }
      }),
    )
  } finally {
    await client.end()
  }
}

/** What one ledger says of itself; nulls where there is none. */
export async function noteOf(path: string, keys: readonly string[]): Promise<(string | null)[]> {
  const { ledger } = readAddress(path)
  const [found] = await ledgersOn(path, keys, ledger)
  return keys.map((key) => found?.notes[key] ?? null)
}
