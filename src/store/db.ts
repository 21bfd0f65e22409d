import type Database from 'better-sqlite3'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>

/** An open ledger, in a file or on a server. */
export interface Store {
  /** The file's path, or the server's address. */
  readonly path: string
  readonly db: Db
  /**
   * The ledger file past Kysely, for the few loops that show the measurement that needs it. Throws engine.file-only
   * where the ledger is on a server.
   */
  readonly sqlite: Database.Database
  /** Where the log of a ledger that is gone, which lay where this one was made, is kept now. */
  readonly leftBehind: readonly string[]
  /** The number of the newest migration the ledger has been through. */
  version(): number
  /** Whether it holds so much that who reads all of it does so with as little memory as can be. */
  isLarge(): boolean
  /** The size of its file; null of a ledger on a server, where it would have to be asked. */
  bytes(): number | null
  /**
   * Does what only a ledger file can: on this very one, or on a working copy of the one on a server, whose changes are
   * then brought into it, all or nothing.
   */
  onFile<Result>(work: (store: Store) => Promise<Result>): Promise<Result>
  /** The same for what changes nothing: nobody waits for it, and nothing is brought back. */
  onCopy<Result>(work: (store: Store) => Promise<Result>): Promise<Result>
  /** From now on what is deleted or written over is overwritten as well. */
  overwriteDeleted(): void
  /** Leaves nothing of what is no longer in the ledger; false where something holds that up. */
  wipe(): boolean | Promise<boolean>
  isOpen(): boolean
  /** Takes away a ledger in which nothing was ever written down, and closes it; false when something was. */
  discardEmpty(): boolean | Promise<boolean>
  close(): void | Promise<void>
}

/**
 * `read` never changes the ledger; `write` migrates it first; `create` makes it, a file 0600 in a 0700 folder, when it
 * is not there.
 */
export type Intent = 'read' | 'write' | 'create'

export interface StoreOptions {
  /** The folder of SQLite's migrations; those of another engine lie beside it. */
  readonly migrations: string
  /** Where a private copy goes of a ledger that can be read only so. */
  readonly temporary: string
  readonly dryRun?: boolean
  readonly hearer?: Hearer | undefined
  /**
   * Asked of a ledger together with the opening, which spares a way to a server and back; again of one that had to be
   * made or brought up to date first.
   */
  readonly ahead?: ((db: Db) => void) | undefined
  /** Done before a ledger is made where there is none. */
  readonly beforeMaking?: (() => Promise<void>) | undefined
}

/** Hears what is asked of the ledger: that a question is under way, and how it was worded once it is answered. */
export interface Hearer {
  asked(question: object): void
  answered(question: object, statement: string): void
}
