import { sql } from 'kysely'
import type { Db } from '../db.ts'

/** Hands on what `work` yields, all of it read from the ledger as it is at one moment, whatever others write meanwhile. */
export async function* atOneMoment<Piece, Result>(db: Db, work: () => AsyncGenerator<Piece, Result>): AsyncGenerator<Piece, Result> {
  await sql`begin`.execute(db)
  try {
    return yield* work()
  } finally {
    await sql`commit`.execute(db)
  }
}
