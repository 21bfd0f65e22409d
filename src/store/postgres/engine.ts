import { PostgresAdapter, PostgresDialect, sql } from 'kysely'
import type { Db } from '../db.ts'
import type { Engine, OfEngine } from '../engine.ts'
import { PostgresCompiler } from '../lists.ts'
import { closedColumns, foreignKeys, tableColumns, uniqueKeys } from './schema.ts'

/** `series` holds the last number of each table: a sequence would not go back with what is rolled back. */
interface Series {
  name: string
  last: number
}

async function lastNumbers(db: Db): Promise<Map<string, number>> {
  const { rows } = await sql<Series>`select name, last from series`.execute(db)
  return new Map(rows.map(({ name, last }) => [name, last]))
}

const postgresEngine: Engine = {
  // There is only one, and what is asked at once travels at once: Kysely would have one wait for the other.
  onOneConnection: (db, work) => work(db),
  // The row is the pen: who waits for it is served in the order of coming, and after `lock_timeout` is told so.
  async begin(db) {
    const begun = Promise.all([
      sql`begin isolation level read committed`.execute(db),
      sql`select name from series where name = 'change' for update`.execute(db),
    ]).then(([, { rows }]) => {
      // Another ledger was put in the place of this one, whose pen it was.
      if (rows.length === 0) throw Object.assign(new Error('another ledger stands there now'), { code: '55P03' })
    })
    begun.catch(() => {})
    return { begun }
  },
  async checkKeysAtCommit(db) {
    await sql`set constraints all deferred`.execute(db)
  },
  async logChange(db, change) {
    const before = await lastNumbers(db)
    const id = (before.get('change') ?? 0) + 1
    const logged = db
      .insertInto('change')
      .values({ id, ...change })
      .execute()
    logged.catch(() => {})
    return { id, before: before.set('change', id), logged }
  },
  numbersNow: async (_, given) => given,
  async keepNumbers(db, given) {
    const rows = [...given].map(([name, last]) => sql`(${name}, cast(${last} as bigint))`)
    await sql`insert into series (name, last) values ${sql.join(rows)}
      on conflict (name) do update set last = excluded.last where series.last <> excluded.last`.execute(db)
  },
  async numberAnew(db, table) {
    await sql`update series set last = 0 where name = ${table}`.execute(db)
  },
  foreignKeys,
  uniqueKeys,
  tableColumns,
  closedColumns,
}

class Adapter extends PostgresAdapter implements OfEngine {
  readonly engine = postgresEngine
}

export class ServerDialect extends PostgresDialect {
  override createQueryCompiler() {
    return new PostgresCompiler()
  }
  override createAdapter() {
    return new Adapter()
  }
}
