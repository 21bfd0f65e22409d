import type { CompiledQuery } from 'kysely'
import type { Db } from './db.ts'

/** Reads a ledger on another core while this one is at work on what was read before. */
export interface OtherCore {
  /**
   * The rows of a query, some hundred at a time, a few such runs ahead of who reads them. Null where they have to be
   * read here: the other core could not, or sees a later state of the ledger than this one.
   */
  read<Row>(query: CompiledQuery<Row>): Promise<AsyncIterable<Row[]> | null>
}

const cores = new WeakMap<Db, OtherCore>()

export function giveOtherCore(db: Db, core: OtherCore): void {
  cores.set(db, core)
}

/** Another core for a ledger's own queries, where there is one: those of a transaction stay on their connection. */
export function otherCoreOf(db: Db): OtherCore | undefined {
  return cores.get(db)
}

/** The same ledger, read on this core alone: what holds so much at once has no room for the memory of a thread. */
export function onThisCoreAlone(db: Db): Db {
  return db.withTables<Record<never, never>>()
}
