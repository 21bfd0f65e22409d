import type { Columns } from './columns.ts'
import type { Format } from './output-options.ts'
import type { Head } from './table.ts'
import type { Voice } from './voice.ts'

/** How a value is read by people, and by a spreadsheet. JSON is the value itself, or its `data`. */
export interface Screen<Value, Row = Value extends readonly (infer One)[] ? One : Value> {
  /** The human text, line by line (the value's texts already harmless on a terminal); nothing to say is no line. */
  lines(value: Value, voice: Voice): readonly string[] | string
  /**
   * What JSON has of the value, where people are told more than that: names, what was before, what was asked for.
   * `voice` is for what JSON has in words, once it is asked for.
   */
  data?(value: Value, voice: () => Promise<Voice>): unknown
  /**
   * The rows of csv, tsv, md, jsonl, --columns and --ids; without it the data's own (an array) or the data (one row).
   */
  rows?(value: Value, format: Format): readonly Row[]
  readonly columns?: Columns<Row>
  /** A row as people read it, where that is another one than programs do: what came back is less. */
  read?(row: Row): Row
  id?(row: Row): number
  /**
   * What to type next, a line each, for people alone: after the lines on a terminal, on stderr where those go
   * elsewhere, and with --quiet nowhere.
   */
  next?(value: Value, voice: Voice): readonly string[]
  /** What is told beside it, on stderr, after it. */
  aside?(value: Value, voice: Voice): readonly string[]
  /** What is told beside it with --quiet too. */
  warnings?(value: Value, voice: Voice): readonly string[]
  /** Lines for another program to read: said of the value as it is, never broken to the width of a terminal. */
  readonly verbatim?: boolean
  /** The columns people read where all would be too many: those of md, unless --columns says otherwise. */
  readonly brief?: readonly string[]
  /** Of a dry run its lines say themselves what would be done. */
  readonly saysWould?: boolean
  /** Its lines say themselves how to take the change back. */
  readonly tellsUndo?: boolean
}

/** Rows as people read them where they come page by page: a line each under heads, and what stands below so many. */
export interface RowsInWords<Row> {
  /** The columns they need of a row. */
  readonly needs: readonly (keyof Row & string)[]
  readonly heads: readonly Head[]
  cells(row: Row): readonly string[]
  below(count: number): readonly string[]
  /** What to type next, once the first is known. */
  next(first: Row): readonly string[]
}
