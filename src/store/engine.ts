import type { RawBuilder, SqlBool } from 'kysely'
import type { Db } from './db.ts'

/** A column of one table that names a row of another by its id. */
export interface ForeignKey {
  readonly child: string
  readonly column: string
  readonly parent: string
}

/** Columns whose values no two rows of a table share. */
export interface UniqueKey {
  readonly table: string
  readonly columns: readonly string[]
}

/** A column as it is declared; `standard` is its default, as SQL writes it. */
export interface DeclaredColumn {
  readonly name: string
  readonly type: string
  readonly notnull: 0 | 1
  readonly standard: string | null
}

/** A change as the log has it before anything is done. */
export interface LoggedRow {
  readonly at: string
  readonly day: string
  readonly by: string
  readonly command: string
  readonly undoable: 0 | 1
}

export interface ChangeBegun {
  readonly id: number
  /**
   * The last number given to a row of each table, which may be gone since: an undo may later bring back a row above
   * what is now the newest.
   */
  readonly before: Map<string, number>
  /** Says that it is written, which nobody has to wait for before the change is done. */
  readonly logged: Promise<unknown>
}

/** A change that is one new row, worked out before the ledger is anybody's alone. */
export interface SingleRow {
  readonly change: LoggedRow
  /** What the log says, given what stands for the row's number. */
  facts(number: string): Readonly<Record<string, unknown>>
  readonly table: string
  /** All but its number and that of the change. */
  readonly values: Readonly<Record<string, string | number | null>>
  /** What makes it wrong after all, looked at once the ledger is this change's alone. */
  readonly unless: RawBuilder<SqlBool>
}

/** What each engine does in its own way: all that the ledger asks of one besides queries that every engine knows. */
export interface Engine {
  /** Every question that waits for another takes a way there and back: rather more is asked at once. */
  readonly away: boolean
  /** Runs work whose queries all go over one connection. */
  onOneConnection<Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result>
  /**
   * Begins a transaction, alone among those who write, from its first statement to its last. What `begun` says has to
   * be heard before the end; what is asked before that stands in the transaction, or comes to nothing.
   */
  begin(db: Db): Promise<{ readonly begun: Promise<unknown> }>
  /** Commits once what was asked last is answered; where something of it is refused, nothing stands. */
  commit(db: Db, asked: Promise<unknown>): Promise<unknown>
  /** Has foreign keys looked at when the running transaction commits: until then the order of rows does not matter. */
  checkKeysAtCommit(db: Db): Promise<void>
  /** Writes a change into the log, and says from which numbers its rows go on. */
  logChange(db: Db, change: LoggedRow): Promise<ChangeBegun>
  /** How far the numbers have come in the running change, which itself gave these. */
  numbersNow(db: Db, given: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>>
  /**
   * Where a way to the ledger and back is long: the number of the newest change, and a change written in one message,
   * null if `unless` holds or another ledger stands there now.
   */
  readonly atOnce?: {
    newestChange(db: Db): Promise<number>
    add(db: Db, row: SingleRow): Promise<{ readonly changeId: number; readonly row: Record<string, unknown> } | null>
  }
  /** Keeps the numbers that the running change gave. */
  keepNumbers(db: Db, given: ReadonlyMap<string, number>): Promise<unknown>
  /** The numbers of a table begin with 1 again. */
  numberAnew(db: Db, table: string): Promise<void>
  /** How the tables hang together, read from the ledger itself: a table added later is known without a word here. */
  foreignKeys(db: Db): Promise<ForeignKey[]>
  uniqueKeys(db: Db): Promise<UniqueKey[]>
  tableColumns(db: Db, table: string): Promise<DeclaredColumn[]>
  /** The columns of a table whose values the ledger's own rules list. */
  closedColumns(db: Db, table: string): Promise<Set<string>>
}

/** What a dialect's adapter carries, so that whoever holds a `Db`, in a transaction too, knows its engine. */
export interface OfEngine {
  readonly engine: Engine
}

export function engineOf(db: Db): Engine {
  return (db.getExecutor().adapter as unknown as OfEngine).engine
}

export async function columnsOf(db: Db, table: string): Promise<string[]> {
  return (await engineOf(db).tableColumns(db, table)).map(({ name }) => name)
}
