import type { CustomerColumn } from '../columns.ts'
import type { Notes } from '../outcome.ts'

/** A row of a roster that is being read. */
export interface RosterRow {
  readonly line: number
  readonly notes: Notes
  /** The cell as it stands in the file. */
  rawOf(column: CustomerColumn): string
  /** '' where the cell is missing or says that there is nothing. */
  cell(column: CustomerColumn): string
  /** Null for an empty cell, and for one that cannot be read where it may be missing: that is told. */
  read<Value>(column: CustomerColumn, value: (text: string) => Value): Value | null
}
