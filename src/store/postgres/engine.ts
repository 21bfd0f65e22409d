import { PostgresAdapter, PostgresDialect, type PostgresDialectConfig, sql } from 'kysely'
import type { Db } from '../db.ts'
import type { Engine, OfEngine } from '../engine.ts'
import { PostgresCompiler } from '../lists.ts'
import { closedColumns, foreignKeys, tableColumns, uniqueKeys } from './schema.ts'
import { addSingleRow, newestChange } from './single-row.ts'

/** `series` holds the last number of each table: a sequence would not go back with what is rolled back. */
interface Series {
  name: string
  last: number
}

async function lastNumbers(db: Db): Promise<Map<string, number>> {
  const { rows } = await sql<Series>`select name, last from series`.execute(db)
  return new Map(rows.map(({ name, last }) => [name, last]))
}

/** The `series` table whose row is the pen, by the server's own number of it; 0 until the ledger is open. */
export interface Pen {
  table: number
}

/** How one connection does it: there is only one, on which one transaction waits for the end of another. */
function engineOn(pen: Pen): Engine {
  let before: Promise<unknown> = Promise.resolve()
  return {
    away: true,
    // What is asked at once travels at once: Kysely would have one wait for the other.
    onOneConnection(db, work) {
      const done = before.then(() => work(db))
      before = done.catch(() => {})
      return done
    },
    // The row is the pen: who waits for it is served in the order of coming, and after `lock_timeout` is told so.
    async begin(db) {
      const begun = Promise.all([
        sql`begin isolation level read committed`.execute(db),
        sql<{ table: number }>`select tableoid as "table" from series where name = 'change' for update`.execute(db),
      ]).then(([, { rows }]) => {
        // Another ledger was put in the place of this one, whose rules and customers are known here.
        if (rows[0]?.table !== pen.table)
          throw Object.assign(new Error('another ledger stands there now'), { code: '55P03' })
      })
      begun.catch(() => {})
      return { begun }
    },
    // One word after the other: of a transaction in which something was refused, the server makes nothing stand.
    commit: (db, asked) => Promise.all([asked, sql`commit`.execute(db)]),
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
    atOnce: {
      newestChange,
      add(db, row) {
        const done = before.then(() => addSingleRow(db, pen.table, row))
        before = done.catch(() => {})
        return done
      },
    },
    foreignKeys,
    uniqueKeys,
    tableColumns,
    closedColumns,
  }
}

class Adapter extends PostgresAdapter implements OfEngine {
  readonly engine: Engine
  constructor(pen: Pen) {
    super()
    this.engine = engineOn(pen)
  }
}

export class ServerDialect extends PostgresDialect {
  private readonly pen: Pen
  constructor(config: PostgresDialectConfig, pen: Pen) {
    super(config)
    this.pen = pen
  }
  override createQueryCompiler() {
    return new PostgresCompiler()
  }
  override createAdapter() {
    return new Adapter(this.pen)
  }
}
