import pg from 'pg'
import { LedgerError } from '../../ledger/errors.ts'
import type { Intent, Store, StoreOptions } from '../db.ts'
import { queriesOf } from '../hear.ts'
import { openWorkingCopy } from '../sqlite/working-copy.ts'
import { isLocal, readAddress, type ServerAddress } from './address.ts'
import { pull, pushChanges } from './carry.ts'
import { Dialect } from './engine.ts'
import { createSchema, migrate, newestVersion, versionIn } from './migrate.ts'

/** Whoever waits for another till so long is told that the ledger is in use. */
const patience = '30s'
/** A till that has lost its network must not hold the shop: neither in mid-change nor with words on the way. */
const silence = '60s'

/** Money has 12 digits at most and a sum of it stays exact; JSON is read by who asked for it. */
const types = new pg.TypeOverrides()
for (const number of [pg.types.builtins.INT8, pg.types.builtins.NUMERIC]) types.setTypeParser(number, Number)
for (const text of [pg.types.builtins.JSON, pg.types.builtins.JSONB]) types.setTypeParser(text, (value) => value)

/**
 * Opens the ledger at an address; to read, all that is read is the ledger as it was at one moment. Throws file.missing,
 * file.older (read only, dry run), file.newer, engine.bad-address, engine.password, engine.unreachable, engine.refused,
 * engine.no-database.
 */
export async function openStore(path: string, intent: Intent, options: StoreOptions): Promise<Store> {
  const address = readAddress(path)
  const { migrations, dryRun = false } = options
  const client = await connect(address)
  try {
    const [found, known] = [await versionIn(client, address.ledger), newestVersion(migrations)]
    if (found === null && intent !== 'create') throw new LedgerError('file.missing', { path })
    if (found === null) await createSchema(client, address.ledger, migrations)
    else if (found > known) throw new LedgerError('file.newer', { path, found, known })
    else if (found < known && (intent === 'read' || dryRun)) throw new LedgerError('file.older', { path, found, known })
    await settle(client, address, intent)
    if (found !== null && found < known) await migrate(client, address.ledger, migrations)
    return asStore(path, address, client, known, options)
  } catch (error) {
    await client.end()
    throw error
  }
}

/** Whether there is a ledger at an address. */
export async function ledgerExists(path: string): Promise<boolean> {
  const address = readAddress(path)
  const client = await connect(address)
  try {
    return (await versionIn(client, address.ledger)) !== null
  } finally {
    await client.end()
  }
}

async function connect(address: ServerAddress): Promise<pg.Client> {
  const { host, port, user, database } = address
  const client = new pg.Client({
    host,
    port,
    database,
    ...(user === null ? {} : { user }),
    // Whoever stands between could read every customer: elsewhere than on this computer the server shows who it is.
    ssl: isLocal(address) ? false : { rejectUnauthorized: true },
    application_name: 'regulars',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // Questions that do not depend on each other travel together.
    pipeline: true,
    types,
  })
  // A connection that breaks while nothing is asked: the next question says so.
  client.on('error', () => {})
  await client.connect()
  return client
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

async function settle(client: pg.Client, { ledger }: ServerAddress, intent: Intent): Promise<void> {
  const lines = [
    `set search_path to ${quoted(ledger)}`,
    `set lock_timeout to '${patience}'`,
    `set idle_in_transaction_session_timeout to '${silence}'`,
    `set tcp_user_timeout to '${silence}'`,
  ]
  // From the first query to the last one moment is read, whatever others write meanwhile.
  if (intent === 'read') lines.push('begin isolation level repeatable read read only')
  await client.query(lines.join('; '))
}

/** Every query goes over the one connection that was opened. */
function asStore(
  path: string,
  { ledger }: ServerAddress,
  client: pg.Client,
  version: number,
  { hearer, ...around }: StoreOptions,
): Store {
  let open = true
  const one = Object.assign(client, { release: () => {} })
  const pool = { connect: async () => one, end: async () => {} }
  const close = async () => {
    if (!open) return
    open = false
    await client.end()
  }
  return {
    path,
    db: queriesOf(new Dialect({ pool: pool as never }), hearer),
    get sqlite(): never {
      throw new LedgerError('engine.file-only', {})
    },
    leftBehind: [],
    version: () => version,
    async onFile(work) {
      await client.query(`begin; select from series where name = 'change' for update; set constraints all deferred`)
      const copy = openWorkingCopy(around)
      try {
        await pull(client, copy.sqlite)
        const before = copy.sqlite.prepare('SELECT coalesce(max(id), 0) FROM change').pluck().get() as number
        const result = await work(copy)
        await pushChanges(client, copy.sqlite, before)
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback').catch(() => {})
        throw error
      } finally {
        copy.drop()
      }
    },
    isOpen: () => open,
    async discardEmpty() {
      try {
        await client.query('rollback; begin; lock table change')
        const { rowCount } = await client.query('select from change limit 1')
        if (rowCount === 0) await client.query(`drop schema ${quoted(ledger)} cascade`)
        await client.query('commit')
        return rowCount === 0
      } catch {
        // An empty ledger left behind does no harm.
        return false
      } finally {
        await close()
      }
    },
    close,
  }
}
