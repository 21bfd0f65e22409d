import { SqliteAdapter, SqliteDialect, sql } from 'kysely'
import type { Engine, OfEngine } from '../engine.ts'
import { SqliteCompiler } from '../lists.ts'
import { checkKeysAtCommit } from './deferred-keys.ts'
import { lastNumbers, numberAnew } from './numbers.ts'
import { closedColumns, foreignKeys, tableColumns, uniqueKeys } from './schema.ts'

const sqliteEngine: Engine = {
  away: false,
  onOneConnection: (db, work) => db.connection().execute(work),
  // BEGIN IMMEDIATE: read-then-write under a DEFERRED one fails at once beside another writer, whatever the busy
  // timeout.
  async begin(db) {
    await sql`begin immediate`.execute(db)
    return { begun: Promise.resolve() }
  },
  async commit(db, asked) {
    await asked
    await sql`commit`.execute(db)
  },
  checkKeysAtCommit,
  async logChange(db, change) {
    const logging = db.insertInto('change').values(change).returning('id').executeTakeFirstOrThrow()
    const [{ id }, before] = await Promise.all([logging, lastNumbers(db)])
    return { id, before, logged: logging }
  },
  // SQLite keeps them itself, those too that an import gives by statements of its own.
  numbersNow: (db) => lastNumbers(db),
  keepNumbers: async () => {},
  numberAnew,
  foreignKeys,
  uniqueKeys,
  tableColumns,
  closedColumns,
}

class Adapter extends SqliteAdapter implements OfEngine {
  readonly engine = sqliteEngine
}

export class FileDialect extends SqliteDialect {
  override createQueryCompiler() {
    return new SqliteCompiler()
  }
  override createAdapter() {
    return new Adapter()
  }
}
