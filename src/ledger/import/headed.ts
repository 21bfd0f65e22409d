import type { Column } from './columns.ts'
import type { BoundValue, Layout } from './format/layout.ts'

/** What the headings of a file of no known format mean. */
export interface Ordinary {
  readonly columns: Map<Column, number>
  readonly layout: Layout
  /** Places that are weighed against others, though no column of ours stands there. */
  readonly weighed: ReadonlySet<number>
}

/** The headings of a file, what is known of them, and some of its rows: where headings do not tell, the cells do. */
export interface Headed {
  readonly headers: readonly string[]
  readonly columns: Map<Column, number>
  readonly places: ReadonlyMap<Column, readonly number[]>
  readonly mapped: ReadonlyMap<Column, number>
  readonly sample: readonly (readonly string[])[]
}

export type Derived = { column: Column; heading: string; value: BoundValue }
