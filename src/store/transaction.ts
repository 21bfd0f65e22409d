import { sql } from 'kysely'
import type { Db } from './db.ts'
import { engineOf } from './engine.ts'

const running = new WeakSet<object>()

/**
 * Runs `work` in one transaction and commits it, or rolls everything back when it throws. Inside a running transaction
 * it joins it.
 */
export async function atomically<Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result> {
  if (running.has(db)) return work(db)
  const engine = engineOf(db)
  return engine.onOneConnection(db, async (connection) => {
    const { begun } = await engine.begin(connection)
    running.add(connection)
    const working = work(connection)
    try {
      const [, result] = await Promise.all([begun, working])
      await sql`commit`.execute(connection)
      return result
    } catch (error) {
      // The work comes to its end before the transaction does: what it asked later would stand alone.
      await Promise.allSettled([working])
      // On a full disk SQLite has rolled back already, and says that there is nothing to roll back: what is wrong was
      // said before.
      await sql`rollback`.execute(connection).catch(() => {})
      throw error
    } finally {
      running.delete(connection)
    }
  })
}
