import type Database from 'better-sqlite3'

type Value = string | number | null

/** So many rows a statement: eight take half the time of eight single ones, more gain nothing (measured; AUTOINCREMENT writes its counter once a statement). */
const group = 8

/**
 * New rows of a table on their way in. Whoever looks for rows that may be waiting calls `flush` first; rows of `parents` that wait go
 * before. Only the queue may add rows to a table whose ids are asked for: one writer holds the lock, and ids only grow.
 */
export class Queue {
  private readonly single: Database.Statement
  private readonly several: Database.Statement
  private readonly width: number
  private readonly parents: Queue | null
  private waiting: Value[] = []
  private next: number

  constructor(sqlite: Database.Database, table: string, columns: readonly string[], parents: Queue | null = null) {
    const row = `(${['id', ...columns].map(() => '?').join(', ')})`
    const into = `INSERT INTO ${table} (${['id', ...columns].join(', ')}) VALUES `
    this.width = columns.length + 1
    this.parents = parents
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
    // Rows whose parents wait are kept until those are in: sent after them singly, they would cost the parents their group.
    if (this.waiting.length >= this.width * group && (this.parents?.isEmpty ?? true)) this.runGroups()
    return id
  }

  private runGroups(): void {
    const size = this.width * group
    if (this.waiting.length === size) {
      this.several.run(this.waiting)
      this.waiting = []
      return
    }
    const whole = this.waiting.length - (this.waiting.length % size)
    for (let from = 0; from < whole; from += size) this.several.run(this.waiting.slice(from, from + size))
    this.waiting = this.waiting.slice(whole)
  }

  flush(): void {
    if (this.isEmpty) return
    this.parents?.flush()
    this.runGroups()
    for (let from = 0; from < this.waiting.length; from += this.width) this.single.run(this.waiting.slice(from, from + this.width))
    this.waiting = []
  }
}
