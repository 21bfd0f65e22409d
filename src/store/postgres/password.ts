import pgpass, { type Connection } from 'pgpass'

/** The password that ~/.pgpass, or the file PGPASSFILE names, has for a connection; undefined where there is none. */
export function passwordFromFile(connection: Connection): Promise<string | undefined> {
  return new Promise((resolve) => pgpass(connection, resolve))
}
