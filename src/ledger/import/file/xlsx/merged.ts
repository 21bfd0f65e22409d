import { type WorkbookLimit, workbookLimits } from './limits.ts'
import type { Attributes, XmlHandler } from './xml.ts'

/** Cells that are merged over more than one row. */
export interface Merge {
  readonly column: number
  readonly first: number
  readonly last: number
}

/**
 * Hears the end of a sheet, where it says which cells are merged. Those that are so only within a row are left out:
 * their text stands in the first.
 */
export class MergeHandler implements XmlHandler {
  readonly wantsText = false
  readonly merges: Merge[] = []

  private readonly tooLarge: (limit: WorkbookLimit) => Error

  constructor(tooLarge: (limit: WorkbookLimit) => Error) {
    this.tooLarge = tooLarge
  }

  open(name: string, tag: Attributes): void {
    if (name !== 'mergeCell') return
    const [, letters, first, last] =
      /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/i.exec(tag.attribute('ref') ?? '') ?? []
    if (letters === undefined || first === last) return
    if (this.merges.length >= workbookLimits.merged) throw this.tooLarge('merged')
    const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    this.merges.push({ column, first: Number(first), last: Number(last) })
  }

  text(): void {}
  close(): void {}
}

/** A cell of a row that is merged with the one above it, and the text that it repeats; '' where nothing is. */
export interface CoveredCell {
  readonly column: number
  readonly text: string
}

/**
 * What the cells say that are merged over several rows, such as a customer's name beside each of their purchases. A
 * text or a day holds for every row, as the owner sees it; a number is not repeated, since an amount beside three lines
 * is not three amounts.
 */
export class MergedDown {
  private readonly merges: readonly Merge[]
  private next = 0
  /** By column, those that the row before was in. */
  private readonly open = new Map<number, Merge & { text: string }>()

  constructor(merges: readonly Merge[]) {
    this.merges = merges.toSorted((one, other) => one.first - other.first)
  }

  /** The cells of a row that are covered. Rows are asked for from the top down. */
  into(line: number, cells: readonly string[], kinds: string): readonly CoveredCell[] {
    if (this.next === this.merges.length && this.open.size === 0) return []
    const covered: CoveredCell[] = []
    for (const [column, { last, text }] of this.open) {
      if (last < line) this.open.delete(column)
      else if ((cells[column] ?? '') === '') covered.push({ column, text })
    }
    for (let merge = this.merges[this.next]; merge && merge.first <= line; merge = this.merges[++this.next]) {
      const { column } = merge
      const repeats = merge.first === line && 'tzdm'.includes(kinds[column] ?? '-')
      if (merge.last > line) this.open.set(column, { ...merge, text: repeats ? (cells[column] ?? '') : '' })
    }
    return covered
  }
}
