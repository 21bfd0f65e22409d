import type { Client } from 'pg'
import { quoted } from './connect.ts'

/** What a till has no need to see of a customer. */
const ownersOnly = ['notes', 'address', 'email']
/** What a till adds rows to: sales and contacts, what follows from them, and the log of it. */
const tillAdds = ['change', 'change_span', 'entry', 'contact', 'point_entry', 'coupon_use', 'tier']

/**
 * The rights that the owner of a ledger gives to two other roles, as SQL to paste: `keeper` does everything but change
 * the tables, `till` sells, notes contacts and reads the list, and can neither correct nor carry away.
 */
export function grants(ledger: string, customerColumns: readonly string[]): string[] {
  const schema = quoted(ledger)
  const seen = customerColumns.filter((column) => !ownersOnly.includes(column)).map(quoted)
  return [
    `grant usage on schema ${schema} to keeper, till;`,
    `grant select, insert, update, delete on all tables in schema ${schema} to keeper;`,
    `grant usage on all sequences in schema ${schema} to keeper;`,
    `grant select on all tables in schema ${schema} to till;`,
    `revoke select on ${schema}.customer from till;`,
    `grant select (${seen.join(', ')}) on ${schema}.customer to till;`,
    `grant insert on ${tillAdds.map((table) => `${schema}.${table}`).join(', ')} to till;`,
    `grant insert, update on ${schema}.series to till;`,
    `grant update (facts) on ${schema}.change to till;`,
  ]
}

/** The tables of the ledger the search path names first, each with its columns. */
export async function columnsByTable(client: Client): Promise<Map<string, readonly string[]>> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array(select a.attname::text from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
     from pg_class c where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace`,
  )
  return new Map(rows.map(({ name, columns }) => [name, columns]))
}

/**
 * Gives rights on what a migration has added: on a new table whoever has them on one of its kind, on a new column of
 * customers whoever sees their names, but for what a till has no need to see.
 */
export async function passRightsOn(client: Client, before: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const now = await columnsByTable(client)
  for (const name of now.keys())
    if (!before.has(name)) {
      await grantLike(client, name, tillAdds.includes(name) ? 'contact' : 'tag')
    }
  const known = before.get('customer') ?? []
  for (const column of now.get('customer') ?? [])
    if (known.length > 0 && !known.includes(column) && !ownersOnly.includes(column)) {
      await grantOnColumn(client, column)
    }
}

const taker = `case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end`

async function grantLike(client: Client, table: string, model: string): Promise<void> {
  const { rows } = await client.query<{ line: string }>(
    `select format('grant %s on %I to %s', a.privilege_type, $1::text, ${taker}) as line
     from pg_class c, aclexplode(c.relacl) a
     where c.relname = $2 and c.relnamespace = current_schema()::regnamespace and a.grantee <> c.relowner`,
    [table, model],
  )
  for (const { line } of rows) await client.query(line)
}

async function grantOnColumn(client: Client, column: string): Promise<void> {
  const { rows } = await client.query<{ line: string }>(
    `select format('grant %s (%I) on customer to %s', a.privilege_type, $1::text, ${taker}) as line
     from pg_class c join pg_attribute t on t.attrelid = c.oid and t.attname = 'name', aclexplode(t.attacl) a
     where c.relname = 'customer' and c.relnamespace = current_schema()::regnamespace and a.grantee <> c.relowner`,
    [column],
  )
  for (const { line } of rows) await client.query(line)
}
