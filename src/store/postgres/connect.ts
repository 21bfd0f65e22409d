import pg from 'pg'
import { isLocal, type ServerAddress } from './address.ts'
import { passwordFromFile } from './password.ts'

/** Money has 12 digits at most and a sum of it stays exact; JSON is read by who asked for it. */
const types = new pg.TypeOverrides()
for (const number of [pg.types.builtins.INT8, pg.types.builtins.NUMERIC]) types.setTypeParser(number, Number)
for (const text of [pg.types.builtins.JSON, pg.types.builtins.JSONB]) types.setTypeParser(text, (value) => value)

// PGPASSWORD comes first; what pg reads of the file by itself it will read no more, and says so on stderr.
pg.defaults.password = passwordFromFile as unknown as string

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Whoever waits for another till so long is told that the ledger is in use. */
const patience = '30s'
/** A till that has lost its network must not hold the shop: neither in mid-change nor with words on the way. */
export const silence = '60s'
/** What the server asks of a till that says nothing, fallen asleep in an import, say. */
const awake = 'set tcp_keepalives_idle to 60; set tcp_keepalives_interval to 10; set tcp_keepalives_count to 6'

/** Opens the one connection that all queries of a command go over. */
export async function connect(address: ServerAddress): Promise<pg.Client> {
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
  try {
    await client.connect()
  } catch (error) {
    // Where it was this side that gave up, a password that nobody has say, the server would wait on for a minute.
    client.end().catch(() => {})
    throw error
  }
  // Travels with the first question; a server that does not know all of it does without.
  const settled = `set lock_timeout to '${patience}'; set tcp_user_timeout to '${silence}'; ${awake}`
  client.query(settled).catch(() => {})
  return client
}
