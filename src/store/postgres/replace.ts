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
    if (aside !== null) await moveAside(client, ledger, aside)
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

/** Whoever writes there finishes first. */
async function moveAside(client: Client, ledger: string, aside: string): Promise<void> {
  await client.query(`select from ${quoted(ledger)}.series where name = 'change' for update`)
  await client.query(`alter schema ${quoted(ledger)} rename to ${quoted(aside)}`)
}

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
