import { type Kysely, sql } from 'kysely'
import type { Db } from './db.ts'
import { engineOf } from './engine.ts'
import type { Tables } from './tables.ts'

const running = new WeakSet<object>()

/**
 * Runs `work` in one transaction and commits it, or rolls everything back when it throws. Inside a running transaction
 * it joins it. What `last` asks goes together with the commit where an engine can; what it has to wait for before it
 * can ask, it waits for first.
 */
export async function atomically<Result>(
  db: Db,
  work: (db: Db) => Promise<Result>,
  last: (db: Db, result: Result) => Promise<{ readonly asked: Promise<unknown> }> = nothingMore,
): Promise<Result> {
  if (running.has(db)) {
    const result = await work(db)
    await (await last(db, result)).asked
    return result
  }
  const engine = engineOf(db)
  return engine.onOneConnection(db, async (connection) => {
    const { begun } = await engine.begin(connection)
    const within = closable(connection)
    running.add(within.db)
    const working = work(within.db)
    try {
      const [, result] = await Promise.all([begun, working])
      const { asked } = await last(within.db, result)
      await engine.commit(connection, asked)
      return result
    } catch (error) {
      // The work comes to its end before the transaction does, and what it has begun and did not wait for asks no more:
      // it would stand alone.
      await Promise.allSettled([working])
      within.close()
      // On a full disk SQLite has rolled back already, and says that there is nothing to roll back: what is wrong was
      // said before.
      await sql`rollback`.execute(connection).catch(() => {})
      throw error
    } finally {
      within.close()
      running.delete(within.db)
    }
  })
}

const nothingMore = async () => ({ asked: Promise.resolve() })

/** The same queries until it is closed: then each is refused before it is asked. */
function closable(db: Kysely<Tables>): { readonly db: Db; close(): void } {
  let open = true
  return {
    db: db.withPlugin({
      transformQuery({ node }) {
        if (!open) throw new Error('asked of a transaction that is over')
        return node
      },
      transformResult: async ({ result }) => result,
    }),
    close: () => {
      open = false
    },
  }
}
