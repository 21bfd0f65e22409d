import type Database from 'better-sqlite3'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>

/**
 * An open ledger file: through Kysely for the house, bare for the few loops that show the measurement that needs it.
 */
export interface Store {
  readonly path: string
  readonly db: Db
  readonly sqlite: Database.Database
  /** Where the log of a ledger that is gone, which lay where this one was made, is kept now. */
  readonly leftBehind: readonly string[]
  close(): void
}

/**
 * `read` never changes the file; `write` migrates it first; `create` makes it, 0600 in a 0700 folder, when it is not
 * there.
 */
export type Intent = 'read' | 'write' | 'create'

/** Hears what is asked of the ledger: that a question is under way, and how it was worded once it is answered. */
export interface Hearer {
  asked(question: object): void
  answered(question: object, statement: string): void
}
