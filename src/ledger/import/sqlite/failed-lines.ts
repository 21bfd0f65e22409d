import type Database from 'better-sqlite3'
import type { Book } from '../../book/book.ts'
import type { Day } from '../../day.ts'
import { BloomFilter } from './bloom-filter.ts'

/** What is known of a line that could not be taken: whose and of which day its receipt is, where that can be read. */
export interface FailedLine {
  readonly ref: string | null
  readonly on: Day | null
  /** Undefined: whose it is cannot be said. */
  readonly customerId: number | null | undefined
  readonly line: number
}

/**
 * Lines that could not be taken, by the number of their receipt, in a table of the connection's own: memory does not
 * grow with them. `rows` is about how many the file has.
 */
export class FailedLines {
  private readonly put: Database.Statement
  private readonly look: Database.Statement
  private refs: BloomFilter | null = null

  constructor(
    { store: { sqlite } }: Book,
    private readonly rows: number,
  ) {
    sqlite.exec(
      'DROP TABLE IF EXISTS temp.failed_line; CREATE TABLE temp.failed_line (ref TEXT, line INTEGER, "on" TEXT, ' +
        'customer_id INTEGER, named INTEGER, PRIMARY KEY (ref, line)) WITHOUT ROWID',
    )
    this.put = sqlite.prepare('INSERT OR IGNORE INTO temp.failed_line VALUES (?, ?, ?, ?, ?)')
    // Whose it is: anybody's where that cannot be said, else that customer's or nobody's (null).
    this.look = sqlite
      .prepare(
        'SELECT line FROM temp.failed_line WHERE ref = ? AND ("on" IS NULL OR "on" = ?) AND (named = 0 OR ' +
          'customer_id IS ?) ORDER BY line LIMIT 1',
      )
      .pluck()
  }

  add({ ref, line, on, customerId }: FailedLine & { readonly ref: string }): void {
    this.refs ??= new BloomFilter(this.rows)
    this.refs.add(ref)
    this.put.run(ref, line, on, customerId ?? null, customerId === undefined ? 0 : 1)
  }

  /** The first line of a receipt that could not be taken, if there is one. */
  of(ref: string, on: Day, customerId: number | null): number | undefined {
    if (!this.refs?.mayContain(ref)) return undefined
    return this.look.get(ref, on, customerId) as number | undefined
  }
}
