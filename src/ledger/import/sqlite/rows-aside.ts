import type Database from 'better-sqlite3'

/** So many are read back at once: enough that a look costs nothing, few enough to hold. */
const chunk = 500

/**
 * Rows of a file that wait until all others are in, in a table of the connection's own, so that memory does not grow
 * with them. They come out in the order they went in, and other statements may run meanwhile.
 */
export class RowsAside<Row extends object> {
  private readonly put: Database.Statement
  private readonly next: Database.Statement

  constructor(sqlite: Database.Database, name: 'returns' | 'voids' | 'cards') {
    const table = `temp.aside_${name}`
    sqlite.exec(`DROP TABLE IF EXISTS ${table}; CREATE TABLE ${table} (at INTEGER PRIMARY KEY, row TEXT NOT NULL)`)
    this.put = sqlite.prepare(`INSERT INTO ${table} (row) VALUES (?)`)
    this.next = sqlite.prepare(`SELECT at, row FROM ${table} WHERE at > ? ORDER BY at LIMIT ${chunk}`)
  }

  add(row: Row): void {
    this.put.run(JSON.stringify(row))
  }

  *[Symbol.iterator](): Generator<Row> {
    for (let last = 0; ; ) {
      const rows = this.next.all(last) as { at: number; row: string }[]
      for (const { row } of rows) yield JSON.parse(row) as Row
      const end = rows.at(-1)
      if (!end) return
      last = end.at
    }
  }
}
