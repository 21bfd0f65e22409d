import type Database from 'better-sqlite3'
import { type Outcome, outcomes } from '../outcome.ts'

/**
 * Which lines of the file ended on which row of a table, and how: four bytes a row, so that a later line can take an
 * earlier one with it when both turn out to be wrong. The further lines of a row are in a table of the connection's
 * own: memory does not grow with them.
 */
export class LinesByRow {
  private first = new Uint32Array(1 << 12)
  private shared = false
  private readonly addFurther: Database.Statement
  private readonly listFurther: Database.Statement
  private readonly dropFurther: Database.Statement

  constructor(sqlite: Database.Database) {
    sqlite.exec(
      'DROP TABLE IF EXISTS temp.touched; CREATE TEMP TABLE touched (row_id INTEGER, line INTEGER, outcome TEXT, ' +
        'PRIMARY KEY (row_id, line)) WITHOUT ROWID',
    )
    this.addFurther = sqlite.prepare('INSERT INTO temp.touched VALUES (?, ?, ?)')
    this.listFurther = sqlite.prepare('SELECT line, outcome FROM temp.touched WHERE row_id = ? ORDER BY line')
    this.dropFurther = sqlite.prepare('DELETE FROM temp.touched WHERE row_id = ?')
  }

  has(id: number): boolean {
    return (this.first[id] ?? 0) !== 0
  }

  add(id: number, line: number, outcome: Outcome): void {
    if (id >= this.first.length) {
      const grown = new Uint32Array(Math.max(id + 1, this.first.length * 2))
      grown.set(this.first)
      this.first = grown
    }
    if (this.first[id] === 0) {
      this.first[id] = line * 4 + outcomes.indexOf(outcome) + 1
      return
    }
    this.shared = true
    this.addFurther.run(id, line, outcome)
  }

  /** Taken, by a line that is rejected for it. */
  claim(id: number): void {
    this.add(id, 0, 'unchanged')
  }

  of(id: number): { line: number; outcome: Outcome }[] {
    const packed = this.first[id] ?? 0
    if (packed === 0) return []
    const further = this.shared ? (this.listFurther.all(id) as { line: number; outcome: Outcome }[]) : []
    return [{ line: packed >>> 2, outcome: outcomes[(packed & 3) - 1] as Outcome }, ...further]
  }

  release(id: number): void {
    this.first[id] = 0
    if (this.shared) this.dropFurther.run(id)
  }
}
