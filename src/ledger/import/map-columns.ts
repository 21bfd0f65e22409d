import { LedgerError } from '../errors.ts'
import { type Column, columnNamed, columnsOf, factNamed, type ImportKind, sameHeader } from './columns.ts'
import type { Fact, ImportOptions } from './import-plan.ts'

/**
 * The columns a person named, by a heading or by number: where each stands, -1 where they want none of it. Throws
 * roster.bad-map.
 */
export function mapColumns(kind: ImportKind, cells: readonly string[], headed: boolean, { map }: ImportOptions) {
  const mapped = new Map<Column, number>()
  const facts: Fact[] = []
  for (const [typed, header] of map) {
    const key = kind === 'customers' ? factNamed(typed) : null
    const column = columnsOf(kind).find((name) => name === typed) ?? columnNamed(kind, typed)
    if (!column && key === null) throw new LedgerError('roster.bad-map', { asked: typed, known: columnsOf(kind) })
    const at = placeOf(header, cells, headed)
    if (header !== '' && at < 0)
      throw new LedgerError('roster.bad-map', {
        asked: header,
        known: headed ? cells.slice(0, 30) : cells.map((_, index) => String(index + 1)),
      })
    if (column) mapped.set(column, header === '' ? -1 : at)
    else if (key !== null && at >= 0) facts.push({ key, at })
  }
  return { mapped, facts }
}

function placeOf(header: string, cells: readonly string[], headed: boolean): number {
  const named = headed ? cells.indexOf(header) : -1
  const alike = named >= 0 || !headed ? named : cells.findIndex((cell) => sameHeader(cell, header))
  if (alike >= 0) return alike
  return /^\d{1,3}$/.test(header) && Number(header) >= 1 && Number(header) <= cells.length ? Number(header) - 1 : -1
}
