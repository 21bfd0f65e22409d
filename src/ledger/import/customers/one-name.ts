import { contactColumns } from '../../customer/column-groups.ts'
import type { ImportOutcome } from '../outcome.ts'
import { type CustomerRow, placeOf } from '../row/customer.ts'
import { columnOf, type KnownCustomer } from './match.ts'

/**
 * Tells of a row that is somebody's by the name alone, where it says another address or company than theirs: it may be
 * somebody else, and what it says stands from now on. `line` is where they stand in this file, 0 where they do not.
 */
export function tellOfOneName(known: KnownCustomer, row: CustomerRow, line: number, outcome: ImportOutcome): void {
  const { name, codeKey, phone, birthday, payer } = row
  if ([codeKey, phone, birthday, payer].some((mark) => mark !== null)) return
  for (const column of contactColumns) {
    const [stands, says] = [columnOf(known, column), row.values[placeOf[column]] ?? null]
    if (stands === null || says === null || stands === says) continue
    outcome.warn(row.line, 'row.one-name', { name, line, id: known[0] }, column, String(says))
  }
}
