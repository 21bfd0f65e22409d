import type Database from 'better-sqlite3'
import type { Book } from '../../book/book.ts'
import type { Day } from '../../day.ts'
import type { Minor } from '../../money.ts'

/** What rows of a file say was handed back of one sale. */
export interface RefundAside {
  readonly id: number
  readonly amount: Minor
  readonly on: Day | null
  readonly ref: string | null
  readonly line: number
}

const chunk = 500

/**
 * What was handed back of each sale, in a table of the connection's own until every row is in: memory does not grow
 * with it. Sales come out in the order they were first noted.
 */
export class RefundsAside {
  private readonly put: Database.Statement
  private readonly next: Database.Statement

  /** `each`: every line of a sale has its own part of it; else the whole stands on each. */
  constructor({ store: { sqlite } }: Book, each: boolean) {
    sqlite.exec(
      'DROP TABLE IF EXISTS temp.refunds_aside; CREATE TABLE temp.refunds_aside (id INTEGER PRIMARY KEY, amount ' +
        'INTEGER NOT NULL, "on" TEXT, ref TEXT, line INTEGER NOT NULL)',
    )
    this.put = sqlite.prepare(
      'INSERT INTO temp.refunds_aside VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET amount = ' +
        `${each ? 'amount + excluded.amount' : 'max(amount, excluded.amount)'}, "on" = coalesce(excluded."on", "on")`,
    )
    this.next = sqlite.prepare(`SELECT * FROM temp.refunds_aside WHERE id > ? ORDER BY id LIMIT ${chunk}`)
  }

  add({ id, amount, on, ref, line }: RefundAside): void {
    this.put.run(id, amount, on, ref, line)
  }

  *[Symbol.iterator](): Generator<RefundAside> {
    for (let last = 0; ; ) {
      const rows = this.next.all(last) as RefundAside[]
      yield* rows
      const end = rows.at(-1)
      if (!end) return
      last = end.id
    }
  }
}
