import type { Column, ImportKind } from './columns.ts'

/** The columns a kind of file cannot do without that are not there. */
export function needed(
  kind: ImportKind,
  columns: ReadonlyMap<Column, number>,
  headed: boolean,
  questions = 0,
): Column[] {
  if (kind === 'customers')
    return columns.has('name') || columns.has('first_name') || columns.has('last_name') ? [] : ['name']
  const missing: Column[] = []
  // Purchases of which no heading names a customer are nobody's in particular.
  if (
    (kind !== 'purchases' || !headed) &&
    !(['customer', 'code', 'phone', 'name'] as const).some((column) => columns.has(column))
  )
    missing.push('customer')
  if (!columns.has('on')) missing.push('on')
  if (kind === 'purchases' && !columns.has('amount') && !columns.has('unit_price')) missing.push('amount')
  if (kind === 'surveys' && !columns.has('perceived') && questions === 0) missing.push('perceived')
  return missing
}

/** Which cells of a row may be the columns that are missing: an example to type, not something to act on. */
export function guessed(
  missing: readonly Column[],
  cells: readonly string[],
): { readonly column: Column; readonly at: number }[] {
  const looks: Partial<Record<Column, RegExp>> = {
    on: /^\d{4}[-/.年]?\d{1,2}[-/.月]?\d{1,2}(?:$|[日 T])/,
    amount: /^[¥$€]?-?\d{1,6}([.,]\d+)?元?$/,
  }
  const places = new Map<Column, number>()
  const free = (at: number) => ![...places.values()].includes(at)
  const place = (column: Column, fits: (cell: string) => boolean) => {
    const at = cells.findIndex((cell, index) => free(index) && fits(cell))
    if (at >= 0) places.set(column, at)
  }
  for (const column of missing) place(column, (cell) => (looks[column] ?? /\p{L}/u).test(cell))
  for (const column of missing) if (!places.has(column)) place(column, () => true)
  return missing.map((column) => ({ column, at: (places.get(column) ?? 0) + 1 }))
}
