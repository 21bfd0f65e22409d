import type Database from 'better-sqlite3'
import type { Book } from '../book/book.ts'
import { type FaultCode, type Faults, LedgerError } from '../errors.ts'
import type { Column } from './columns.ts'
import type { Row } from './file/csv.ts'

/** What is wrong with a row, or worth knowing of it: where, and the code and facts that the locale words. */
export interface RowMessage {
  readonly line: number
  readonly field: Column | null
  /** The cell as it stands in the file. */
  readonly value: string | null
  readonly code: FaultCode
  readonly facts: unknown
  /** The row was at fault only when others had been seen: `value` is still to be read from the file. */
  readonly unread?: boolean
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

/** What reading a row needs of the book. */
export type ReadContext = Pick<Book, 'currency' | 'region' | 'today'>

/** Who is told what is worth knowing of a row that is taken all the same. */
export type Notes = Pick<ImportOutcome, 'warn' | 'blank'>

/**
 * The count of a file's rows: each ends created, updated, unchanged or rejected, and the four add up. Faults are kept in a table of the
 * connection's own, outside the ledger, so that a file of nothing but faults takes no memory.
 */
export class ImportOutcome {
  rows = 0
  warned = 0
  readonly counts: Record<Outcome, number> = { created: 0, updated: 0, unchanged: 0 }
  readonly warnings: RowMessage[] = []
  private readonly keep: Database.Statement
  private readonly blanks = new Map<Column, { line: number; rows: number; words: Set<string> }>()

  constructor(
    private readonly sqlite: Database.Database,
    private readonly columns: ReadonlyMap<Column, number>,
  ) {
    sqlite.exec(
      'DROP TABLE IF EXISTS temp.rejected; CREATE TEMP TABLE rejected (line INTEGER PRIMARY KEY, field TEXT, value TEXT, code TEXT, facts TEXT, unread INTEGER)',
    )
    this.keep = sqlite.prepare('INSERT OR IGNORE INTO temp.rejected VALUES (?, ?, ?, ?, ?, ?)')
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

  /** `cells` are those of the row where it is at hand; without them the cell at fault is read from the file when all is done. */
  reject(line: number, error: unknown, cells: readonly string[] | null): void {
    const fault = error instanceof RowFault ? error : null
    if (!fault && !(error instanceof LedgerError)) throw error
    const { code, facts } = error as RowFault | LedgerError
    const field = fault?.field ?? null
    const value = field === null ? (fault?.value ?? null) : (cells?.[this.columns.get(field) ?? -1] ?? fault?.value ?? '')
    this.keep.run(line, field, value, code, JSON.stringify(facts), field !== null && cells === null ? 1 : 0)
  }

  warn<Code extends FaultCode>(line: number, code: Code, facts: Faults[Code], field: Column | null, value: string | null): void {
    this.warned++
    if (this.warnings.length < mostTold) this.warnings.push({ line, field, value, code, facts })
  }

  /** A cell that says that there is nothing: told once a column, when all is done. */
  blank(line: number, field: Column, word: string): void {
    const met = this.blanks.get(field)
    if (!met) this.blanks.set(field, { line, rows: 1, words: new Set([word]) })
    else {
      met.rows++
      if (met.words.size < 5) met.words.add(word)
    }
  }

  /** Tells of what could only be counted. */
  close(): void {
    for (const [field, { line, rows, words }] of this.blanks) this.warn(line, 'row.nothing', { rows, words: [...words] }, field, [...words][0] ?? '')
  }

  /** The faults by line, as many as are handed on. */
  faults(): RowMessage[] {
    return this.told(`SELECT * FROM temp.rejected ORDER BY line LIMIT ${mostTold}`)
  }

  /** The faults of some rows that stand together in the file. */
  faultsOf(rows: readonly Row[]): Map<number, RowMessage> {
    const [first, last] = [rows[0]?.line ?? 0, rows.at(-1)?.line ?? 0]
    return new Map(this.told(`SELECT * FROM temp.rejected WHERE line BETWEEN ${first} AND ${last}`).map((told) => [told.line, told]))
  }

  private told(query: string): RowMessage[] {
    const rows = this.sqlite.prepare(query).all() as (Omit<RowMessage, 'facts' | 'unread'> & { facts: string; unread: number })[]
    return rows.map((row) => ({ ...row, facts: JSON.parse(row.facts), unread: row.unread === 1 }))
  }
}
