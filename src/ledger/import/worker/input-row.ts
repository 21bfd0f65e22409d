import type { Row } from '../file/csv.ts'
import type { RowFault, RowSkip } from '../outcome.ts'

/**
 * A row as an importer gets it: as it stands in the file, or read already on another core, and then without its cells
 * unless it is at fault.
 */
export interface InputRow extends Omit<Row, 'cells'> {
  readonly cells: readonly string[] | null
  readonly read?: object
  readonly fault?: RowFault | RowSkip
}

/** Some rows of a file, to be gone through once. */
export type InputRows = Iterable<InputRow> & { readonly length: number }

/** Reads rows that nobody has read yet. What it returns throws RowFault for a row that cannot be taken. */
export function readRow<Read extends object>(reader: ((row: Row) => Read) | null): (given: InputRow) => Read {
  return ({ cells, read, fault, ...row }) => {
    if (fault) throw fault
    if (read) return read as Read
    if (!reader || !cells) throw new Error('a row that nobody can read')
    return reader({ ...row, cells })
  }
}
