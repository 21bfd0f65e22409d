import type Database from 'better-sqlite3'
import { type FaultCode, type Faults, LedgerError } from '../errors.ts'
import type { Column } from './columns.ts'
import type { Row } from './read.ts'

/** What is wrong with a row, or worth knowing of it: where, and the code and facts that the locale words. */
export interface Told {
  readonly line: number
  readonly field: Column | null
  readonly value: string | null
  readonly code: FaultCode
  readonly facts: unknown
}

/** How a row ended, short of being rejected. */
export type Outcome = 'created' | 'updated' | 'unchanged'
export const outcomes: readonly Outcome[] = ['created', 'updated', 'unchanged']

/** At most so many faults are handed on to be printed; all of them are counted, and written to the rejects file. */
const mostTold = 1000

/** A fault of a row, thrown by what reads its cells. */
export class RowFault<Code extends FaultCode = FaultCode> extends Error {
  constructor(
    readonly code: Code,
    readonly facts: Faults[Code],
    readonly field: Column | null = null,
    readonly value: string | null = null,
  ) {
    super(code)
  }
}

/**
 * The count of a file's rows: each ends created, updated, unchanged or rejected, and the four add up. Faults are kept in a table of the
 * connection's own, outside the ledger, so that a file of nothing but faults takes no memory.
 */
export class Tally {
  rows = 0
  warned = 0
  readonly counts: Record<Outcome, number> = { created: 0, updated: 0, unchanged: 0 }
  readonly warnings: Told[] = []
  private readonly keep: Database.Statement

  constructor(private readonly sqlite: Database.Database) {
    sqlite.exec('DROP TABLE IF EXISTS temp.rejected; CREATE TEMP TABLE rejected (line INTEGER PRIMARY KEY, field TEXT, value TEXT, code TEXT, facts TEXT)')
    this.keep = sqlite.prepare('INSERT OR IGNORE INTO temp.rejected VALUES (?, ?, ?, ?, ?)')
  }

  get rejected(): number {
    const { created, updated, unchanged } = this.counts
    return this.rows - created - updated - unchanged
  }

  settle(outcome: Outcome): void {
    this.counts[outcome]++
  }

  /** A row that had ended well is rejected after all, or ends otherwise. */
  unsettle(outcome: Outcome): void {
    this.counts[outcome]--
  }

  reject(line: number, error: unknown, field: Column | null = null, value: string | null = null): void {
    const fault = error instanceof RowFault ? error : null
    if (!fault && !(error instanceof LedgerError)) throw error
    const { code, facts } = error as RowFault | LedgerError
    this.keep.run(line, fault?.field ?? field, fault?.value ?? value, code, JSON.stringify(facts))
  }

  warn<Code extends FaultCode>(line: number, code: Code, facts: Faults[Code], field: Column | null, value: string | null): void {
    this.warned++
    if (this.warnings.length < mostTold) this.warnings.push({ line, field, value, code, facts })
  }

  /** The faults by line, as many as are handed on. */
  faults(): Told[] {
    return this.told(`SELECT * FROM temp.rejected ORDER BY line LIMIT ${mostTold}`)
  }

  /** The faults of some rows that stand together in the file. */
  faultsOf(rows: readonly Row[]): Map<number, Told> {
    const [first, last] = [rows[0]?.line ?? 0, rows.at(-1)?.line ?? 0]
    return new Map(this.told(`SELECT * FROM temp.rejected WHERE line BETWEEN ${first} AND ${last}`).map((told) => [told.line, told]))
  }

  private told(query: string): Told[] {
    const rows = this.sqlite.prepare(query).all() as (Omit<Told, 'facts'> & { facts: string })[]
    return rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) }))
  }
}
