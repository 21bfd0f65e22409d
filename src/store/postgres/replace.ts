import type { Client } from 'pg'
import { connect as openFile } from '../sqlite/connect.ts'
import { readAddress } from './address.ts'
import { pushAll } from './carry.ts'
import { connect, quoted } from './connect.ts'
import { takeSteps, versionIn } from './migrate.ts'

/**
 * Puts a ledger file in the place of the ledger at an address, in one transaction. The one that stood there is kept
 * under another name in the same database; its address is returned.
 */
export async function replaceLedger(
  path: string,
  file: string,
  { migrations, moment }: { readonly migrations: string; readonly moment: string },
): Promise<string | null> {
  const address = readAddress(path)
  const { ledger } = address
  const client = await connect(address)
  const sqlite = openFile(file)
  try {
    const waiting = `restoring_${crypto.randomUUID().slice(0, 8)}`
    await client.query(`begin; create schema ${quoted(waiting)}; set local search_path to ${quoted(waiting)}`)
    await takeSteps(client, waiting, migrations, 0)
    await client.query('set constraints all deferred')
    await pushAll(client, sqlite)
    const aside = (await versionIn(client, ledger)) === null ? null : await asideOf(client, ledger, moment)
    if (aside !== null) {
      await passRights(client, ledger, waiting)
      await moveAside(client, ledger, aside)
    }
    await client.query(`alter schema ${quoted(waiting)} rename to ${quoted(ledger)}`)
    await client.query('commit')
    return aside === null ? null : addressOf(path, aside)
  } finally {
    sqlite.close()
    await client.end()
  }
}

/** The same address, of another ledger. */
function addressOf(path: string, ledger: string): string {
  const url = new URL(path.trim())
  url.searchParams.set('ledger', ledger)
  return url.href
}

/**
 * Whoever writes there finishes first; who waits to write finds the pen gone, and must not take the old one to write
 * into the new ledger. Whoever reads there finishes too: one half of what they see would be the new ledger's.
 */
async function moveAside(client: Client, ledger: string, aside: string): Promise<void> {
  const series = `${quoted(ledger)}.series`
  const { rows } = await client.query<{ last: number }>(`select last from ${series} where name = 'change' for update`)
  await client.query(`delete from ${series} where name = 'change'`)
  await client.query(`insert into ${series} (name, last) values ('change', $1)`, [rows[0]?.last ?? 0])
  await client.query(`lock table ${quoted(ledger)}.ledger in access exclusive mode`)
  await client.query(`alter schema ${quoted(ledger)} rename to ${quoted(aside)}`)
}

/** Who had which rights in one ledger has them in the other: a restore must not shut the tills out. */
async function passRights(client: Client, from: string, to: string): Promise<void> {
  const { rows } = await client.query<{ line: string }>(
    `select format('grant %s on schema %I to %s', privilege, $2::text, taker) as line
     from (select a.privilege_type as privilege, ${taker} as taker
       from pg_namespace n, aclexplode(n.nspacl) a where n.nspname = $1 and a.grantee <> n.nspowner) as given
     union all
     select format('grant %s on %s %I.%I to %s', privilege, kind, $2::text, name, taker)
     from (select a.privilege_type as privilege, ${taker} as taker, c.relname as name,
         case c.relkind when 'S' then 'sequence' else 'table' end as kind
       from pg_class c, aclexplode(c.relacl) a where c.relnamespace = ${ours}
         and c.relkind in ('r', 'S') and a.grantee <> c.relowner) as given
     union all
     select format('grant %s (%I) on %I.%I to %s', privilege, name, $2::text, within, taker)
     from (select a.privilege_type as privilege, ${taker} as taker, t.attname as name, c.relname as within
       from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
       where c.relnamespace = ${ours} and not t.attisdropped and a.grantee <> c.relowner) as given`,
    [from, to],
  )
  for (const { line } of rows) await client.query(line)
}

const ours = '(select oid from pg_namespace where nspname = $1)'
const taker = `case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end`

/** A free name that says whose it was and when; a name has 63 bytes at most. */
async function asideOf(client: Client, ledger: string, moment: string): Promise<string> {
  let stem = ledger
  while (Buffer.byteLength(stem) > 35) stem = stem.slice(0, -1)
  for (let nth = 1; ; nth++) {
    const name = `${stem}_replaced_${moment.replace(/\D/g, '')}${nth === 1 ? '' : `_${nth}`}`
    const { rowCount } = await client.query('select from pg_namespace where nspname = $1', [name])
    if (rowCount === 0) return name
  }
}
