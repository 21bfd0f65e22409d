import type { Delimiter } from './delimiter.ts'

/** What is told of a file, whatever it is written as. */
export interface TableAbout {
  /** The name people know it by: `-` for standard input. */
  readonly file: string
  /** How its bytes are text; `xlsx` for a workbook. */
  readonly encoding: string
  /** Where the encoding is the likeliest and no more: some texts as they are read by it, for people to see. */
  readonly guessed: readonly string[]
  /** Null where nothing parts cells: a workbook, cards. */
  readonly delimiter: Delimiter | null
  readonly sheet: string | null
  /** The sheets of a workbook that are not read. */
  readonly otherSheets: readonly string[]
  /** About how many. */
  readonly rows: number
  /** Whether it is worth what large files are taken with: a thread takes as long to start as such a file to read. */
  readonly large: boolean
}
