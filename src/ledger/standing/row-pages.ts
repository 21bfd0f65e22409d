/** So many numbers lie side by side. */
export const pageLength = 1024

/** A row a place, in columns; undefined where there is none. */
interface RowPage<Row> {
  set(at: number, row: Row): void
  get(at: number): Row | undefined
}

/**
 * Rows by number, each made anew when it is asked for, in columns by pages. 200,000 objects that last are copied again
 * and again by the collector of garbage, columns that grow leave as much again behind, and numbers may be far apart.
 */
export class RowPages<Row> {
  private readonly pages: RowPage<Row>[] = []
  private readonly Page: new () => RowPage<Row>

  constructor(Page: new () => RowPage<Row>) {
    this.Page = Page
  }

  set(number: number, row: Row): void {
    const page = Math.floor(number / pageLength)
    this.pages[page] ??= new this.Page()
    this.pages[page].set(number % pageLength, row)
  }

  get(number: number): Row | undefined {
    return this.pages[Math.floor(number / pageLength)]?.get(number % pageLength)
  }

  *[Symbol.iterator](): Generator<readonly [number: number, row: Row]> {
    for (const [page, rows] of this.pages.entries())
      for (let at = 0; rows && at < pageLength; at++) {
        const row = rows.get(at)
        if (row) yield [page * pageLength + at, row]
      }
  }

  *values(): Generator<Row> {
    for (const [, row] of this) yield row
  }
}
