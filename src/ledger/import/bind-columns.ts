import type { Column, ImportKind } from './columns.ts'
import { type Bound, bindFormat, placesOf } from './format/bind.ts'
import { type BoundValue, type Layout, noLayout } from './format/layout.ts'
import type { FileFormat } from './format/schema.ts'
import type { ColumnByCells, Fact, ImportOptions } from './import-plan.ts'
import { mapColumns } from './map-columns.ts'
import { bindOrdinary } from './ordinary.ts'
import type { Headings } from './read-headings.ts'

/**
 * What stands where in a file: by its format or by its headings, and by what the owner says, which goes before both.
 */
export interface BoundColumns {
  /** Behind the cells of the file, where a column is worked out of several. */
  readonly columns: ReadonlyMap<Column, number>
  readonly layout: Layout
  readonly facts: readonly Fact[]
  /** The places of the file that are read. */
  readonly taken: ReadonlySet<number>
}

/**
 * `format` is that of the file, where one is known; `byCells` is what cells say where headings do not. Throws
 * roster.bad-map.
 */
export function bindColumns(
  kind: ImportKind,
  { headers, data }: Headings,
  format: FileFormat | null,
  options: ImportOptions,
  byCells: readonly ColumnByCells[] = [],
): BoundColumns {
  const mapped = mapColumns(kind, headers ?? data[0]?.cells ?? [], headers !== null, options)
  const told = byCells.flatMap(({ column, at }) =>
    column === 'currency' || mapped.mapped.has(column) ? [] : [[column, at] as const],
  )
  const given = new Map([...told, ...mapped.mapped].filter(([, place]) => place >= 0))
  const unwanted = new Set([...mapped.mapped].filter(([, place]) => place < 0).map(([column]) => column))
  const found = !headers ? unheaded(given) : format ? byFormat(format, headers, given) : byHeadings(headers)
  const columns = new Map<Column, number>(found.columns)
  for (const column of unwanted) columns.delete(column)
  const width = headers?.length ?? 1000
  found.layout.derived.forEach(({ column }, index) => {
    if (!unwanted.has(column)) columns.set(column, width + index)
  })
  const facts = [...found.facts, ...mapped.facts]
  const parts = found.layout.derived.flatMap(({ value }) => [...placesOf(value as BoundValue)])
  const taken = new Set([...columns.values(), ...mapped.facts.map(({ at }) => at), ...found.taken, ...parts])
  return { columns, layout: found.layout, facts, taken }

  function byHeadings(headings: readonly string[]): BoundColumns {
    const sample = data.map((row) => row.cells)
    const { columns: named, layout, weighed } = bindOrdinary(kind, headings, given, sample)
    const currency = byCells.filter(({ column }) => column === 'currency')
    return {
      columns: named,
      layout: {
        ...layout,
        currency: [...layout.currency, ...currency.map(({ at }) => ({ at, heading: headings[at] ?? '' }))],
      },
      facts: [],
      taken: new Set([...weighed, ...currency.map(({ at }) => at)]),
    }
  }
}

function unheaded(given: ReadonlyMap<Column, number>): BoundColumns {
  return { columns: given, layout: noLayout, facts: [], taken: new Set() }
}

/** A mapped column wins over what the format says of it. */
function byFormat(format: FileFormat, headers: readonly string[], given: ReadonlyMap<Column, number>): BoundColumns {
  const { columns, layout, facts, used }: Bound = bindFormat(format, headers)
  return {
    columns: new Map([...columns, ...given]),
    layout: { ...layout, derived: layout.derived.filter(({ column }) => !given.has(column)) },
    facts,
    taken: used,
  }
}
