import type Database from 'better-sqlite3'
import type { Book } from '../book/book.ts'
import { type FaultCode, type Faults, LedgerError } from '../errors.ts'
import { decimal, type Minor, minorOf } from '../money.ts'
import type { Column } from './columns.ts'
import type { Row } from './file/csv.ts'
import type { SkipReason } from './format/schema.ts'

/** What is wrong with a row, or worth knowing of it: where, and the code and facts that the locale words. */
export interface RowMessage {
  readonly line: number
  readonly field: Column | null
  /** The cell as it stands in the file. */
  readonly value: string | null
  readonly code: FaultCode
  readonly facts: unknown
  /** Whose row it is, as the file calls them; where that is at hand. */
  readonly who?: string | null
  /** The row was at fault only when others had been seen: `value` is still to be read from the file. */
  readonly unread?: boolean
}

/** Something worth knowing of many rows: told once, with how many there are and where the first of them stand. */
export interface Warning extends RowMessage {
  readonly rows: number
  readonly lines: readonly number[]
  /** Further rows said in full, for what differs from row to row. */
  readonly others: readonly RowMessage[]
}

/** Rows left out for one reason; `sum` is null where they have no money. */
export interface Skipped {
  readonly reason: SkipReason
  readonly rows: number
  readonly sum: Minor | null
  readonly lines: readonly number[]
}

/** A word of state nobody told the program. */
export interface UnknownState {
  readonly heading: string
  readonly word: string
  readonly rows: number
  readonly sum: Minor | null
}

/** Rejected rows of one reason in one column. */
export interface RejectedGroup {
  readonly code: FaultCode
  readonly field: Column | null
  readonly rows: number
  readonly lines: readonly number[]
}

/** How a row ended, short of being rejected. */
export type Outcome = 'created' | 'updated' | 'unchanged'
export const outcomes: readonly Outcome[] = ['created', 'updated', 'unchanged']

/** At most so many faults are handed on to be printed; all of them are counted, and written to the rejects file. */
const mostTold = 1000

/** The column a rejected row is told under. */
const fieldTold = "CASE WHEN code IN ('row.twins', 'row.unknown-state') THEN NULL ELSE field END"

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

/** A row that is understood and rightly not taken, thrown by what reads it. */
export class RowSkip extends Error {
  constructor(
    readonly reason: SkipReason,
    readonly sum: Minor | null = null,
  ) {
    super(reason)
  }
}

/** What reading a row needs of the book. */
export type ReadContext = Pick<Book, 'currency' | 'region' | 'today' | 'timezone'>

/** Who is told what is worth knowing of a row that is taken all the same. */
export type Notes = Pick<ImportOutcome, 'warn' | 'blank' | 'fee'>

/** What a file says of itself beside what was read of it. */
export interface StatedTotal {
  readonly stated: { readonly rows: number | null; readonly sum: Minor | null }
  readonly read: { readonly rows: number; readonly sum: Minor }
}

const mostLines = 20
const mostOthers = 4

/**
 * The count of a file's rows: each ends created, updated, unchanged, skipped or rejected, and the five add up. Faults
 * are kept in a table of the connection's own, outside the ledger, so that a file of nothing but faults takes no
 * memory.
 */
export class ImportOutcome {
  rows = 0
  readonly counts: Record<Outcome, number> = { created: 0, updated: 0, unchanged: 0 }
  readonly totals: StatedTotal[] = []
  private readonly groups = new Map<
    string,
    { first: RowMessage; rows: number; lines: number[]; others: RowMessage[] }
  >()
  private readonly left = new Map<SkipReason, { rows: number; sum: Minor | null; lines: number[] }>()
  private readonly fees = new Map<string, { rows: number; sum: Minor; lines: number[] }>()
  private readonly keep: Database.Statement
  private readonly blanks = new Map<Column, { rows: number; words: Set<string>; lines: number[] }>()
  private skippedRows = 0

  constructor(
    private readonly sqlite: Database.Database,
    private readonly columns: ReadonlyMap<Column, number>,
  ) {
    sqlite.exec(
      'DROP TABLE IF EXISTS temp.rejected; CREATE TEMP TABLE rejected (line INTEGER PRIMARY KEY, field TEXT, value ' +
        'TEXT, code TEXT, facts TEXT, unread INTEGER, who TEXT)',
    )
    this.keep = sqlite.prepare('INSERT OR IGNORE INTO temp.rejected VALUES (?, ?, ?, ?, ?, ?, ?)')
  }

  get rejected(): number {
    const { created, updated, unchanged } = this.counts
    return this.rows - created - updated - unchanged - this.skippedRows
  }

  get skipped(): number {
    return this.skippedRows
  }

  count(outcome: Outcome): void {
    this.counts[outcome]++
  }

  /** A row that had ended well is rejected after all, or ends otherwise. */
  uncount(outcome: Outcome): void {
    this.counts[outcome]--
  }

  skip(line: number, { reason, sum }: { readonly reason: SkipReason; readonly sum: Minor | null }): void {
    this.skippedRows++
    const known = this.left.get(reason)
    if (!known) {
      this.left.set(reason, { rows: 1, sum, lines: [line] })
      return
    }
    known.rows++
    if (sum !== null) known.sum = (known.sum ?? 0) + sum
    if (known.lines.length < mostLines) known.lines.push(line)
  }

  skips(): Skipped[] {
    return [...this.left].map(([reason, { rows, sum, lines }]) => ({ reason, rows, sum, lines }))
  }

  /**
   * `cells` are those of the row where it is at hand; without them the cell at fault is read from the file when all is
   * done.
   */
  reject(line: number, error: unknown, cells: readonly string[] | null): void {
    if (error instanceof RowSkip) {
      this.skip(line, error)
      return
    }
    const fault = error instanceof RowFault ? error : null
    if (!fault && !(error instanceof LedgerError)) throw error
    const { code, facts } = error as RowFault | LedgerError
    const field = fault?.field ?? null
    const value =
      field === null ? (fault?.value ?? null) : (cells?.[this.columns.get(field) ?? -1] ?? fault?.value ?? '')
    this.keep.run(
      line,
      field,
      value,
      code,
      JSON.stringify(facts),
      field !== null && cells === null ? 1 : 0,
      this.whoIn(cells),
    )
  }

  private whoIn(cells: readonly string[] | null): string | null {
    for (const column of ['name', 'customer'] as const) {
      const cell = cells?.[this.columns.get(column) ?? -1]
      if (cell) return cell
    }
    return null
  }

  /** Words of state nobody told the program, with how many rows and how much money they have. */
  unknownStates(): UnknownState[] {
    const found = new Map<string, { heading: string; word: string; rows: number; sum: Minor | null }>()
    const rows = this.sqlite
      .prepare("SELECT facts FROM temp.rejected WHERE code = 'row.unknown-state' ORDER BY line")
      .pluck()
    for (const text of rows.iterate()) {
      const { heading, word, sum } = JSON.parse(text as string) as Faults['row.unknown-state']
      const key = `${heading}\n${word}`
      const known = found.get(key) ?? { heading, word, rows: 0, sum: null }
      known.rows++
      if (sum !== null) known.sum = (known.sum ?? 0) + minorOf(sum)
      found.set(key, known)
    }
    return [...found.values()]
  }

  /** `lines` are the rows it is of, where it is of several or of what came of them: `line` is 0 then. */
  warn<Code extends FaultCode>(
    line: number,
    code: Code,
    facts: Faults[Code],
    field: Column | null,
    value: string | null,
    lines: readonly number[] = [line],
  ): void {
    const key = `${code} ${field ?? ''}`
    const known = this.groups.get(key)
    const message = { line, field, value, code, facts }
    if (!known) {
      this.groups.set(key, { first: message, rows: 1, lines: lines.slice(0, mostLines), others: [] })
      return
    }
    known.rows++
    // Rows that waited for others are told late.
    if (known.lines.length < mostLines || line < (known.lines.at(-1) ?? 0))
      known.lines = [...known.lines, ...lines].sort((one, other) => one - other).slice(0, mostLines)
    if (known.others.length < mostOthers) known.others.push(message)
  }

  /** A cell that says that there is nothing: told once a column, when all is done. */
  blank(line: number, field: Column, word: string): void {
    const met = this.blanks.get(field)
    if (!met) this.blanks.set(field, { rows: 1, words: new Set([word]), lines: [line] })
    else {
      met.rows++
      if (met.words.size < 5) met.words.add(word)
      if (met.lines.length < mostLines) met.lines.push(line)
    }
  }

  /** What a service kept for itself, or a tip: named with its sum, never entered. */
  fee(line: number, heading: string, sum: Minor): void {
    const known = this.fees.get(heading)
    if (!known) this.fees.set(heading, { rows: 1, sum, lines: [line] })
    else {
      known.rows++
      known.sum += sum
      if (known.lines.length < mostLines) known.lines.push(line)
    }
  }

  /** Tells of what could only be counted. */
  close(currency: string): void {
    for (const [field, { rows, words, lines }] of this.blanks)
      this.warn(0, 'row.nothing', { rows, words: [...words] }, field, [...words][0] ?? '', lines)
    for (const [heading, { rows, sum, lines }] of this.fees)
      if (sum !== 0)
        this.warn(0, 'row.fees', { heading, rows, sum: decimal(Math.abs(sum), currency) }, null, heading, lines)
  }

  get warned(): number {
    let rows = 0
    for (const group of this.groups.values()) rows += group.rows
    return rows
  }

  warnings(): Warning[] {
    return [...this.groups.values()].map(({ first, rows, lines, others }) => ({ ...first, rows, lines, others }))
  }

  /** The faults by line, as many as are handed on. */
  faults(): RowMessage[] {
    return this.told(`SELECT * FROM temp.rejected ORDER BY line LIMIT ${mostTold}`)
  }

  /**
   * The rejected rows by reason and column, the most frequent first, with the first lines of each. Twins are of no one
   * column, and words of state are told by the word.
   */
  rejectedGroups(): RejectedGroup[] {
    const groups = this.sqlite
      .prepare(
        `SELECT code, ${fieldTold} AS field, count(*) AS rows FROM temp.rejected
         GROUP BY code, ${fieldTold} ORDER BY rows DESC, min(line)`,
      )
      .all()
    const first = this.sqlite
      .prepare(`SELECT line FROM temp.rejected WHERE code = ? AND ${fieldTold} IS ? ORDER BY line LIMIT ${mostLines}`)
      .pluck()
    return (groups as { code: FaultCode; field: Column | null; rows: number }[]).map(({ code, field, rows }) => ({
      code,
      field,
      rows,
      lines: first.all(code, field) as number[],
    }))
  }

  /** Some faults of each reason, so that the many do not hide the one. */
  someOfEach(most: number): RowMessage[] {
    return this.rejectedGroups().flatMap(({ code, field }) =>
      this.told(
        `SELECT * FROM temp.rejected WHERE code = ? AND ${fieldTold} IS ? ORDER BY line LIMIT ${most}`,
        code,
        field,
      ),
    )
  }

  /** The faults of some rows that stand together in the file. */
  faultsOf(rows: readonly Row[]): Map<number, RowMessage> {
    const [first, last] = [rows[0]?.line ?? 0, rows.at(-1)?.line ?? 0]
    return new Map(
      this.told(`SELECT * FROM temp.rejected WHERE line BETWEEN ${first} AND ${last}`).map((told) => [told.line, told]),
    )
  }

  private told(query: string, ...values: (string | null)[]): RowMessage[] {
    const rows = this.sqlite.prepare(query).all(...values) as (Omit<RowMessage, 'facts' | 'unread'> & {
      facts: string
      unread: number
    })[]
    return rows.map((row) => ({ ...row, facts: JSON.parse(row.facts), unread: row.unread === 1 }))
  }
}
