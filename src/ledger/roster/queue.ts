import type Database from 'better-sqlite3'

type Value = string | number | null

/** So many rows a statement: eight take half the time of eight single ones, since AUTOINCREMENT writes its counter once; more gain nothing (measured). */
const group = 8

/**
 * New rows of a table on their way in, with the ids they will have: one writer holds the lock, and ids only grow. Whoever looks for rows
 * that may be waiting calls `flush` first; nobody else adds rows to the table meanwhile.
 */
export class Queue {
  private readonly single: Database.Statement
  private readonly several: Database.Statement
  private readonly width: number
  private waiting: Value[] = []
  private next: number

  constructor(sqlite: Database.Database, table: string, columns: readonly string[]) {
    const row = `(${['id', ...columns].map(() => '?').join(', ')})`
    const into = `INSERT INTO ${table} (${['id', ...columns].join(', ')}) VALUES `
    this.width = columns.length + 1
    this.single = sqlite.prepare(into + row)
    this.several = sqlite.prepare(into + Array(group).fill(row).join(', '))
    this.next = 1 + ((sqlite.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(table) as number | undefined) ?? 0)
  }

  get isEmpty(): boolean {
    return this.waiting.length === 0
  }

  /** Returns the id the row will have. */
  put(values: readonly Value[]): number {
    const id = this.next++
    this.waiting.push(id, ...values)
    if (this.waiting.length === this.width * group) {
      this.several.run(this.waiting)
      this.waiting = []
    }
    return id
  }

  flush(): void {
    for (let from = 0; from < this.waiting.length; from += this.width) this.single.run(this.waiting.slice(from, from + this.width))
    this.waiting = []
  }
}
