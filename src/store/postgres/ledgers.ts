import { readAddress } from './address.ts'
import { connect, quoted } from './connect.ts'

/** A ledger of a database: its name there, and what it says of itself under the keys asked for. */
export interface LedgerOnServer {
  readonly ledger: string
  readonly notes: Readonly<Record<string, string>>
}

/** The ledgers of a database that this user may read, by name. */
export async function ledgersOn(path: string, keys: readonly string[]): Promise<LedgerOnServer[]> {
  const client = await connect(readAddress(path))
  try {
    const { rows } = await client.query<{ ledger: string }>(
      `select n.nspname as ledger from pg_namespace n
       where obj_description(n.oid, 'pg_namespace') like 'regulars ledger, version %' and has_schema_privilege(n.oid, 'usage')
       order by n.nspname collate "C"`,
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
  const found = (await ledgersOn(path, keys)).find((one) => one.ledger === ledger)
  return keys.map((key) => found?.notes[key] ?? null)
}
