import type { Client } from 'pg'
import { LedgerError } from '../../ledger/errors.ts'
import type { Intent, Store, StoreOptions } from '../db.ts'
import { queriesOf } from '../hear.ts'
import { openInMemory } from '../sqlite/open.ts'
import { openWorkingCopy } from '../sqlite/working-copy.ts'
import { readAddress, type ServerAddress } from './address.ts'
import { catchUp, newestChangeIn, notesIn, pull, pushChanges } from './carry.ts'
import { connect, quoted, silence } from './connect.ts'
import { type Pen, ServerDialect } from './engine.ts'
import { createSchema, migrate, newestVersion, standingIn, versionIn } from './migrate.ts'

/**
 * Opens the ledger at an address; to read, all that is read is the ledger as it was at one moment. Throws file.missing,
 * file.older (read only, dry run), file.newer, engine.bad-address, engine.password, engine.unreachable, engine.refused,
 * engine.no-database.
 */
export async function openStore(path: string, intent: Intent, options: StoreOptions): Promise<Store> {
  const address = readAddress(path)
  const { migrations, dryRun = false } = options
  const client = await connect(address)
  const pen: Pen = { table: 0 }
  const known = newestVersion(migrations)
  const store = asStore(path, address, client, { known, intent, pen, options })
  // All at once: it takes one way there and back.
  const begin = async () => {
    const asking = Promise.allSettled([standingIn(client, address.ledger), settle(client, address, intent)])
    options.ahead?.(store.db)
    const [standing, settled] = await asking
    if (standing.status === 'rejected') throw standing.reason
    const { version, series } = standing.value
    if (settled.status === 'rejected' && version === known) throw settled.reason
    pen.table = series
    return version
  }
  try {
    const found = await begin()
    if (found === null && intent !== 'create') throw new LedgerError('file.missing', { path })
    if (found !== null && found > known) throw new LedgerError('file.newer', { path, found, known })
    if (found !== null && found < known && (intent === 'read' || dryRun))
      throw new LedgerError('file.older', { path, found, known })
    if (found === known) return store
    if (found !== null) await migrate(client, address.ledger, migrations)
    else {
      await options.beforeMaking?.()
      if (dryRun) return await inMemory(client, path, options)
      await createSchema(client, address.ledger, migrations)
    }
    await begin()
    return store
  } catch (error) {
    await client.end()
    throw error
  }
}

/** What would be made is made in memory. */
async function inMemory(client: Client, path: string, options: StoreOptions): Promise<Store> {
  await client.end()
  const store = openInMemory(path, options)
  options.ahead?.(store.db)
  return store
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

/**
 * Asks the server. What was asked at once with something refused is refused too, as part of a transaction that came to
 * nothing: said is what it came from.
 */
function withCauses(client: Client): (text: string, values?: unknown[]) => Promise<unknown> {
  let cause: unknown = null
  return async (text, values) => {
    try {
      return await client.query(text, values)
    } catch (error) {
      if ((error as { code?: string }).code === '25P02') throw cause ?? error
      cause = error
      throw error
    }
  }
}

const readOneMoment = 'begin isolation level repeatable read read only; lock table ledger in access share mode'

async function settle(client: Client, { ledger }: ServerAddress, intent: Intent): Promise<void> {
  const lines = [`set search_path to ${quoted(ledger)}`]
  // From the first query to the last one moment is read, whatever others write meanwhile; who reads holds nobody up
  // but a restore, and may be asked something in between. The lock comes before the moment: after waiting for a restore
  // it is the new ledger that is seen, with what is in it.
  if (intent === 'read') lines.push(readOneMoment)
  else lines.push(`set idle_in_transaction_session_timeout to '${silence}'`)
  await client.query(lines.join('; '))
}

/**
 * Writes tables anew, without the rows that went; false where the server kept some, for somebody who still reads the
 * database as it was before, though no table of these.
 */
async function leavesNone(client: Client, tables: readonly string[]): Promise<boolean> {
  let kept = false
  const hear = ({ detail = '' }: { detail?: string | undefined }) => {
    kept ||= Number(/\d+/.exec(detail)?.[0] ?? 0) > 0
  }
  client.on('notice', hear)
  try {
    for (const name of tables) await client.query(`vacuum (full, verbose) ${quoted(name)}`)
  } finally {
    client.off('notice', hear)
  }
  return !kept
}

/** Every query goes over the one connection that was opened. */
function asStore(
  path: string,
  { ledger }: ServerAddress,
  client: Client,
  {
    known,
    intent,
    pen,
    options: { hearer, ...around },
  }: { readonly known: number; readonly intent: Intent; readonly pen: Pen; readonly options: StoreOptions },
): Store {
  let open = true
  const one = Object.assign(Object.create(client), { query: withCauses(client), release: () => {} })
  const pool = { connect: async () => one, end: async () => {} }
  const close = async () => {
    if (!open) return
    open = false
    await client.end()
  }
  return {
    path,
    db: queriesOf(new ServerDialect({ pool: pool as never }, pen), hearer),
    get sqlite(): never {
      throw new LedgerError('engine.file-only', {})
    },
    leftBehind: [],
    version: () => known,
    // How large it is would have to be asked.
    isLarge: () => false,
    bytes: () => null,
    async onFile(work) {
      const copy = openWorkingCopy(around)
      try {
        // Most of it is read while others go on writing; nobody waits but for what they wrote meanwhile.
        await client.query(readOneMoment)
        await pull(client, copy.sqlite)
        await client.query('commit; begin isolation level read committed')
        const { rows } = await client.query<{ table: number }>(
          `select tableoid as "table" from series where name = 'change' for update`,
        )
        // Another ledger was put in its place.
        if (rows[0]?.table !== pen.table) throw new LedgerError('file.busy', { path })
        // The work takes as long as it takes, and the server hears nothing of it meanwhile.
        await client.query(`set constraints all deferred; set local idle_in_transaction_session_timeout to 0`)
        await catchUp(client, copy.sqlite)
        const before = newestChangeIn(copy.sqlite)
        const notes = notesIn(copy.sqlite)
        const result = await work(copy)
        await pushChanges(client, copy.sqlite, { before, notes })
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback').catch(() => {})
        throw error
      } finally {
        copy.drop()
      }
    },
    async onCopy(work) {
      const copy = openWorkingCopy(around)
      try {
        // Who reads sees one moment already.
        if (intent !== 'read') await client.query(readOneMoment)
        await pull(client, copy.sqlite)
        if (intent !== 'read') await client.query('commit')
        return await work(copy)
      } catch (error) {
        if (intent !== 'read') await client.query('rollback').catch(() => {})
        throw error
      } finally {
        copy.drop()
      }
    },
    // An old row stays until its table is written anew: that is what wiping does.
    overwriteDeleted: () => {},
    async wipe() {
      try {
        const { rows } = await client.query<{ name: string; own: boolean }>(
          `select tablename as name, pg_has_role(tableowner, 'usage') as own from pg_tables
           where schemaname = current_schema()`,
        )
        // The server would pass over the tables of another owner, and call that done.
        if (rows.some(({ own }) => !own)) return false
        return await leavesNone(
          client,
          rows.map(({ name }) => name),
        )
      } catch (error) {
        // Somebody reads still, or the role does not own the tables.
        if (/^(55P03|42501|57014)$/.test((error as { code?: string }).code ?? '')) return false
        throw error
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
