import type Database from 'better-sqlite3'

export type Value = string | number | null

/**
 * So many rows a statement: eight take half the time of eight single ones, since AUTOINCREMENT writes its counter once;
 * more gain nothing (measured).
 */
const group = 8

/**
 * New rows of a table on their way in, with the ids they will have: one writer holds the lock, and ids only grow.
 * Whoever looks for rows that may be waiting calls `flush` first; nobody else adds rows to the table meanwhile. Rows of
 * `parent` go in before those that name them, where SQLite checks that.
 */
export class BatchInsert {
  private readonly single: Database.Statement
  private readonly several: Database.Statement
  private readonly width: number
  private readonly parent: BatchInsert | null
  private waiting: Value[] = []
  private next: number

  /** `same`: the columns that are the same in every row, which is then one value less to bind, 0.2 us (measured). */
  constructor(
    sqlite: Database.Database,
    table: string,
    columns: readonly string[],
    same: Readonly<Record<string, string | number>>,
    parent: BatchInsert | null = null,
  ) {
    const row = `(${[...columns.map(() => '?'), ...Object.values(same).map(literal)].join(', ')})`
    // FAIL, and no id given: else SQLite keeps a journal of each statement of several rows, which takes longer than the
    // rows (measured). What fails here fails the whole import.
    const into = `INSERT OR FAIL INTO ${table} (${[...columns, ...Object.keys(same)].join(', ')}) VALUES `
    this.width = columns.length
    this.single = sqlite.prepare(into + row)
    this.several = sqlite.prepare(into + Array(group).fill(row).join(', '))
    this.next =
      1 +
      ((sqlite.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(table) as number | undefined) ?? 0)
    this.parent = parent
  }

  get isEmpty(): boolean {
    return this.waiting.length === 0
  }

  /** Returns the id the row will have. */
  add(values: readonly Value[]): number {
    for (const value of values) this.waiting.push(value)
    if (this.waiting.length === this.width * group) {
      this.parent?.flush()
      this.check(this.several.run(...this.waiting), this.next)
      this.waiting = []
    }
    return this.next++
  }

  flush(): void {
    if (this.waiting.length === 0) return
    this.parent?.flush()
    const first = this.next - this.waiting.length / this.width
    for (let from = 0; from < this.waiting.length; from += this.width)
      this.check(this.single.run(...this.waiting.slice(from, from + this.width)), first + from / this.width)
    this.waiting = []
  }

  private check({ lastInsertRowid }: Database.RunResult, expected: number): void {
    if (lastInsertRowid !== expected) throw new Error(`a row came in as ${lastInsertRowid}, not ${expected}`)
  }
}

function literal(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
}
