import { LedgerError } from '../../ledger/errors.ts'

/** Where a ledger on a server is: the server, who asks, the database, and the ledger's own schema in it. */
export interface ServerAddress {
  readonly host: string
  readonly port: number
  /** Null: the name the system knows the user by. */
  readonly user: string | null
  readonly database: string
  /** The name of the ledger, which is that of its schema. */
  readonly ledger: string
}

export const isServerAddress = (path: string) => /^postgres(?:ql)?:\/\//i.test(path.trim())

/**
 * Reads `postgres://user@host:port/database?ledger=NAME`. Throws engine.bad-address, engine.password: an address is
 * shown, kept and logged, so a password has no place in it.
 */
export function readAddress(asked: string): ServerAddress {
  const text = asked.trim()
  let url: URL
  try {
    url = new URL(text)
  } catch {
    throw new LedgerError('engine.bad-address', { asked: withoutSecret(text) })
  }
  if (url.password !== '' || url.searchParams.has('password')) throw new LedgerError('engine.password', {})
  const ledger = (url.searchParams.get('ledger') ?? 'shop').normalize('NFC')
  const strange = [...url.searchParams.keys()].find((key) => key !== 'ledger')
  const [database, host, user] = [url.pathname.slice(1), url.hostname, url.username].map(decoded)
  if (!database || database.includes('/') || host === undefined || user === undefined)
    throw new LedgerError('engine.bad-address', { asked: withoutSecret(text) })
  if (strange !== undefined || !isLedgerName(ledger))
    throw new LedgerError('engine.bad-address', { asked: withoutSecret(text) })
  return {
    // The folder of a socket is written with %2F for each of its slashes.
    host: host === '' ? 'localhost' : host.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? 5432 : Number(url.port),
    user: user === '' ? null : user,
    database,
    ledger,
  }
}

/** Undefined where a `%` begins nothing. */
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}

/** A schema of the server's own, or one that is everybody's, is no ledger; a name has 63 bytes at most. */
function isLedgerName(name: string): boolean {
  if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name) || Buffer.byteLength(name) > 63) return false
  return !/^pg_|^(?:public|information_schema)$/i.test(name)
}

/** An address as it may be shown: a password may hold any sign, `/` and `@` too. */
export function withoutSecret(text: string): string {
  return text.replace(/\/\/.*@/s, '//…@').replace(/([?&][^=&]*(?:pass|pwd|secret)[^=&]*=)[^&]*/gi, '$1…')
}

/** Whether a server is this very computer, where nobody stands between. */
export function isLocal({ host }: ServerAddress): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host) || host.startsWith('/')
}
